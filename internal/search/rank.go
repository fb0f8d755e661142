package search

import (
	"math/bits"

	"github.com/toshin-archive/toshin/internal/index"
	"github.com/toshin-archive/toshin/internal/kana"
)

// All of rank is integer arithmetic, so that Go and the browser (rank.js) give
// the same scores to the last bit.

// What a hit is worth by the number of its edges that are word boundaries (京都
// in 京都府 above 東京都) and by its place (結論, 判断 above 主張), in sixteenths.
var (
	edgeWorth  = [3]int{4, 8, 16}
	classWorth = [6]int{index.Title: 32, index.Heading: 22, index.Finding: 20, index.Plain: 16, index.Claim: 13, index.Aside: 12}
)

const (
	maxTF = 15   // more says nothing more
	k1    = 307  // 1.2 × 256
	one   = 1024 // fixed point of scores
)

// log2 of a/b in 1/256, a ≥ b > 0, linear between powers of two.
func log2(a, b int) int {
	x := a * 256 / b
	n := bits.Len(uint(x)) - 1
	return (n-8)*256 + (x*256>>n - 256)
}

func idf(n, df int) int { return log2(2*n+2, 2*df+1) }

// leafScore is the BM25 part of one term in one record, times the worth of its
// best occurrence. length and mean are in positions; b = 0.5.
func leafScore(idf, tf, worth, length, mean int) int {
	tf = min(tf, maxTF)
	k := k1/2 + k1*min(length, 16*mean)/(2*max(mean, 1))
	return idf * (tf * 563 * one / (tf*256 + k)) / one * worth
}

// near is what the smallest stretch with all words in it is worth, in sixteenths.
func near(span int) int {
	switch {
	case span <= 16:
		return 64
	case span <= 64:
		return 48
	case span <= 256:
		return 32
	case span <= 1024:
		return 20
	}
	return 16
}

// span is the length of the smallest stretch that holds a start from each list
// (each in order and not empty).
func span(lists [][]int) int {
	at := make([]int, len(lists))
	best := 1 << 30
	for {
		lo, hi, which := 1<<30, -1, 0
		for i, l := range lists {
			p := l[at[i]]
			if p < lo {
				lo, which = p, i
			}
			if p > hi {
				hi = p
			}
		}
		best = min(best, hi-lo)
		if at[which]++; at[which] == len(lists[which]) {
			return best
		}
	}
}

// leaf is one term of the query in one record.
type leaf struct {
	occs  []Occurrence
	tier  kana.Tier
	worth int
}

func newLeaf(s *stream, chains []kana.Chain) *leaf {
	l := &leaf{tier: kana.Loose + 1}
	for _, c := range chains {
		for _, o := range s.find(c) {
			w := edgeWorth[o.Edges] * classWorth[s.Segments[s.SegmentAt(o.From)].Class]
			if o.Tier < l.tier {
				l.tier, l.worth = o.Tier, w
			} else if o.Tier == l.tier {
				l.worth = max(l.worth, w)
			}
			l.occs = append(l.occs, o)
		}
	}
	if len(l.occs) == 0 {
		return nil
	}
	sortOccs(l.occs)
	return l
}
