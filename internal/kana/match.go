package kana

// Find returns where chain c first occurs in x as positions [from,to), and
// whether its spans are written as the chain is. It reads the token stream as
// an index would; tests and snippets use it.
func (x *Text) Find(c Chain) (from, to int, exact, ok bool) {
	at := map[int]int{}
	for i := range x.Spans {
		at[x.Spans[i].Pos] = i
	}
	for i := range x.Spans {
		if end, same := x.from(i, c.Atoms, at); end >= 0 {
			if !ok || same && !exact {
				from, to, exact, ok = x.Spans[i].Pos, end, same && c.Tier == Exact, true
			}
			if exact {
				break
			}
		}
	}
	return from, to, exact, ok
}

// FindAll returns every place of chain c in x, as positions [from,to).
func (x *Text) FindAll(c Chain) (places [][2]int) {
	at := map[int]int{}
	for i := range x.Spans {
		at[x.Spans[i].Pos] = i
	}
	for i := range x.Spans {
		if to, _ := x.from(i, c.Atoms, at); to >= 0 && len(c.Atoms) > 0 {
			places = append(places, [2]int{x.Spans[i].Pos, to})
		}
	}
	return places
}

func (x *Text) from(i int, atoms []Atom, at map[int]int) (end int, exact bool) {
	pos := x.Spans[i].Pos
	exact = true
	for _, a := range atoms {
		if k, ok := at[pos]; a.WordStart && (!ok || !x.Spans[k].WordStart) {
			return -1, false
		}
		if a.Kind == Gram {
			n := 0
			for _, r := range a.Text {
				k, ok := at[pos]
				if !ok || x.Spans[k].Rune != r {
					return -1, false
				}
				exact = exact && (a.Changed != nil && n < len(a.Changed) && a.Changed[n]) == x.Spans[k].Changed
				pos++
				n++
			}
			if a.WordEnd && !x.Spans[at[pos-1]].WordEnd {
				return -1, false
			}
			continue
		}
		w := 0
		for _, t := range x.Tokens {
			if t.Pos == pos && t.Term == a.Text && (t.Kind == Alt || t.Kind == Run) && t.Width > w {
				w = t.Width
				exact = exact && t.Kind == Run
			}
		}
		if w == 0 {
			return -1, false
		}
		pos += w
	}
	return pos, exact
}
