package search

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/kana"
)

// Query is how a query is read. assets/js/query.js reads the same.
type Query struct {
	Clauses []Clause `json:"clauses"` // all must hold
	Filters []Filter `json:"filters"` // of one name any, of different names all
	Same    bool     `json:"same"`    // 同じ発言: all clauses in one passage
	Notes   []Note   `json:"notes"`   // what was odd about it

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

// Note says how a part of the query was read. Its words for people stand by
// its code in the layouts and in cmd/toshin.
type Note struct {
	Code string `json:"code"`
	Text string `json:"text"` // the part
}

// maxParts bounds the clauses and filters of a query: a pasted page is searched
// by its beginning.
const maxParts = 32

const (
	blanks  = " \t\r\n\u3000\u00a0"
	minuses = "-－−"
	bars    = "|｜"
	quotes  = "\"＂“”„〝〟"
)

// brackets are quotes where nothing but a blank stands outside them, so that
// 「個人情報」 is a phrase and 答申「第3号」 a word.
var brackets = map[rune]rune{'「': '」', '『': '』', '｢': '｣'}

// Parse reads a query. Every text has a reading; Notes say what was put right.
func Parse(s string) Query {
	p := parser{scan: scan{rs: []rune(s)}, q: Query{Clauses: []Clause{}, Filters: []Filter{}, Notes: []Note{}}}
	for p.skipBlanks(); p.i < len(p.rs); p.skipBlanks() {
		if len(p.q.Clauses)+len(p.q.Filters) >= maxParts {
			p.note("too-many", string(p.rs[p.i:]))
			break
		}
		p.part()
	}
	if p.or {
		p.note("or-without-right", "OR")
	}
	return p.q
}

// parser builds the query from its parts. last is what the newest part was: a
// word, a word to leave out, a filter; or says that an OR stands after it.
type parser struct {
	scan
	q    Query
	last byte
	or   bool
}

const (
	word   = 'w'
	except = 'e'
	filter = 'f'
)

func (p *parser) note(code, text string) { p.q.Notes = append(p.q.Notes, Note{code, text}) }

func (p *parser) part() {
	if p.at(bars) {
		p.i++
		p.alternative()
		return
	}
	not := false
	if p.at(minuses) && p.i+1 < len(p.rs) && !strings.ContainsRune(blanks, p.rs[p.i+1]) {
		not = true
		p.i++
	}
	if text, closed, ok := p.quoted(); ok {
		if !closed {
			p.note("unclosed-quote", text)
		}
		p.term(Term{text, true}, not)
		return
	}
	w := p.word()
	switch name, rest, ok := filterName(w); {
	case ok:
		p.filter(name, rest, not)
	case !not && (w == "OR" || w == "ＯＲ"):
		p.alternative()
	default:
		p.term(Term{p.bare(w), false}, not)
	}
}

func (p *parser) alternative() {
	switch {
	case p.or:
	case p.last == word || p.last == filter:
		p.or = true
	default:
		p.note("or-without-left", "OR")
	}
}

func (p *parser) term(t Term, not bool) {
	if t.Text == "" {
		p.note("empty-phrase", "")
		return
	}
	joined := p.or && p.last == word && !not
	switch {
	case joined:
		last := &p.q.Clauses[len(p.q.Clauses)-1]
		last.Any = append(last.Any, t)
	case p.or && p.last == filter:
		p.note("or-with-filter", t.Text)
	case p.or:
		p.note("or-with-not", t.Text)
	}
	if !joined {
		p.q.Clauses = append(p.q.Clauses, Clause{not, []Term{t}})
	}
	p.or, p.last = false, word
	if not {
		p.last = except
	}
}

// bare takes brackets off that group words: a group is what OR makes anyway.
// What looks like an unknown filter stays a word and is named.
func (p *parser) bare(w string) string {
	cut := w
	if !strings.ContainsAny(w, ")）") {
		cut = strings.TrimLeft(w, "(（")
	} else if !strings.ContainsAny(w, "(（") {
		cut = strings.TrimRight(w, ")）")
	}
	if cut != w && cut != "" {
		p.note("parentheses", w)
		w = cut
	}
	if name, _, ok := cutColon(w); ok && unknownName(name) {
		p.note("unknown-filter", w)
	}
	return w
}

// filter reads the value of a filter, of which rest stood in the same word.
func (p *parser) filter(name, rest string, not bool) {
	typed := name + ":" + rest
	rest, exact := cutEquals(rest)
	var values []string
	if rest == "" {
		if !exact {
			p.skipBlanks() // 結論: 妥当
		}
		if text, closed, ok := p.quoted(); ok {
			if !closed {
				p.note("unclosed-quote", text)
			}
			values = append(values, text)
		} else if at := p.i; !p.at(minuses) {
			rest = p.word()
			if _, _, ok := filterName(rest); ok || rest == "OR" || rest == "ＯＲ" {
				p.i, rest = at, ""
			}
		}
	}
	if rest != "" {
		values = append(values, p.stretch(name, rest))
	}
	for p.at(bars) && len(values) > 0 && p.i+1 < len(p.rs) && !strings.ContainsRune(blanks, p.rs[p.i+1]) && len(values) < maxParts {
		p.i++
		if text, _, ok := p.quoted(); ok {
			values = append(values, text)
		} else if w := p.word(); w != "" {
			values = append(values, w)
		}
	}
	if len(values) == 0 || values[0] == "" {
		p.note("filter-empty", typed)
		return
	}
	if p.or && (p.last != filter || !p.filtered(name)) {
		p.note("or-with-filter", name+":"+values[0])
	}
	p.or, p.last = false, filter
	for _, v := range values {
		p.put(name, v, exact, not)
	}
}

// stretch reads on where a range is written with blanks: 平成29年4月 ~ 30年3月.
func (p *parser) stretch(name, value string) string {
	read := readers[name]
	for read != nil {
		at := p.i
		p.skipBlanks()
		w := p.word()
		open := endsOpen(value)
		rs, _ := read(w)
		if _, _, ok := filterName(w); ok || w == "" || !beginsOpen(w) && (!open || rs == nil) || open && beginsOpen(w) {
			p.i = at
			break
		}
		value += w
	}
	return value
}

// filtered reports whether the newest filter is of the name.
func (p *parser) filtered(name string) bool {
	n := len(p.q.Filters)
	return n > 0 && p.q.Filters[n-1].Name == name
}

// scan walks over a query.
type scan struct {
	rs []rune
	i  int
}

func (s *scan) at(set string) bool { return s.i < len(s.rs) && strings.ContainsRune(set, s.rs[s.i]) }

func (s *scan) skipBlanks() {
	for s.at(blanks) {
		s.i++
	}
}

// word reads on to a blank, a bar or a quote. The value of a filter may begin
// with a bracket that quotes.
func (s *scan) word() string {
	from := s.i
	for s.i < len(s.rs) && !s.at(blanks) && !s.at(bars) && !s.at(quotes) {
		if s.i > from && brackets[s.rs[s.i]] != 0 {
			_, rest, ok := filterName(string(s.rs[from:s.i]))
			if v, _ := cutEquals(rest); ok && v == "" {
				break
			}
		}
		s.i++
	}
	return string(s.rs[from:s.i])
}

// quoted reads a quotation, if one begins here.
func (s *scan) quoted() (text string, closed, ok bool) {
	if s.at(quotes) {
		s.i++
		from := s.i
		for s.i < len(s.rs) && !s.at(quotes) {
			s.i++
		}
		text, closed = string(s.rs[from:s.i]), s.i < len(s.rs)
		s.i++
		return text, closed, true
	}
	if s.i >= len(s.rs) || brackets[s.rs[s.i]] == 0 {
		return "", false, false
	}
	open, end, depth := s.rs[s.i], brackets[s.rs[s.i]], 0
	for k := s.i; k < len(s.rs); k++ {
		switch s.rs[k] {
		case open:
			depth++
		case end:
			depth--
		}
		if depth > 0 {
			continue
		}
		if k+1 < len(s.rs) && !strings.ContainsRune(blanks+bars, s.rs[k+1]) {
			break
		}
		text = string(s.rs[s.i+1 : k])
		s.i = k + 1
		return text, true, true
	}
	return "", false, false
}
