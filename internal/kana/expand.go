package kana

import "slices"

// Expansion tells what of a query was read by its sound: とうしん as 答申 and 投信.
type Expansion struct {
	From string   `json:"from"` // as typed
	To   []string `json:"to"`   // as people are shown it, the likeliest first
}

// Expand lists what QueryWith reads by the lexicon, in the order of the query.
func (t *Table) Expand(term string, lex Lexicon) []Expansion {
	f := t.pool.Get().(*folder)
	defer t.put(f)
	f.query(term)
	var es []Expansion
	for _, c := range f.choices(lex) {
		var to []string
		for _, p := range c.ways {
			if p.shown != "" && !slices.Contains(to, p.shown) {
				to = append(to, p.shown)
			}
		}
		if len(to) > 0 {
			es = append(es, Expansion{term[f.out[c.from].start:f.out[c.to-1].end], to})
		}
	}
	return es
}
