// Package index keeps the public records in a bleve index on disk. bleve's
// postings pick candidates by term; the stored [Entry] of a record proves and
// places every hit (docs/shards.md).
package index

import (
	"slices"
	"sort"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/record"
)

// Class of a segment: what a hit in it is worth (rank.go of package search).
type Class uint8

const (
	Title   Class = iota // 題名
	Heading              // 見出し
	Finding              // 結論・判断・意見
	Plain                // 説明・質疑・本文
	Claim                // 主張
	Aside                // 会議の概要・経過・別表
)

// Flags of a unit.
const (
	WordStart = 1 << iota
	WordEnd
	Changed
	InRun // part of a digit or Latin run: no gram begins or ends here
)

// Entry is what the index keeps of one record. Its segments share one row of
// positions, with a gap of 2 between them, so that no phrase reaches over.
type Entry struct {
	ID       record.ID           `json:"id"`
	Kind     string              `json:"kind"`
	Title    string              `json:"title"`
	Date     string              `json:"date,omitempty"`
	Facets   map[string][]string `json:"facets,omitempty"`
	Segments []Segment           `json:"segments"`
	Places   []Place             `json:"places,omitempty"` // the distinct ones of its passages
	Units    string              `json:"units"`            // folded, one character a position; U+0000 in gaps
	Flags    []byte              `json:"flags"`            // of each position
	Marks    []Mark              `json:"marks,omitempty"`
}

// Segment is the title, a heading or a passage.
type Segment struct {
	Start   int    `json:"start"` // position of its first unit
	Class   Class  `json:"class"`
	Passage string `json:"passage,omitempty"` // what a hit in it links to
	Within  []int  `json:"within,omitempty"`  // segments that head it
	Place   int    `json:"place,omitempty"`   // whose words, in Places, counted from 1; 0: of no passage
	Text    string `json:"text"`
}

// Place says who speaks a passage and in which section it stands, for the filters
// 発言 and 節.
type Place struct {
	Speaker string `json:"s,omitempty"` // the label as written: 新美会長
	Role    string `json:"r,omitempty"` // 会長
	Section string `json:"k,omitempty"` // 判断
}

// Mark is a run, or another way to write a stretch (alt).
type Mark struct {
	Pos   int    `json:"p"`
	Width int    `json:"w"`
	Term  string `json:"t"`
	Run   bool   `json:"r,omitempty"`
}

var classes = map[string]Class{
	"conclusion": Finding, "judgement": Finding, "decision": Finding, "opinion": Finding, "conditions": Finding,
	"request": Claim, "applicant": Claim, "history": Aside, "annex": Aside,
}

// NewEntry analyzes r with t.
func NewEntry(t *kana.Table, r *record.Record) *Entry {
	b := builder{t: t, e: &Entry{ID: r.ID, Kind: string(r.Kind), Title: r.Title, Date: r.Date, Facets: facets(r)}}
	b.add(Title, "", nil, r.Title)
	for _, f := range r.Header {
		b.add(Aside, "", nil, f.Label+"\n\n"+f.Text)
	}
	b.sections(nil, r.Sections)
	for _, it := range r.Items {
		first := ""
		for _, s := range it.Sections {
			if len(s.Passages) > 0 && first == "" {
				first = s.Passages[0].ID
			}
		}
		var within []int
		labels := it.Labels
		if len(labels) == 0 {
			labels = []record.Heading{{Text: it.Title}}
		}
		for _, l := range labels {
			within = b.add(Heading, first, within, l.Text)
		}
		b.sections(within, it.Sections)
	}
	for _, p := range r.Progress {
		b.add(Aside, "", nil, p.When+"\n\n"+p.Text)
	}
	b.e.Units = string(b.units)
	return b.e
}

type builder struct {
	t     *kana.Table
	e     *Entry
	units []rune
	text  kana.Text
}

