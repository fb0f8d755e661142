package search

import (
	"math/bits"

	"github.com/toshin-archive/toshin/internal/index"
	"github.com/toshin-archive/toshin/internal/kana"
)

// Rank is made of what the search files know without any record's text, in
// integers, so that Go and the browser (rank.js) agree to the last bit:
//
//   - tier first: exact above folded above reading above loose;
//   - then the sum over the words of rarity × index.Worth, of which impact and
//     place are those of the phrase's representative pair;
//   - then the newer record.

// log2 of a/b in 1/256, a ≥ b > 0, linear between powers of two.
func log2(a, b int) int {
	x := a * 256 / b
	n := bits.Len(uint(x)) - 1
	return (n-8)*256 + (x*256>>n - 256)
}

// idf is how rare a word is that stands in df of n records.
func idf(n, df int) int { return log2(2*n+2, 2*df+1) }

// leaf is one term of the query in one record, by its best phrase.
type leaf struct {
	tier   kana.Tier
	worth  int
	phrase *phrase
	all    []*phrase // of the term
}

func newLeaf(s *stream, ps []*phrase) *leaf {
	var best *leaf
	for _, p := range ps {
		if best != nil && best.tier <= p.tier {
			break // phrases stand in order of tier
		}
		os := s.find(p)
		ok, exact, edges := false, false, 0
		for _, o := range os {
			ok = ok || (o.Begin || !p.begin) && (o.End || !p.end)
			exact = exact || o.Exact
			edges = max(edges, bit(o.Begin)+bit(o.End))
		}
		if !ok {
			continue
		}
		tier := p.tier
		if tier == kana.Exact && !exact {
			tier = kana.Folded
		}
		if best != nil && best.tier <= tier {
			continue
		}
		if len(p.labels) > short {
			edges = 2
		}
		tf, class := s.count(p)
		best = &leaf{tier, index.Worth(index.Impact(tf, s.Len()), class, edges), p, ps}
	}
	return best
}

// count is how often the representative pair stands in the record, and its best place.
func (s *stream) count(p *phrase) (tf int, class index.Class) {
	class = index.Aside
	hi := min(p.rep+2, len(p.labels))
	for at := range s.units {
		if _, _, ok := s.from(at, p, p.rep, hi); ok {
			tf++
			class = min(class, s.Segments[s.SegmentAt(at)].Class)
		}
	}
	return tf, class
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}
