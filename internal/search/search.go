// Package search answers queries from the bleve index. It is the reference that
// the browser's engine (assets/js/toshin.js) must agree with, hit for hit.
package search

import (
	"fmt"

	"github.com/toshin-archive/toshin/internal/index"
	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/record"
)

// Options of a search. Limit 0 means 10.
type Options struct {
	Limit, Offset int
	NoReadings    bool // kana and romaji stand for themselves only
	Sort          Sort // "": Relevance
	Same          bool // all words in one passage, as 同じ発言 in the query
	Facets        bool // count the facets
}

// Result is what toshin search --json prints.
type Result struct {
	Total int   `json:"total"`
	Hits  []Hit `json:"hits"`
	Query Query `json:"query"`

	Facets []Facet `json:"facets,omitzero"` // where asked for; of an empty query over all records
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
	Clipped [2]bool   `json:"clipped"` // whether the piece that the snippet is of goes on before and after it
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
	columns map[string]*column
}

// Open opens the index in dir. lex may be nil.
func Open(dir string, t *kana.Table, lex kana.Lexicon) (*Searcher, error) {
	r, err := index.OpenReader(dir)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	return &Searcher{r: r, t: t, lex: lex, streams: map[record.ID]*stream{}, columns: map[string]*column{}}, nil
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

// Search answers q.
func (s *Searcher) Search(q string, o Options) (*Result, error) {
	if o.NoReadings {
		s = s.withoutReadings()
	}
	res := &Result{Query: Parse(q), Hits: []Hit{}}
	res.Query.Expanded = s.expanded(res.Query)
	res.Query.Same = res.Query.Same || o.Same
	e, err := s.evaluate(&res.Query)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	hits, counts, err := e.all(o.Facets)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	if counts != nil {
		res.Facets = counts.facets()
	}
	s.order(hits, o.Sort)
	res.Total = len(hits)
	limit := o.Limit
	if limit <= 0 {
		limit = 10
	}
	from := min(max(o.Offset, 0), len(hits))
	for i := range hits[from:min(from+limit, len(hits))] {
		h := &hits[from+i]
		x, err := s.stream(h.id)
		if err != nil {
			return nil, fmt.Errorf("search: %w", err)
		}
		res.Hits = append(res.Hits, s.hit(x.Entry, h))
	}
	return res, nil
}