func (b *builder) sections(within []int, ss []record.Section) {
	for _, s := range ss {
		class, ok := classes[s.Kind]
		if !ok {
			class = Plain
		}
		first := ""
		if len(s.Passages) > 0 {
			first = s.Passages[0].ID
		}
		in := b.add(Heading, first, within, s.Label)
		for _, p := range s.Passages {
			place := Place{Section: record.Japanese(record.SectionKinds, s.Kind)}
			if p.Speaker != nil {
				place.Speaker, place.Role = p.Speaker.Label, record.Japanese(record.Roles, p.Speaker.Role)
			}
			from := len(b.e.Segments)
			b.add(Aside, p.ID, nil, place.Speaker)
			b.add(class, p.ID, in, p.Text)
			b.put(place, from)
		}
	}
}

// put says that the segments from the given one on are of the place.
func (b *builder) put(p Place, from int) {
	n := slices.Index(b.e.Places, p) + 1
	if n == 0 {
		b.e.Places = append(b.e.Places, p)
		n = len(b.e.Places)
	}
	for i := range b.e.Segments[from:] {
		b.e.Segments[from+i].Place = n
	}
}

// add appends a segment and returns within with it.
func (b *builder) add(class Class, passage string, within []int, text string) []int {
	if text == "" {
		return within
	}
	n := len(b.e.Segments)
	start := len(b.units)
	if n > 0 {
		start += 2
	}
	x := b.t.AnalyzeInto(&b.text, text)
	b.grow(start + x.Len)
	for _, s := range x.Spans {
		p := start + s.Pos
		b.units[p] = s.Rune
		b.e.Flags[p] |= flag(s.WordStart, WordStart) | flag(s.WordEnd, WordEnd) | flag(s.Changed, Changed)
	}
	at := map[[2]any]int{}
	for _, k := range x.Tokens {
		if k.Kind != kana.Run && k.Kind != kana.Alt {
			continue
		}
		m := Mark{start + k.Pos, k.Width, k.Term, k.Kind == kana.Run}
		if m.Run {
			for p := m.Pos; p < m.Pos+m.Width; p++ {
				b.e.Flags[p] |= InRun
			}
		}
		// Of two with one term at one place the wider stands, as kana.Text.Find has it.
		key := [2]any{m.Pos, m.Term}
		if i, ok := at[key]; ok {
			if m.Width > b.e.Marks[i].Width {
				b.e.Marks[i] = m
			}
			continue
		}
		at[key] = len(b.e.Marks)
		b.e.Marks = append(b.e.Marks, m)
	}
	b.e.Segments = append(b.e.Segments, Segment{Start: start, Class: class, Passage: passage, Within: within, Text: text})
	return append(within[:len(within):len(within)], n)
}

func (b *builder) grow(n int) {
	for len(b.units) < n {
		b.units = append(b.units, 0)
		b.e.Flags = append(b.e.Flags, 0)
	}
}

func flag(on bool, f byte) byte {
	if on {
		return f
	}
	return 0
}

// Len is the record's length in positions.
func (e *Entry) Len() int { return len(e.Flags) }

// Terms lists the distinct terms of the record in order: grams, single units
// and marks.
func (e *Entry) Terms() []string {
	seen := map[string]bool{}
	units := []rune(e.Units)
	for i, r := range units {
		if r == 0 || e.Flags[i]&InRun != 0 {
			continue
		}
		seen[string(r)] = true
		if i+1 < len(units) && units[i+1] != 0 && e.Flags[i+1]&InRun == 0 {
			seen[string(units[i:i+2])] = true
		}
	}
	for _, m := range e.Marks {
		seen[m.Term] = true
	}
	terms := make([]string, 0, len(seen))
	for t := range seen {
		if utf8.ValidString(t) {
			terms = append(terms, t)
		}
	}
	sort.Strings(terms)
	return terms
}

// SegmentAt is the number of the segment that holds position p.
func (e *Entry) SegmentAt(p int) int {
	return sort.Search(len(e.Segments), func(i int) bool { return e.Segments[i].Start > p }) - 1
}
