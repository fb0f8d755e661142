package search

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/kana"
)

// Query is how a query is read. assets/js/query.js reads the same.
type Query struct {
	Clauses []Clause `json:"clauses"` // all must hold
	Filters []Filter `json:"filters"` // of one name any, of different names all
	Notes   []string `json:"notes"`   // codes of what was odd about it

	// Expanded tells what was read by its sound, once each, in order (Search fills it).
	Expanded []kana.Expansion `json:"expanded,omitempty"`
}

// Clause holds where one of Any is found; with Not, where none is.
type Clause struct {
	Not bool   `json:"not"`
	Any []Term `json:"any"`
}

// Term is a word, or a "…" phrase, which is not expanded by readings.
type Term struct {
	Text   string `json:"text"`
	Phrase bool   `json:"phrase"`
}

// Filter asks that a facet has a value that contains Value; of 年度 and 期間 that
// it begins with it.
type Filter struct {
	Name  string `json:"name"`
	Value string `json:"value"`
	Not   bool   `json:"not"`
}

// Filters by name.
var filterNames = []string{"結論", "年度", "実施機関", "所管課", "発言", "節", "条文", "番号", "期間", "種別"}

const (
	blanks = " \t\r\n\u3000"
	quotes = "\"＂“”"
)

// Parse reads a query. Every text has a reading; Notes say what was put right.
func Parse(s string) Query {
	q := Query{Clauses: []Clause{}, Filters: []Filter{}, Notes: []string{}}
	join := false
	rs := []rune(s)
	in := func(i int, set string) bool { return i < len(rs) && strings.ContainsRune(set, rs[i]) }
	for i := 0; i < len(rs); {
		if in(i, blanks) {
			i++
			continue
		}
		not := false
		if in(i, "-－") && i+1 < len(rs) && !in(i+1, blanks) {
			not = true
			i++
		}
		var word []rune
		phrase := false
		if in(i, quotes) {
			phrase = true
			for i++; i < len(rs) && !in(i, quotes); i++ {
				word = append(word, rs[i])
			}
			if i == len(rs) {
				q.Notes = append(q.Notes, "unclosed-quote")
			}
			i++
		} else {
			for ; i < len(rs) && !in(i, blanks) && !in(i, quotes); i++ {
				word = append(word, rs[i])
			}
		}
		w := string(word)
		if !phrase && !not && w == "OR" {
			if len(q.Clauses) == 0 || q.Clauses[len(q.Clauses)-1].Not {
				q.Notes = append(q.Notes, "or-without-left")
			} else {
				join = true
			}
			continue
		}
		if !phrase {
			if name, value, ok := filter(w); ok {
				q.Filters = append(q.Filters, Filter{name, value, not})
				continue
			}
		}
		if w == "" {
			q.Notes = append(q.Notes, "empty-phrase")
			continue
		}
		t := Term{w, phrase}
		if join && !not {
			last := &q.Clauses[len(q.Clauses)-1]
			last.Any = append(last.Any, t)
		} else {
			if join {
				q.Notes = append(q.Notes, "or-with-not")
			}
			q.Clauses = append(q.Clauses, Clause{not, []Term{t}})
		}
		join = false
	}
	if join {
		q.Notes = append(q.Notes, "or-without-right")
	}
	return q
}

func filter(w string) (name, value string, ok bool) {
	for _, n := range filterNames {
		for _, colon := range []string{":", "："} {
			if v, found := strings.CutPrefix(w, n+colon); found && v != "" {
				return n, v, true
			}
		}
	}
	return "", "", false
}

// Holds reports whether one of values meets the filter.
func (f Filter) Holds(values []string) bool {
	for _, v := range values {
		if f.Name == "年度" || f.Name == "期間" {
			if strings.HasPrefix(v, f.Value) {
				return true
			}
		} else if f.Name == "番号" {
			if v == f.Value {
				return true
			}
		} else if strings.Contains(v, f.Value) {
			return true
		}
	}
	return false
}
