package shard

import (
	"sort"
	"strings"

	"github.com/toshin-archive/toshin/internal/index"
)

// Words of three units or more are no terms, but what people search for: they
// have cards of their own. A word here is what begins and ends with words of the
// text within a stretch of kanji and katakana: 個人情報 and 保護条例 of
// 個人情報保護条例, and the whole.
const (
	longestWord = 12 // units
	mostWords   = 4
)

// words notes the words of the n-th record.
func (v *inverter) wordsOf(n int, l *index.Lattice, units []rune) {
	wordy := func(p int) bool {
		return units[p] != 0 && l.Entry.Flags[p]&index.InRun == 0 && (index.IsKanji(units[p]) || l.Entry.Flags[p]&index.Katakana != 0)
	}
	var cuts []int
	for p := 0; p < len(units); {
		if !wordy(p) {
			p++
			continue
		}
		cuts = cuts[:0]
		for ; p < len(units) && wordy(p); p++ {
			if l.Begins(p) {
				cuts = append(cuts, p)
			}
		}
		if l.Ends(p) {
			cuts = append(cuts, p)
		}
		for i, from := range cuts {
			for _, to := range cuts[i+1 : min(i+1+mostWords, len(cuts))] {
				if to-from < 3 || to-from > longestWord {
					continue
				}
				w := string(units[from:to])
				if ns := v.words[w]; len(ns) == 0 || ns[len(ns)-1] != int32(n) {
					v.words[w] = append(ns, int32(n))
				}
			}
		}
	}
}

// withWords adds the words to the terms, as terms without lists whose postings
// have the rank of the pair that speaks for the word.
func withWords(ts []term, vs []*inverter) []term {
	at := make(map[string]int, len(ts))
	for i := range ts {
		at[ts[i].text] = i
	}
	all := map[string][]int32{}
	for _, v := range vs {
		for w, ns := range v.words {
			all[w] = append(all[w], ns...)
		}
		v.words = nil
	}
	words := make([]string, 0, len(all))
	for w, ns := range all {
		if len(ns) >= cardMin {
			words = append(words, w)
		}
	}
	sort.Strings(words)
	for _, w := range words {
		units := []rune(w)
		rep := index.Representative(units)
		i, ok := at[index.Pair(string(units[rep]), string(units[rep+1]))]
		if !ok {
			continue
		}
		x := &list{wordy: true}
		posts := ts[i].posts
		for _, n := range all[w] {
			k := sort.Search(len(posts), func(k int) bool { return posts[k].n >= n })
			if k < len(posts) && posts[k].n == n {
				x.posts = append(x.posts, posting{n: n, rank: posts[k].rank, edge: whole})
			}
		}
		labels := strings.Split(w, "")
		ts = append(ts, term{text: strings.Join(labels, "\t"), word: w, list: x})
	}
	sort.Slice(ts, func(i, j int) bool { return ts[i].text < ts[j].text })
	return ts
}
