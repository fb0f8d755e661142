package search

import "sort"

// facetNames are counted, in the order shown.
var facetNames = []string{"種別", "結論", "年度", "実施機関", "所管課", "条文"}

// Facet counts, for each value, the records that match all of the query but
// what it chooses of this facet itself: so many would be found if only that
// value were chosen.
type Facet struct {
	Name   string       `json:"name"`
	Values []FacetValue `json:"values"` // the most frequent first; of 年度 the newest
}

// FacetValue is one value. Those that no record has are left out, but a chosen one.
type FacetValue struct {
	Value  string `json:"value"`
	Count  int    `json:"count"`
	Chosen bool   `json:"chosen,omitempty"`
}

// counter counts facets over records.
type counter struct {
	s      *Searcher
	groups []*group
	counts map[string][]int
}

func newCounter(s *Searcher, gs []*group) *counter {
	c := &counter{s, gs, map[string][]int{}}
	for _, f := range facetNames {
		c.counts[f] = make([]int, len(s.column(f).values))
	}
	return c
}

// add takes a record that misses the choice of the named facets.
func (c *counter) add(n int, misses []string) {
	if len(misses) > 1 {
		return
	}
	for _, f := range facetNames {
		if len(misses) == 0 || misses[0] == f {
			for _, v := range c.s.column(f).rows[n] {
				c.counts[f][v]++
			}
		}
	}
}

func (c *counter) facets() []Facet {
	fs := []Facet{}
	for _, name := range facetNames {
		f := Facet{Name: name, Values: []FacetValue{}}
		var chosen []bool
		for _, g := range c.groups {
			if g.name == name {
				chosen = g.any
			}
		}
		for i, v := range c.s.column(name).values {
			x := FacetValue{v, c.counts[name][i], chosen != nil && chosen[i]}
			if x.Count > 0 || x.Chosen {
				f.Values = append(f.Values, x)
			}
		}
		sort.SliceStable(f.Values, func(i, j int) bool {
			if name == "年度" {
				return f.Values[i].Value > f.Values[j].Value
			}
			return f.Values[i].Count > f.Values[j].Count
		})
		if len(f.Values) > 0 {
			fs = append(fs, f)
		}
	}
	return fs
}
