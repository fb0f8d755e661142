// Package similar finds, for each reply (答申) or case (案件), those most like it,
// and says in what: the same articles of law, the same earlier replies leant on, the
// same words that few others have.
//
// All of it is integer arithmetic over the public records alone, so that the
// same records give the same neighbours. A feature that more than [tooCommon]
// records have says nothing and costs the most: it is left out, which keeps the
// work linear in the number of records.
package similar

import (
	"math/bits"
	"slices"
	"sort"

	"github.com/toshin-archive/toshin/internal/record"
)

// Match is a neighbour with what it has in common, the weightiest first.
type Match struct {
	ID       record.ID
	Score    int
	Articles []string    // 条例第9条第1項第5号
	Cites    []record.ID // earlier replies that both lean on
	Leans    bool        // one of the two leans on the other
	Terms    []string    // words
}

const (
	shown     = 5   // neighbours of a record
	tooCommon = 200 // records
	maxTerms  = 5   // told of a match
	one       = 256 // fixed point
)

// kind of a feature, with what one of them is worth beside a word of the text:
// judged on the kept sample (testdata/judged.tsv).
type kind byte

const (
	term kind = iota
	titleTerm
	articleOf
	cited
)

var worth = [...]int{term: 2, titleTerm: 5, articleOf: 3, cited: 12}

type feature struct {
	kind kind
	text string
}

// Of finds the neighbours of each of ts, which come in any order. Those for which
// skip says so are only others' neighbours; nil skips none.
func Of(ts []*Thing, skip func(record.ID) bool) map[record.ID][]Match {
	ts = slices.Clone(ts)
	sort.Slice(ts, func(i, j int) bool { return ts[i].ID < ts[j].ID })
	f := &finder{things: ts, of: make([][]feature, len(ts)), having: map[feature][]int{}}
	each(len(ts), func() func(int) { return func(i int) { f.of[i] = features(ts[i]) } })
	for i := range ts {
		for _, x := range f.of[i] {
			f.having[x] = append(f.having[x], i)
		}
	}
	f.size = make([]int, len(ts))
	each(len(ts), func() func(int) {
		return func(i int) {
			for _, x := range f.of[i] {
				f.size[i] += f.weight(x)
			}
		}
	})
	telling := 0
	for _, n := range f.size {
		if f.mean += n; n > 0 {
			telling++
		}
	}
	f.mean /= max(1, telling)
	all := make([][]Match, len(ts))
	each(len(ts), func() func(int) {
		score := make([]int, len(ts))
		return func(i int) {
			if skip == nil || !skip(ts[i].ID) {
				all[i] = f.neighbours(i, score)
			}
		}
	})
	found := map[record.ID][]Match{}
	for i, ms := range all {
		if len(ms) > 0 {
			found[ts[i].ID] = ms
		}
	}
	return found
}

type finder struct {
	things []*Thing
	of     [][]feature
	having map[feature][]int
	size   []int // of each thing: what all its features weigh
	mean   int   // of the sizes of those that share anything
}

// weight of a feature that two replies share; 0 where it says nothing.
func (f *finder) weight(x feature) int {
	n := len(f.having[x])
	if n < 2 || n > tooCommon {
		return 0
	}
	w := idf(len(f.things), n)
	if x.kind <= titleTerm && 3*w < idf(len(f.things), 1) { // a word of the trade
		return 0
	}
	return w * worth[x.kind]
}

// neighbours of the thing i. score has room for each thing, and is 0 before and
// after.
func (f *finder) neighbours(i int, score []int) []Match {
	var touched []int
	add := func(j, w int) {
		if score[j] == 0 {
			touched = append(touched, j)
		}
		score[j] += w
	}
	for _, x := range f.of[i] {
		if w := f.weight(x); w > 0 {
			for _, j := range f.having[x] {
				if j != i {
					add(j, w)
				}
			}
		}
	}
	var ms []Match
	at := map[record.ID]int{}
	for _, j := range touched {
		m := Match{ID: f.things[j].ID, Score: f.fair(j, score[j])}
		score[j] = 0
		if m.Score >= enough(len(f.things)) {
			at[m.ID] = j
			ms = append(ms, m)
		}
	}
	sort.Slice(ms, func(a, b int) bool {
		if ms[a].Score != ms[b].Score {
			return ms[a].Score > ms[b].Score
		}
		return ms[a].ID < ms[b].ID
	})
	ms = ms[:min(shown, len(ms))]
	for k := range ms {
		j := at[ms[k].ID]
		ms[k].tell(append(f.things[i].own[:len(f.things[i].own):len(f.things[i].own)], f.things[j].own...), f.common(i, j))
	}
	return ms
}

// fair is a score less what the thing j has it from its length: a long one shares
// some words with everything.
func (f *finder) fair(j, score int) int {
	if f.size[j] <= f.mean {
		return score
	}
	return score * 2 * f.mean / (f.mean + f.size[j])
}

// enough is the score from which two of n replies are told to be alike: a word
// of the title that no other has, and a little more; or that one leans on the
// other.
func enough(n int) int { return 6 * idf(n, 1) }

// common are the features that two replies share, the weightiest first.
func (f *finder) common(i, j int) []feature {
	in := map[feature]bool{}
	for _, x := range f.of[j] {
		in[x] = true
	}
	var fs []feature
	for _, x := range f.of[i] {
		if in[x] && f.weight(x) > 0 {
			fs = append(fs, x)
		}
	}
	sort.SliceStable(fs, func(a, b int) bool { return f.weight(fs[a]) > f.weight(fs[b]) })
	return fs
}

// tell writes what the two have in common; fs come the weightiest first.
// own are their own replies.
func (m *Match) tell(own []record.ID, fs []feature) {
	seen := map[string]bool{}
	for _, f := range fs {
		switch f.kind {
		case articleOf:
			m.Articles = append(m.Articles, f.text)
		case cited:
			if id := record.ID(f.text); slices.Contains(own, id) {
				m.Leans = true
			} else {
				m.Cites = append(m.Cites, id)
			}
		default:
			if !seen[f.text] && len(m.Terms) < maxTerms {
				seen[f.text] = true
				m.Terms = append(m.Terms, f.text)
			}
		}
	}
}

// idf is log2(n/df) in 1/256, linear between powers of two.
func idf(n, df int) int {
	x := n * one / df
	k := bits.Len(uint(x)) - 1
	return (k-8)*one + (x*one>>k - one)
}
