package index

import (
	"strings"
	"unicode/utf8"
)

// Element is one step on the way through a text: a unit, a run of digits or
// letters, or another way to write a stretch. Where two have one label and one
// beginning, Entry.Marks has kept the wider.
type Element struct {
	From, To int32  // positions
	Label    uint32 // a unit: its rune; else a number from Names.Of
	Changed  bool   // written otherwise than usual, or an alternate
	Script   Script
}

// Script is what a unit was written in, as far as compounds need it.
type Script uint8

const (
	Other Script = iota
	Kanji
	Kana // 片仮名
)

// Names numbers the terms of runs and alternates, above all runes.
type Names struct {
	of    map[string]uint32
	terms []string
}

const firstName = 1 << 21

// Of is the label of a run or an alternate.
func (n *Names) Of(term string) uint32 {
	if v, ok := n.of[term]; ok {
		return v
	}
	if n.of == nil {
		n.of = map[string]uint32{}
	}
	v := uint32(firstName + len(n.terms))
	n.of[term] = v
	n.terms = append(n.terms, term)
	return v
}

// Term is the text of a label; named tells those of Of from units.
func (n *Names) Term(label uint32) (term string, named bool) {
	if label < firstName {
		return string(rune(label)), false
	}
	return n.terms[label-firstName], true
}

// Lattice is all elements of an entry, by where they begin and end.
type Lattice struct {
	Entry    *Entry
	Elements []Element // by From
	first    []int32   // of each position: its first element, or the next one's
	ends     []int32   // of each position: the last element that ends there, or -1
	before   []int32   // of each element: another one that ends where it does, or -1
	segment  []int32
}

// NewLattice reads e; l is used again if it is not nil.
func NewLattice(e *Entry, names *Names, l *Lattice) *Lattice {
	if l == nil {
		l = &Lattice{}
	}
	l.Entry, l.Elements, l.before = e, l.Elements[:0], l.before[:0]
	n := e.Len()
	l.first, l.ends, l.segment = resize(l.first, n+1), resize(l.ends, n+1), resize(l.segment, n+1)
	for i := range l.ends {
		l.ends[i] = -1
	}
	m, p, seg := 0, 0, -1
	for _, r := range e.Units {
		for seg+1 < len(e.Segments) && e.Segments[seg+1].Start <= p {
			seg++
		}
		l.first[p], l.segment[p] = int32(len(l.Elements)), int32(seg)
		if r != 0 && e.Flags[p]&InRun == 0 {
			x := Element{From: int32(p), To: int32(p + 1), Label: uint32(r), Changed: e.Flags[p]&Changed != 0}
			switch {
			case IsKanji(r):
				x.Script = Kanji
			case e.Flags[p]&Katakana != 0:
				x.Script = Kana
			}
			l.add(x)
		}
		for ; m < len(e.Marks) && e.Marks[m].Pos == p; m++ {
			k := e.Marks[m]
			l.add(Element{From: int32(p), To: int32(p + k.Width), Label: names.Of(k.Term), Changed: !k.Run})
		}
		p++
	}
	l.first[n] = int32(len(l.Elements))
	return l
}

// A key is a term in numbers: the label of an element, and of its neighbour above.

// PairKey is the key of two neighbours.
func PairKey(a, b uint32) uint64 { return uint64(a) | uint64(b)<<32 }

// Text is the term of a key.
func (n *Names) Text(key uint64) string { return string(n.appendText(nil, key)) }

func (n *Names) appendText(b []byte, key uint64) []byte {
	b = n.appendLabel(b, uint32(key))
	if key>>32 != 0 {
		b = n.appendLabel(append(b, pairMark), uint32(key>>32))
	}
	return b
}

func (n *Names) appendLabel(b []byte, label uint32) []byte {
	if label < firstName {
		return utf8.AppendRune(b, rune(label))
	}
	return append(b, n.terms[label-firstName]...)
}

// Keys are those of a term of one or two labels: a single letter or digit can be a
// unit, and a run or an alternate of one.
func (n *Names) Keys(term string) []uint64 {
	labels := func(s string) []uint32 {
		if r := []rune(s); len(r) == 1 {
			return []uint32{uint32(r[0]), n.Of(s)}
		}
		return []uint32{n.Of(s)}
	}
	first, second, pair := strings.Cut(term, "\t")
	var keys []uint64
	for _, a := range labels(first) {
		if !pair {
			keys = append(keys, uint64(a))
			continue
		}
		for _, b := range labels(second) {
			keys = append(keys, PairKey(a, b))
		}
	}
	return keys
}

// Keys appends the keys of all places, in order of place.
func (l *Lattice) Keys(into []uint64) []uint64 {
	for _, x := range l.Elements {
		into = append(into, uint64(x.Label))
		for _, y := range l.From(x.To) {
			into = append(into, PairKey(x.Label, y.Label))
		}
	}
	return into
}

func resize(s []int32, n int) []int32 {
	if cap(s) < n {
		return make([]int32, n)
	}
	return s[:n]
}

func (l *Lattice) add(x Element) {
	l.before = append(l.before, l.ends[x.To])
	l.ends[x.To] = int32(len(l.Elements))
	l.Elements = append(l.Elements, x)
}

// From lists the elements that begin at position p.
func (l *Lattice) From(p int32) []Element {
	if int(p) >= len(l.first)-1 {
		return nil
	}
	return l.Elements[l.first[p]:l.first[p+1]]
}

// Into appends the elements that end at position p.
func (l *Lattice) Into(p int32, into []Element) []Element {
	for i := l.ends[p]; i >= 0; i = l.before[i] {
		into = append(into, l.Elements[i])
	}
	return into
}

// Begins and Ends tell whether a word of the text begins at p, or ends before it.
func (l *Lattice) Begins(p int32) bool { return l.Entry.Flags[p]&WordStart != 0 }
func (l *Lattice) Ends(p int32) bool   { return l.Entry.Flags[p-1]&WordEnd != 0 }

// Class is that of the segment at position p.
func (l *Lattice) Class(p int32) Class { return l.Entry.Segments[l.segment[p]].Class }

// IsKanji reports whether a folded unit is written in kanji.
func IsKanji(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF || r >= 0xF900 && r <= 0xFAFF || r >= 0x20000
}
