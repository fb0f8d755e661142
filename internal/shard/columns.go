package shard

import "sort"

// columns collects what each record has of each facet, so that the browser can
// filter, count and sort all that a query matches without any record's text.
type columns map[string]map[string][]int // facet → value → ordinals

// column is the file of one facet.
type column struct {
	Values []string `json:"values"` // in order of their bytes
	Rows   []any    `json:"rows"`   // of each record: the number of its value, a list of them, or null
}

func (c *columns) add(n int, facets map[string][]string) {
	if *c == nil {
		*c = columns{}
	}
	for name, values := range facets {
		if (*c)[name] == nil {
			(*c)[name] = map[string][]int{}
		}
		for _, v := range values {
			(*c)[name][v] = append((*c)[name][v], n)
		}
	}
}

// write puts a file a facet and returns their names.
func (c columns) write(w *store, records int) map[string]string {
	names := map[string]string{}
	for name, by := range c {
		x := column{Values: make([]string, 0, len(by)), Rows: make([]any, records)}
		for v := range by {
			x.Values = append(x.Values, v)
		}
		sort.Strings(x.Values)
		rows := make([][]int, records)
		for i, v := range x.Values {
			for _, n := range by[v] {
				rows[n] = append(rows[n], i)
			}
		}
		for n, r := range rows {
			switch len(r) {
			case 0:
			case 1:
				x.Rows[n] = r[0]
			default:
				x.Rows[n] = r
			}
		}
		names[name] = w.putJSON(x)
	}
	return names
}
