// Package similar finds, for each reply (答申) or case (案件), those most like it,
// and says in what: the same articles of law, the same earlier replies leant on, the
// same words that few others have.
//
// The search's index keeps the features of each public record, as postings of a
// field for each kind (package index); a [Table] is what it has of them. All else
// is integer arithmetic, so that the same records give the same neighbours. A
// feature that more than [tooCommon] records have says nothing and costs the most:
// it is left out, which keeps the work linear in the number of records.
package similar

import (
	"cmp"
	"math/bits"
	"slices"

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

// worth of a feature of each kind, beside a word of the text: judged on the kept
// sample (testdata/judged.tsv).
var worth = [Kinds]int{Term: 2, TitleTerm: 5, Article: 3, Cited: 12}

// Of finds the neighbours of each of ts, which come in any order. Those for which
// skip says so are only others' neighbours; nil skips none.
func (t *Table) Of(ts []Thing, skip func(record.ID) bool) map[record.ID][]Match {
	ts = slices.Clone(ts)
	slices.SortFunc(ts, func(a, b Thing) int { return cmp.Compare(a.ID, b.ID) })
	f := &finder{table: t, things: ts, of: make([][]int32, len(ts)), weight: make([]int32, len(t.all)), size: make([]int, len(ts))}
	each(len(ts), func() func(int) { return func(i int) { f.of[i] = t.features(&ts[i]) } })
	f.invert()
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
	table  *Table
	things []Thing
	of     [][]int32 // features of each thing that weigh something, by number
	weight []int32   // of each feature; 0 where it says nothing
	from   []int32   // where the things that have a feature begin in having
	having []int32   // the things of all features in turn
	size   []int     // of each thing: what all its features weigh
	mean   int       // of the sizes of those that share anything
}

// invert weighs the features and finds the things that have each of those that say
// something.
func (f *finder) invert() {
	n := make([]int32, len(f.weight))
	for _, fs := range f.of {
		for _, x := range fs {
			n[x]++
		}
	}
	for x := range f.weight {
		f.weight[x] = int32(weight(f.table.all[x].Kind, len(f.things), int(n[x])))
	}
	telling, postings := 0, int32(0)
	for i, fs := range f.of {
		f.of[i] = slices.DeleteFunc(fs, func(x int32) bool { return f.weight[x] == 0 })
		for _, x := range f.of[i] {
			f.size[i] += int(f.weight[x])
		}
		if f.mean += f.size[i]; f.size[i] > 0 {
			telling++
		}
	}
	f.mean /= max(1, telling)
	f.from = make([]int32, len(f.weight)+1)
	for x := range f.weight {
		if f.from[x] = postings; f.weight[x] > 0 {
			postings += n[x]
		}
	}
	f.from[len(f.weight)] = postings
	f.having = make([]int32, postings)
	at := slices.Clone(f.from)
	for i, fs := range f.of {
		for _, x := range fs {
			f.having[at[x]] = int32(i)
			at[x]++
		}
	}
}

// weight of a feature that n of all things have; 0 where it says nothing.
func weight(k Kind, all, n int) int {
	if n < 2 || n > tooCommon {
		return 0
	}
	w := idf(all, n)
	if k <= TitleTerm && 3*w < idf(all, 1) { // a word of the trade
		return 0
	}
	return w * worth[k]
}

// neighbours of the thing i. score has room for each thing, and is 0 before and
// after.
func (f *finder) neighbours(i int, score []int) []Match {
	var touched []int32
	for _, x := range f.of[i] {
		w := int(f.weight[x])
		for _, j := range f.having[f.from[x]:f.from[x+1]] {
			if score[j] == 0 {
				touched = append(touched, j)
			}
			score[j] += w
		}
	}
	type scored struct{ j, score int }
	var best []scored
	for _, j := range touched {
		s := f.fair(int(j), score[j])
		if score[j] = 0; int(j) != i && s >= enough(len(f.things)) {
			best = append(best, scored{int(j), s})
		}
	}
	slices.SortFunc(best, func(a, b scored) int {
		return cmp.Or(b.score-a.score, cmp.Compare(a.j, b.j)) // things are in order of their IDs
	})
	var ms []Match
	for _, b := range best[:min(shown, len(best))] {
		m := Match{ID: f.things[b.j].ID, Score: b.score}
		m.tell(slices.Concat(f.things[i].Own, f.things[b.j].Own), f.common(i, b.j))
		ms = append(ms, m)
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

// common are the features that two things share, the weightiest first.
func (f *finder) common(i, j int) (fs []Feature) {
	var ns []int32
	for a, b := f.of[i], f.of[j]; len(a) > 0 && len(b) > 0; { // both in order
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			ns, a, b = append(ns, a[0]), a[1:], b[1:]
		}
	}
	slices.SortFunc(ns, func(x, y int32) int {
		return cmp.Or(cmp.Compare(f.weight[y], f.weight[x]), before(f.table.all[x], f.table.all[y]))
	})
	for _, x := range ns {
		fs = append(fs, f.table.all[x])
	}
	return fs
}

// tell writes what the two have in common; fs come the weightiest first.
// own are their own replies.
func (m *Match) tell(own []record.ID, fs []Feature) {
	seen := map[string]bool{}
	for _, f := range fs {
		switch f.Kind {
		case Article:
			m.Articles = append(m.Articles, f.Text)
		case Cited:
			if id := record.ID(f.Text); slices.Contains(own, id) {
				m.Leans = true
			} else {
				m.Cites = append(m.Cites, id)
			}
		default:
			if !seen[f.Text] && len(m.Terms) < maxTerms {
				seen[f.Text] = true
				m.Terms = append(m.Terms, f.Text)
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
