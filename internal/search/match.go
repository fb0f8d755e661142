package search

import (
	"slices"

	"github.com/toshin-archive/toshin/internal/index"
	"github.com/toshin-archive/toshin/internal/kana"
)

// short is how many elements of a phrase the search files know in a row, whatever
// stands around them. A longer phrase counts as edged by words: it is hardly ever
// part of another word.
const short = 4

// phrase is a chain made ready: one label for each unit, run or alternate.
type phrase struct {
	labels []string
	units  []rune // of each label that is a unit; else 0
	want   []bool // which units the query writes otherwise than usual
	tier   kana.Tier
	begin  bool // a short one must begin with a word of the text
	end    bool // … and end with one
	rep    int  // the pair that speaks for it (or the label, where it is the only one)
}

func newPhrase(c kana.Chain) *phrase {
	p := &phrase{tier: c.Tier}
	for _, a := range c.Atoms {
		if a.Kind != kana.Gram {
			p.labels, p.units, p.want = append(p.labels, a.Text), append(p.units, 0), append(p.want, false)
			continue
		}
		n := 0
		for _, r := range a.Text {
			p.labels, p.units = append(p.labels, string(r)), append(p.units, r)
			p.want = append(p.want, n < len(a.Changed) && a.Changed[n])
			n++
		}
	}
	n := len(p.labels)
	if n > 0 && n <= short {
		p.begin, p.end = c.Atoms[0].WordStart, c.Atoms[len(c.Atoms)-1].WordEnd
	}
	p.rep = index.Representative(p.units)
	return p
}

// terms are those that a record with the phrase must have.
func (p *phrase) terms() []string {
	if len(p.labels) == 1 {
		return p.labels
	}
	var ts []string
	for i := 0; i+1 < len(p.labels); i++ {
		ts = append(ts, index.Pair(p.labels[i], p.labels[i+1]))
	}
	return ts
}

// phrases makes chains ready.
func phrases(cs []kana.Chain) []*phrase {
	ps := make([]*phrase, 0, len(cs))
	for _, c := range cs {
		if p := newPhrase(c); len(p.labels) > 0 {
			ps = append(ps, p)
		}
	}
	return ps
}

// Occurrence is where a phrase stands, in positions [From,To).
type Occurrence struct {
	From, To   int
	Exact      bool // written as the query writes it
	Begin, End bool // with a word
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

// find lists every occurrence of p, in order of place.
func (s *stream) find(p *phrase) (os []Occurrence) {
	for at := range s.units {
		if to, exact, ok := s.from(at, p, 0, len(p.labels)); ok {
			os = append(os, Occurrence{at, to, exact, s.Flags[at]&index.WordStart != 0, s.Flags[to-1]&index.WordEnd != 0})
		}
	}
	return os
}

// from reports whether labels [lo,hi) of p stand at position at.
func (s *stream) from(at int, p *phrase, lo, hi int) (to int, exact, ok bool) {
	exact = true
	for i := lo; i < hi; i++ {
		if at >= len(s.units) {
			return 0, false, false
		}
		if r := p.units[i]; r != 0 {
			if s.units[at] != r || s.Flags[at]&index.InRun != 0 {
				return 0, false, false
			}
			exact = exact && p.want[i] == (s.Flags[at]&index.Changed != 0)
			at++
			continue
		}
		k := slices.IndexFunc(s.marks[at], func(m index.Mark) bool { return m.Term == p.labels[i] })
		if k < 0 {
			return 0, false, false
		}
		exact = exact && s.marks[at][k].Run
		at += s.marks[at][k].Width
	}
	return at, exact, true
}
