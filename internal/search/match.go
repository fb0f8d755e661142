package search

import (
	"github.com/toshin-archive/toshin/internal/index"
	"github.com/toshin-archive/toshin/internal/kana"
)

// Occurrence is where a chain stands in a record, in positions [From,To).
type Occurrence struct {
	From, To int
	Tier     kana.Tier
	Edges    int // of the two, those at a word's boundary
}

// stream is an entry made ready for matching.
type stream struct {
	*index.Entry
	units []rune
	marks map[int][]index.Mark
}

func newStream(e *index.Entry) *stream {
	s := &stream{Entry: e, units: []rune(e.Units), marks: map[int][]index.Mark{}}
	for _, m := range e.Marks {
		s.marks[m.Pos] = append(s.marks[m.Pos], m)
	}
	return s
}

// find lists every occurrence of c, in order of place.
func (s *stream) find(c kana.Chain) []Occurrence {
	var os []Occurrence
	if len(c.Atoms) == 0 {
		return nil
	}
	for p := range s.units {
		if s.units[p] == 0 {
			continue
		}
		to, exact, ok := s.from(p, c.Atoms)
		if !ok {
			continue
		}
		o := Occurrence{From: p, To: to, Tier: c.Tier}
		if o.Tier == kana.Exact && !exact {
			o.Tier = kana.Folded
		}
		if s.Flags[p]&index.WordStart != 0 {
			o.Edges++
		}
		if s.Flags[to-1]&index.WordEnd != 0 {
			o.Edges++
		}
		os = append(os, o)
	}
	return os
}

// from is kana.Text.Find's rule at one place.
func (s *stream) from(pos int, atoms []kana.Atom) (end int, exact, ok bool) {
	exact = true
	for _, a := range atoms {
		if pos >= len(s.units) || a.WordStart && s.Flags[pos]&index.WordStart == 0 {
			return 0, false, false
		}
		if a.Kind == kana.Gram {
			n := 0
			for _, r := range a.Text {
				if pos >= len(s.units) || s.units[pos] != r || s.Flags[pos]&index.InRun != 0 {
					return 0, false, false
				}
				want := n < len(a.Changed) && a.Changed[n]
				exact = exact && want == (s.Flags[pos]&index.Changed != 0)
				pos++
				n++
			}
			if a.WordEnd && s.Flags[pos-1]&index.WordEnd == 0 {
				return 0, false, false
			}
			continue
		}
		w := 0
		for _, m := range s.marks[pos] {
			if m.Term == a.Text && m.Width > w {
				w = m.Width
				exact = exact && m.Run
			}
		}
		if w == 0 {
			return 0, false, false
		}
		pos += w
	}
	return pos, exact, true
}
