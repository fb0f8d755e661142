package search

import "sort"

// column is what the records have of one facet, as the search files hold it:
// distinct values in order of their bytes, and for each record (by ordinal) the
// numbers of its own.
type column struct {
	values []string
	rows   [][]int
}

// column of a facet, made once.
func (s *Searcher) column(name string) *column {
	if c := s.columns[name]; c != nil {
		return c
	}
	c := &column{rows: make([][]int, len(s.r.Order))}
	seen := map[string]int{}
	for _, d := range s.r.Docs {
		for _, v := range d.Facets[name] {
			seen[v] = 0
		}
	}
	for v := range seen {
		c.values = append(c.values, v)
	}
	sort.Strings(c.values)
	for i, v := range c.values {
		seen[v] = i
	}
	for n, id := range s.r.Order {
		for _, v := range s.r.Docs[id].Facets[name] {
			c.rows[n] = append(c.rows[n], seen[v])
		}
		sort.Ints(c.rows[n])
	}
	s.columns[name] = c
	return c
}

// first is the first value of record n, "" where it has none.
func (c *column) first(n int) string {
	if len(c.rows[n]) == 0 {
		return ""
	}
	return c.values[c.rows[n][0]]
}

// group is the filters of one name: a record must have a value in any, unless it
// is nil, and none in not.
type group struct {
	name     string
	col      *column
	any, not []bool
}

// groups gathers filters by name, in the order in which the names first stand.
func (s *Searcher) groups(fs []Filter) []*group {
	var gs []*group
	at := map[string]*group{}
	for _, f := range fs {
		g := at[f.Name]
		if g == nil {
			g = &group{name: f.Name, col: s.column(f.Name)}
			at[f.Name] = g
			gs = append(gs, g)
		}
		meet := s.values(f, g.col.values)
		set := &g.any
		if f.Not {
			set = &g.not
		}
		if *set == nil {
			*set = meet
			continue
		}
		for i, m := range meet {
			(*set)[i] = (*set)[i] || m
		}
	}
	return gs
}

// holds reports whether record n has a value that is chosen; excluded, one that
// is not wanted.
func (g *group) holds(n int) bool { return g.any == nil || has(g.any, g.col.rows[n]) }

func (g *group) excluded(n int) bool { return g.not != nil && has(g.not, g.col.rows[n]) }

func has(set []bool, row []int) bool {
	for _, v := range row {
		if set[v] {
			return true
		}
	}
	return false
}
