package search

import (
	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/record"
)

// scored is a record that matches.
type scored struct {
	n      int // ordinal
	id     record.ID
	tier   kana.Tier
	score  int
	leaves []*leaf                // its words
	idfs   []int                  // of each leaf
	keep   func(segment int) bool // where the words must stand; nil: anywhere
	in     *passages              // the same, of a hit without words
}

// evaluation is a query made ready: what each of its words finds, what its
// filters choose.
type evaluation struct {
	s       *Searcher
	clauses []clause
	groups  []*group
	in      *passages // nil: words may stand anywhere
	words   bool      // some clause asks for a word
}

type clause struct {
	not  bool
	any  []map[record.ID]*leaf
	idfs []int
}

func (s *Searcher) evaluate(q *Query) (*evaluation, error) {
	e := &evaluation{s: s, groups: s.groups(q.Filters)}
	e.in = newPassages(e.groups, q.Same)
	for _, c := range q.Clauses {
		k := clause{not: c.Not}
		for _, t := range c.Any {
			ps := phrases(s.Chains(t))
			if len(ps) == 0 {
				q.Notes = append(q.Notes, Note{"nothing-to-search", t.Text})
				continue
			}
			m, err := s.find(ps)
			if err != nil {
				return nil, err
			}
			k.any, k.idfs = append(k.any, m), append(k.idfs, idf(len(s.r.Order), len(m)))
		}
		if len(k.any) > 0 {
			e.clauses = append(e.clauses, k)
			e.words = e.words || !k.not
		}
	}
	return e, nil
}

// all lists the records that match, by ordinal, and counts facets over them. Of
// an empty query none match, and the facets count all.
func (e *evaluation) all(count bool) ([]scored, *counter, error) {
	hits := []scored{}
	var c *counter
	if count {
		c = newCounter(e.s, e.groups)
	}
	empty := len(e.clauses) == 0 && len(e.groups) == 0
	for n, id := range e.s.r.Order {
		misses, ok := e.misses(n)
		if !ok {
			continue
		}
		h, ok, err := e.score(n, id)
		if err != nil {
			return nil, nil, err
		}
		if !ok {
			continue
		}
		if count {
			c.add(n, misses)
		}
		if len(misses) == 0 && !empty {
			hits = append(hits, h)
		}
	}
	return hits, c, nil
}

// misses names the filters whose choice record n does not meet; ok is false
// where it has what is not wanted. Where words are asked for, -発言 and -節 only
// say where they may not stand.
func (e *evaluation) misses(n int) (names []string, ok bool) {
	for _, g := range e.groups {
		if g.excluded(n) && !(e.words && (g.name == "発言" || g.name == "節")) {
			return nil, false
		}
		if !g.holds(n) {
			names = append(names, g.name)
		}
	}
	return names, true
}

// score adds up what the clauses say of a record; ok is false where it has not
// all of them, or one that is not wanted. A loose hit is no reason to leave out.
func (e *evaluation) score(n int, id record.ID) (h scored, ok bool, err error) {
	h = scored{n: n, id: id, in: e.in}
	var found []*clauseLeaves
	touched := false
	for _, c := range e.clauses {
		f := &clauseLeaves{not: c.not}
		for i, m := range c.any {
			if l := m[id]; l != nil && !(c.not && l.tier == kana.Loose) {
				f.leaves, f.idfs, f.tiers = append(f.leaves, l), append(f.idfs, c.idfs[i]), append(f.tiers, l.tier)
			}
		}
		touched = touched || len(f.leaves) > 0
		if !c.not && len(f.leaves) == 0 || c.not && len(f.leaves) > 0 && e.in == nil {
			return h, false, nil
		}
		found = append(found, f)
	}
	if e.in != nil && touched {
		x, err := e.s.stream(id)
		if err != nil {
			return h, false, err
		}
		if h.keep, ok = e.in.narrow(x, found, e.words); !ok {
			return h, false, nil
		}
	}
	for _, f := range found {
		if f.not {
			continue
		}
		tier := kana.Loose
		for i, l := range f.leaves {
			tier = min(tier, f.tiers[i])
			h.leaves, h.idfs = append(h.leaves, l), append(h.idfs, f.idfs[i])
			h.score += f.idfs[i] * l.worth
		}
		h.tier = max(h.tier, tier)
	}
	return h, true, nil
}
