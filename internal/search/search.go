// Package search answers queries from the bleve index. It is the reference that
// the browser's engine (assets/js/toshin.js) must agree with, hit for hit.
package search

import (
	"fmt"
	"sort"

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
	mean    int
	streams map[record.ID]*stream
}

// Open opens the index in dir. lex may be nil.
func Open(dir string, t *kana.Table, lex kana.Lexicon) (*Searcher, error) {
	r, err := index.OpenReader(dir)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	s := &Searcher{r: r, t: t, lex: lex, streams: map[record.ID]*stream{}}
	total := 0
	for _, d := range r.Docs {
		total += d.Len
	}
	s.mean = total / max(len(r.Docs), 1)
	return s, nil
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

// find evaluates a term over all records.
func (s *Searcher) find(t Term) (map[record.ID]*leaf, error) {
	chains := s.Chains(t)
	candidates := map[record.ID]bool{}
	for _, c := range chains {
		var ids map[record.ID]bool
		for _, term := range termsOf(c) {
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
		if l := newLeaf(x, chains); l != nil {
			found[id] = l
		}
	}
	return found, nil
}

// termsOf are the terms that a record with chain c must have.
func termsOf(c kana.Chain) []string {
	var ts []string
	for _, a := range c.Atoms {
		rs := []rune(a.Text)
		if a.Kind != kana.Gram || len(rs) == 1 {
			ts = append(ts, a.Text)
			continue
		}
		for i := 0; i+1 < len(rs); i++ {
			ts = append(ts, string(rs[i:i+2]))
		}
	}
	return ts
}

type scored struct {
	id     record.ID
	tier   kana.Tier
	score  int
	leaves []*leaf
	worth  []int // of each leaf: its term's idf
}

// Search answers q.
func (s *Searcher) Search(q string, o Options) (*Result, error) {
	if o.NoReadings {
		s = s.withoutReadings()
	}
	res := &Result{Query: Parse(q), Hits: []Hit{}}
	res.Query.Expanded = s.expanded(res.Query)
	type clause struct {
		not  bool
		any  []map[record.ID]*leaf
		idfs []int
	}
	var cs []clause
	for _, c := range res.Query.Clauses {
		k := clause{not: c.Not}
		for _, t := range c.Any {
			if len(s.Chains(t)) == 0 {
				res.Query.Notes = append(res.Query.Notes, Note{"nothing-to-search", t.Text})
				continue
			}
			m, err := s.find(t)
			if err != nil {
				return nil, fmt.Errorf("search: %w", err)
			}
			k.any, k.idfs = append(k.any, m), append(k.idfs, idf(len(s.r.Order), len(m)))
		}
		if len(k.any) > 0 {
			cs = append(cs, k)
		}
	}
	if len(cs) == 0 && len(res.Query.Filters) == 0 {
		return res, nil
	}
	var all []scored
	for _, id := range s.r.Order {
		h := scored{id: id}
		ok := true
		var lists [][]int
		for _, c := range cs {
			hit := false
			tier := kana.Loose
			var starts []int
			for i, m := range c.any {
				l := m[id]
				if l == nil || c.not && l.tier == kana.Loose {
					continue
				}
				hit = true
				tier = min(tier, l.tier)
				h.leaves, h.worth = append(h.leaves, l), append(h.worth, c.idfs[i])
				h.score += leafScore(c.idfs[i], len(l.occs), l.worth, s.r.Docs[id].Len, s.mean)
				for _, o := range l.occs {
					starts = append(starts, o.From)
				}
			}
			if hit == c.not {
				ok = false
				break
			}
			if !c.not {
				h.tier = max(h.tier, tier)
				sort.Ints(starts)
				lists = append(lists, starts)
			}
		}
		if !ok {
			continue
		}
		if len(res.Query.Filters) > 0 {
			x, err := s.stream(id)
			if err != nil {
				return nil, fmt.Errorf("search: %w", err)
			}
			if !meets(res.Query.Filters, x.Facets) {
				continue
			}
		}
		if len(lists) > 1 {
			h.score = h.score * near(span(lists)) / 16
		}
		all = append(all, h)
	}
	sort.SliceStable(all, func(i, j int) bool {
		if all[i].tier != all[j].tier {
			return all[i].tier < all[j].tier
		}
		return all[i].score > all[j].score
	})
	res.Total = len(all)
	limit := o.Limit
	if limit <= 0 {
		limit = 10
	}
	from := min(max(o.Offset, 0), len(all))
	for _, h := range all[from:min(from+limit, len(all))] {
		x, err := s.stream(h.id)
		if err != nil {
			return nil, fmt.Errorf("search: %w", err)
		}
		res.Hits = append(res.Hits, s.hit(x, h))
	}
	return res, nil
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
