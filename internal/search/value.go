package search

import (
	"slices"
	"strings"

	"github.com/toshin-archive/toshin/internal/kana"
)

// named are the filters whose values are words of a small vocabulary: there 会長
// is not 副会長, where some record has 会長.
var named = []string{"結論", "種別", "発言", "節"}

// values tells, value by value of a column, which meet f. Values are compared
// folded, digits as whole numbers: 第九条 is 第9条 and not 第19条.
func (s *Searcher) values(f Filter, column []string) []bool {
	meet := make([]bool, len(column))
	if f.Ranges != nil {
		for i, v := range column {
			meet[i] = f.inRange(v)
		}
		return meet
	}
	var chains []kana.Chain
	for _, c := range s.t.Query(f.Value) {
		if c.Tier <= kana.Folded {
			chains = append(chains, c)
		}
	}
	find := func(whole bool) bool {
		any := false
		for i, v := range column {
			meet[i] = s.has(v, f, chains, whole)
			any = any || meet[i]
		}
		return any
	}
	if f.Exact {
		find(true)
	} else if !slices.Contains(named, f.Name) || !find(true) {
		find(false)
	}
	return meet
}

func (s *Searcher) has(value string, f Filter, chains []kana.Chain, whole bool) bool {
	if len(chains) == 0 {
		return value == f.Value || !whole && strings.Contains(value, f.Value)
	}
	x := s.t.Analyze(value)
	for _, c := range chains {
		for _, at := range x.FindAll(c) {
			switch {
			case whole && (at[0] != 0 || at[1] != x.Len):
			case f.Name == "条文" && branches(value[x.Spans[spanAt(x, at[1]-1)].End:]):
			default:
				return true
			}
		}
	}
	return false
}

// branches: after 第9条 stands の2, which makes it another article.
func branches(rest string) bool {
	rest, ok := strings.CutPrefix(rest, "の")
	if !ok {
		return false
	}
	_, ok = (&scan{rs: []rune(plain(rest))}).number()
	return ok
}

func spanAt(x *kana.Text, pos int) int {
	return slices.IndexFunc(x.Spans, func(p kana.Span) bool { return p.Pos == pos })
}

func (f Filter) inRange(v string) bool {
	for _, r := range f.Ranges {
		if f.Name == "番号" {
			if n, ok := ParseNumber(v); ok && n.within(r) {
				return true
			}
		} else if v >= r.From && (r.To == "" || v <= r.To) {
			return true
		}
	}
	return false
}
