// Package search answers queries from the bleve index. It is the reference that
// the browser's engine (assets/js/toshin.js) must agree with, hit for hit.
package search

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/toshin-archive/toshin/internal/index"
	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/record"
)

// Options of a search. Limit 0 means 10.
type Options struct {
	Limit, Offset int
	NoReadings    bool // kana and romaji stand for themselves only
}

// Result is what toshin search --json prints.
type Result struct {
	Total int   `json:"total"`
	Hits  []Hit `json:"hits"`
	Query Query `json:"query"`
}

// Hit is a record with its best passage. Marks are [start,end) in characters
// (Unicode code points) of Snippet, which is the source's own text, not HTML.
type Hit struct {
	Record  record.ID `json:"record"`
	Passage string    `json:"passage"`
	URL     string    `json:"url"` // relative to the site's root
	Title   string    `json:"title"`
	Tier    string    `json:"tier"`
	Score   int       `json:"score"`
	Snippet string    `json:"snippet"`
	Marks   [][2]int  `json:"marks"`
	Kind    string    `json:"kind"`
	Date    string    `json:"date"`
}

// Searcher reads one index. It is not for concurrent use.
type Searcher struct {
	r       *index.Reader
	t       *kana.Table
	lex     kana.Lexicon
	streams map[record.ID]*stream
}

// Open opens the index in dir. lex may be nil.
func Open(dir string, t *kana.Table, lex kana.Lexicon) (*Searcher, error) {
	r, err := index.OpenReader(dir)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	return &Searcher{r: r, t: t, lex: lex, streams: map[record.ID]*stream{}}, nil
}

// Close releases the index.
func (s *Searcher) Close() error { return s.r.Close() }

// maxStreams bounds what a Searcher holds in memory.
const maxStreams = 2048

func (s *Searcher) stream(id record.ID) (*stream, error) {
	if x := s.streams[id]; x != nil {
		return x, nil
	}
	e, err := s.r.Entry(id)
	if err != nil {
		return nil, err
	}
	if len(s.streams) >= maxStreams {
		clear(s.streams)
	}
	x := newStream(e)
	s.streams[id] = x
	return x, nil
}

// Chains are the ways to find a term; an exact phrase is neither read nor loosened.
func (s *Searcher) Chains(t Term) []kana.Chain {
	if !t.Phrase {
		return s.t.QueryWith(t.Text, s.lex)
	}
	var cs []kana.Chain
	for _, c := range s.t.Query(t.Text) {
		if c.Tier <= kana.Folded {
			cs = append(cs, c)
		}
	}
	return cs
}

// find evaluates a term over all records: bleve's postings pick those that may
// have it, their entries prove it.
func (s *Searcher) find(ps []*phrase) (map[record.ID]*leaf, error) {
	candidates := map[record.ID]bool{}
	for _, p := range ps {
		var ids map[record.ID]bool
		for _, term := range p.terms() {
			with, err := s.r.With(term)
			if err != nil {
				return nil, err
			}
			if ids == nil {
				ids = with
				continue
			}
			for id := range ids {
				if !with[id] {
					delete(ids, id)
				}
			}
		}
		for id := range ids {
			candidates[id] = true
		}
	}
	found := map[record.ID]*leaf{}
	for id := range candidates {
		x, err := s.stream(id)
		if err != nil {
			return nil, err
		}
		if l := newLeaf(x, ps); l != nil {
			found[id] = l
		}
	}
	return found, nil
}

// scored is a record that the query finds.
type scored struct {
	id     record.ID
	tier   kana.Tier
	score  int
	leaves []*leaf // its words
	idfs   []int   // of each leaf
}

// Search answers q.
func (s *Searcher) Search(q string, o Options) (*Result, error) {
	if o.NoReadings {
		s = s.withoutReadings()
	}
	res := &Result{Query: Parse(q), Hits: []Hit{}}
	res.Query.Expanded = s.expanded(res.Query)
	all, err := s.match(&res.Query)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	res.Total = len(all)
	limit := o.Limit
	if limit <= 0 {
		limit = 10
	}
	from := min(max(o.Offset, 0), len(all))
	for i := range all[from:min(from+limit, len(all))] {
		h := &all[from+i]
		x, err := s.stream(h.id)
		if err != nil {
			return nil, fmt.Errorf("search: %w", err)
		}
		res.Hits = append(res.Hits, s.hit(x.Entry, h))
	}
	return res, nil
}

// clause is one that is asked for or not wanted, with what it finds.
type clause struct {
	not  bool
	any  []map[record.ID]*leaf
	idfs []int
}

// match lists the records that q finds, the best first.
func (s *Searcher) match(q *Query) ([]scored, error) {
	var cs []clause
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
			cs = append(cs, k)
		}
	}
	if len(cs) == 0 && len(q.Filters) == 0 {
		return nil, nil
	}
	var all []scored
	for _, id := range s.r.Order {
		h, ok := score(id, cs)
		if !ok {
			continue
		}
		if len(q.Filters) > 0 {
			x, err := s.stream(id)
			if err != nil {
				return nil, err
			}
			if !meets(q.Filters, x.Facets) {
				continue
			}
		}
		all = append(all, h)
	}
	slices.SortStableFunc(all, func(a, b scored) int {
		return cmp.Or(cmp.Compare(a.tier, b.tier), cmp.Compare(b.score, a.score))
	})
	return all, nil
}

// score adds up what the clauses say of a record; ok is false where it has not
// all of them, or one that is not wanted. A loose hit is no reason to leave out.
func score(id record.ID, cs []clause) (h scored, ok bool) {
	h.id = id
	for _, c := range cs {
		hit, tier := false, kana.Loose
		for i, m := range c.any {
			l := m[id]
			if l == nil || c.not && l.tier == kana.Loose {
				continue
			}
			hit, tier = true, min(tier, l.tier)
			h.leaves, h.idfs = append(h.leaves, l), append(h.idfs, c.idfs[i])
			h.score += c.idfs[i] * l.worth
		}
		if hit == c.not {
			return h, false
		}
		if !c.not {
			h.tier = max(h.tier, tier)
		}
	}
	return h, true
}

// meets: of one name any filter, of different names all, and none that is negated.
func meets(fs []Filter, facets map[string][]string) bool {
	asked, held := map[string]bool{}, map[string]bool{}
	for _, f := range fs {
		ok := f.Holds(facets[f.Name])
		if f.Not {
			if ok {
				return false
			}
			continue
		}
		asked[f.Name] = true
		held[f.Name] = held[f.Name] || ok
	}
	for n := range asked {
		if !held[n] {
			return false
		}
	}
	return true
}
