package search

import (
	"slices"
	"strings"
)

// Filter asks for records by what they are; 発言 and 節 also say in which
// passages the words must stand (docs/search-language.md).
type Filter struct {
	Name   string  `json:"name"`
	Value  string  `json:"value"` // as typed
	Exact  bool    `json:"exact"` // typed 結論:=妥当: the whole value
	Not    bool    `json:"not"`
	Ranges []Range `json:"ranges,omitempty"` // of 年度, 期間 and 番号: how Value is read; any of them
}

// Range holds what lies from From to To, both included; an empty end is open.
// Ends are years (2017), days (2017-04-01) or numbers (222, r2-6).
type Range struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// filterNames are the filters, each with the other names that it goes by.
var filterNames = [][]string{
	{"結論", "結果", "outcome"},
	{"年度", "fy"},
	{"実施機関", "機関", "宛先", "agency"},
	{"所管課", "所管", "担当課", "課", "department"},
	{"発言", "発言者", "話者", "speaker"},
	{"節", "見出し", "section"},
	{"条文", "条", "条項", "article"},
	{"類型", "type"},
	{"番号", "答申番号", "号", "number"},
	{"期間", "日付", "年月日", "開催日", "答申日", "年", "date"},
	{"種別", "種類", "kind"},
	{"同じ発言", "同じ発言の中で", "same"},
}

const (
	colons = ":："
	equals = "=＝"
)

func cutColon(w string) (name, value string, ok bool) {
	i := strings.IndexAny(w, colons)
	if i < 0 {
		return "", "", false
	}
	for _, r := range w[i:] {
		return w[:i], w[i+len(string(r)):], true
	}
	return "", "", false
}

// cutEquals takes the sign off that asks for the whole value.
func cutEquals(v string) (string, bool) {
	for _, e := range equals {
		if x, ok := strings.CutPrefix(v, string(e)); ok {
			return x, true
		}
	}
	return v, false
}

// filterName splits a word that begins with a filter's name.
func filterName(w string) (name, value string, ok bool) {
	n, v, ok := cutColon(w)
	if !ok {
		return "", "", false
	}
	n = plain(n)
	for _, names := range filterNames {
		for _, x := range names {
			if x == n {
				return names[0], v, true
			}
		}
	}
	return "", "", false
}

// unknownName reports whether a reader meant s as a filter's name: one to eight
// Japanese characters.
func unknownName(s string) bool {
	n := 0
	for _, r := range s {
		if r < 0x3041 || r > 0x9fff {
			return false
		}
		n++
	}
	return n > 0 && n <= 8
}

// readers are the filters whose values are ranges. A value that cannot be read
// gives none, and codes of notes say why.
var readers = map[string]func(value string) (rs []Range, codes []string){
	"年度": years, "期間": days, "番号": numbers,
}

var no = []string{"いいえ", "no", "off", "0", "なし", "オフ", "false"}

// put adds a filter, or notes why it cannot be read.
func (p *parser) put(name, value string, exact, not bool) {
	f := Filter{Name: name, Value: value, Exact: exact, Not: not}
	if name == "同じ発言" {
		p.q.Same = slices.Contains(no, plain(value)) == not
		return
	}
	if read := readers[name]; read != nil {
		var codes []string
		f.Ranges, codes = read(value)
		for _, c := range codes {
			p.note(c, name+":"+value)
		}
		if f.Ranges == nil {
			return
		}
	}
	if len(p.q.Clauses)+len(p.q.Filters) < maxParts {
		p.q.Filters = append(p.q.Filters, f)
	}
}
