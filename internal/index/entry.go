// Package index keeps the public records in a bleve index on disk. bleve's
// postings pick candidates by term; the stored [Entry] of a record proves and
// places every hit (docs/shards.md).
package index

import (
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/facet"
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
	InRun    // part of a digit or Latin run: no gram begins or ends here
	Katakana // written in katakana, which the fold does not tell
)

// Entry is what the index keeps of one record. Its segments share one row of
// positions, with a gap of 2 between them, so that no phrase reaches over.
type Entry struct {
	ID       record.ID
	Kind     string
	Title    string
	Date     string
	Facets   map[string][]string
	Segments []Segment
	Places   []Place // the distinct ones of its passages
	Units    string  // folded, one character a position; U+0000 in gaps
	Flags    []byte  // of each position
	Marks    []Mark  // in order of Pos
}

// Segment is the title, a heading or a passage.
type Segment struct {
	Start   int // position of its first unit
	Class   Class
	Passage string   // what a hit in it links to
	Within  []int    // segments that head it
	Place   int      // whose words, in Places, counted from 1; 0: of no passage
	Pieces  []string // its text, cut behind sentences
}

// Text is the segment's text.
func (s *Segment) Text() string { return strings.Join(s.Pieces, "") }

// Place says who speaks a passage and in which section it stands, for the filters
// 発言 and 節.
type Place struct {
	Speaker string `json:"s,omitempty"` // the label as written: 新美会長
	Role    string `json:"r,omitempty"` // 会長
	Section string `json:"k,omitempty"` // 判断
}

// Mark is a run, or another way to write a stretch (alt).
type Mark struct {
	Pos   int
	Width int
	Term  string
	Run   bool
}

var classes = map[string]Class{
	"conclusion": Finding, "judgement": Finding, "decision": Finding, "opinion": Finding, "conditions": Finding,
	"request": Claim, "applicant": Claim, "history": Aside, "annex": Aside,
}

// NewEntry analyzes r with t.
func NewEntry(t *kana.Table, r *record.Record) *Entry {
	b := builder{t: t, e: &Entry{ID: r.ID, Kind: string(r.Kind), Title: r.Title, Date: r.Date, Facets: facet.Values(r)}}
	b.add(Title, "", nil, r.Title)
	for _, f := range r.Header {
		b.add(b.headerClass(r, f), "", nil, f.Label+"\n\n"+f.Text)
	}
	for _, a := range r.Agenda {
		b.add(Aside, "", nil, a.Label)
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

// NewPiece analyzes a piece by itself, as the browser does what it shows.
func NewPiece(t *kana.Table, text string) *Entry {
	b := builder{t: t, e: &Entry{}}
	b.add(Plain, "", nil, text)
	b.e.Units = string(b.units)
	return b.e
}

// headerClass is Title where the header gives the record's own number or day: who
// types 答申30-3 or 2019年3月20日 means that record before those that cite it.
func (b *builder) headerClass(r *record.Record, f record.Field) Class {
	own := b.t.AnalyzeInto(&b.text, f.Text)
	if r.Date != "" && slices.ContainsFunc(own.Tokens, func(k kana.Token) bool { return k.Term == "d"+r.Date }) {
		return Title
	}
	if !strings.ContainsAny(f.Label+f.Text, "号申") { // 出席者 5名 is not 第5号
		return Aside
	}
	for _, n := range r.Numbers {
		for _, c := range b.t.Query(n) {
			if _, _, _, ok := own.Find(c); ok {
				return Title
			}
		}
	}
	return Aside
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
		b.e.Flags[p] |= flag(s.WordStart, WordStart) | flag(s.WordEnd, WordEnd) | flag(s.Changed, Changed) | flag(katakanaAt(text, s.Start), Katakana)
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
	b.e.Segments = append(b.e.Segments, Segment{Start: start, Class: class, Passage: passage, Within: within, Pieces: pieces(text)})
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

// Terms lists the distinct terms of the record in no order: labels of elements,
// and of two neighbours with a tab between, which no label has.
func (e *Entry) Terms() []string {
	names := &Names{}
	x := scratch.Get().(*termScratch)
	defer scratch.Put(x)
	keys := NewLattice(e, names, &x.lattice).Keys(x.keys[:0])
	x.keys = keys
	slices.Sort(keys)
	keys = slices.Compact(keys)
	terms := make([]string, len(keys))
	for i, k := range keys {
		terms[i] = names.Text(k)
	}
	return terms
}

// termScratch is what Terms uses again and again.
type termScratch struct {
	lattice Lattice
	keys    []uint64
}

var scratch = sync.Pool{New: func() any { return &termScratch{} }}

// Pair is the term of two neighbours.
func Pair(a, b string) string { return a + "\t" + b }

func katakanaAt(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return r >= 0x30A1 && r <= 0x30FC || r >= 0x31F0 && r <= 0x31FF || r >= 0xFF66 && r <= 0xFF9D
}

// SegmentAt is the number of the segment that holds position p.
func (e *Entry) SegmentAt(p int) int {
	return sort.Search(len(e.Segments), func(i int) bool { return e.Segments[i].Start > p }) - 1
}
