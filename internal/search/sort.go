package search

import (
	"sort"
	"strconv"

	"github.com/toshin-archive/toshin/internal/kana"
)

// Sort is the order of the hits. What is found by the loose rules only stands
// last in every order.
type Sort string

// Relevance is the order of tiers, then of scores; the others are by date and by
// the number of the reply. What has no date or number stands last.
const (
	Relevance Sort = "relevance"
	Newest    Sort = "newest"
	Oldest    Sort = "oldest"
	ByNumber  Sort = "number"
)

// Sorts are all orders.
var Sorts = []Sort{Relevance, Newest, Oldest, ByNumber}

// order sorts hits, which stand newest first.
func (s *Searcher) order(hits []scored, by Sort) {
	if by == "" {
		by = Relevance
	}
	less := func(a, b *scored) bool { return a.score > b.score }
	switch by {
	case Newest:
		less = func(a, b *scored) bool { return a.n < b.n }
	case Oldest:
		dates := s.column("期間")
		less = func(a, b *scored) bool {
			x, y := dates.first(a.n), dates.first(b.n)
			return x != "" && (y == "" || x < y)
		}
	case ByNumber:
		keys := map[int][2]int{}
		for _, h := range hits {
			keys[h.n] = s.numberKey(h.n)
		}
		less = func(a, b *scored) bool {
			x, y := keys[a.n], keys[b.n]
			return x[0] < y[0] || x[0] == y[0] && x[1] < y[1]
		}
	}
	sort.SliceStable(hits, func(i, j int) bool {
		a, b := &hits[i], &hits[j]
		if x, y := a.tier == kana.Loose, b.tier == kana.Loose; x != y {
			return y
		}
		if by == Relevance && a.tier != b.tier {
			return a.tier < b.tier
		}
		return less(a, b)
	})
}

// numberKey orders the numbers of records: those that go on through the years
// first, then those that begin anew each year, by 年度.
func (s *Searcher) numberKey(n int) [2]int {
	best := [2]int{1 << 30, 0}
	c := s.column("番号")
	for _, v := range c.rows[n] {
		x, ok := ParseNumber(c.values[v])
		if !ok {
			continue
		}
		k := [2]int{0, x.N}
		if x.Year > 0 {
			k[0] = x.gregorian()
			if y, err := strconv.Atoi(s.column("年度").first(n)); err == nil {
				k[0] = y
			}
		}
		if k[0] < best[0] || k[0] == best[0] && k[1] < best[1] {
			best = k
		}
	}
	return best
}
