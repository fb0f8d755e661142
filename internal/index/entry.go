// Package index keeps the public records in a bleve index on disk. bleve's
// postings pick candidates by term; the stored [Entry] of a record proves and
// places every hit (docs/shards.md).
package index

import (
	"math/bits"
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
	b := builders.Get().(*builder)
	defer builders.Put(b)
	b.t = t
	b.e = &Entry{ID: r.ID, Kind: string(r.Kind), Title: r.Title, Date: r.Date, Facets: facet.Values(r)}
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
	e := b.end()
	e.Flags, e.Marks = slices.Clone(e.Flags), slices.Clone(e.Marks)
	return e
}

// NewPiece analyzes a piece by itself, as the browser does what it shows.
func NewPiece(t *kana.Table, text string) *Entry { return NewPieces(t).New(text) }

// headerClass is Title where the header gives the record's own number or day: who
// types 答申30-3 or 2019年3月20日 means that record before those that cite it.
func (b *builder) headerClass(r *record.Record, f record.Field) Class {
	own := b.t.MarkInto(&b.text, f.Text)
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

// builder makes an entry. Its buffers serve for many.
type builder struct {
	t     *kana.Table
	e     *Entry
	units []rune
	flags []byte
	marks []Mark
	text  kana.Text
}

var builders = sync.Pool{New: func() any { return &builder{} }}

// end hands the entry over, which has the builder's buffers, and empties these.
func (b *builder) end() *Entry {
	e := b.e
	e.Units, e.Flags, e.Marks = string(b.units), b.flags, b.marks
	b.e, b.units, b.flags, b.marks = nil, b.units[:0], b.flags[:0], b.marks[:0]
	return e
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
	return b.segment(class, passage, within, text, pieces(text))
}

func (b *builder) segment(class Class, passage string, within []int, text string, pieces []string) []int {
	n := len(b.e.Segments)
	start := len(b.units)
	if n > 0 {
		start += 2
	}
	x := b.t.MarkInto(&b.text, text)
	b.grow(start + x.Len)
	for _, s := range x.Spans {
		p := start + s.Pos
		b.units[p] = s.Rune
		b.flags[p] |= flag(s.WordStart, WordStart) | flag(s.WordEnd, WordEnd) | flag(s.Changed, Changed) | flag(katakanaAt(text, s.Start), Katakana)
	}
	own := len(b.marks)
tokens:
	for i := range x.Tokens {
		k := &x.Tokens[i]
		m := Mark{start + k.Pos, k.Width, k.Term, k.Kind == kana.Run}
		if m.Run {
			for p := m.Pos; p < m.Pos+m.Width; p++ {
				b.flags[p] |= InRun
			}
		}
		// Of two with one term at one place the wider stands, as kana.Text.Find has it.
		for j := len(b.marks) - 1; j >= own && b.marks[j].Pos == m.Pos; j-- {
			if b.marks[j].Term == m.Term {
				if m.Width > b.marks[j].Width {
					b.marks[j] = m
				}
				continue tokens
			}
		}
		b.marks = append(b.marks, m)
	}
	b.e.Segments = append(b.e.Segments, Segment{Start: start, Class: class, Passage: passage, Within: within, Pieces: pieces})
	return append(within[:len(within):len(within)], n)
}

func (b *builder) grow(n int) {
	at := len(b.units)
	b.units, b.flags = slices.Grow(b.units, n-at)[:n], slices.Grow(b.flags, n-at)[:n]
	clear(b.units[at:])
	clear(b.flags[at:])
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
	x.keys = x.distinct(NewLattice(e, names, &x.lattice).Keys(x.keys[:0]))
	x.ends, x.text = x.ends[:0], x.text[:0]
	for _, k := range x.keys {
		x.text = names.appendText(x.text, k)
		x.ends = append(x.ends, len(x.text))
	}
	all, from := string(x.text), 0 // one string for all of them
	terms := make([]string, len(x.ends))
	for i, to := range x.ends {
		terms[i], from = all[from:to], to
	}
	return terms
}

// termScratch is what Terms uses again and again.
type termScratch struct {
	lattice Lattice
	keys    []uint64
	seen    []uint64 // keys, each at or behind the place that it hashes to; 0: free
	text    []byte
	ends    []int // of each term in text
}

// distinct is keys, in place, each once. No key is 0: that is the unit of gaps.
func (x *termScratch) distinct(keys []uint64) []uint64 {
	size := bits.Len(uint(2 * len(keys)))
	if len(x.seen) < 1<<size {
		x.seen = make([]uint64, 1<<size)
	}
	seen := x.seen[:1<<size]
	clear(seen)
	n := 0
	for _, k := range keys {
		i := k * 0x9E3779B97F4A7C15 >> (64 - size)
		for ; seen[i] != 0 && seen[i] != k; i = (i + 1) & uint64(len(seen)-1) {
		}
		if seen[i] == 0 {
			seen[i] = k
			keys[n] = k
			n++
		}
	}
	return keys[:n]
}

var scratch = sync.Pool{New: func() any { return &termScratch{} }}

// pairMark stands between the two of a pair.
const pairMark = '\t'

// Pair is the term of two neighbours.
func Pair(a, b string) string { return a + string(pairMark) + b }

func katakanaAt(text string, i int) bool {
	if c := text[i]; c != 0xE3 && c != 0xEF { // of most kanji and of ASCII
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return r >= 0x30A1 && r <= 0x30FC || r >= 0x31F0 && r <= 0x31FF || r >= 0xFF66 && r <= 0xFF9D
}

// SegmentAt is the number of the segment that holds position p.
func (e *Entry) SegmentAt(p int) int {
	return sort.Search(len(e.Segments), func(i int) bool { return e.Segments[i].Start > p }) - 1
}
