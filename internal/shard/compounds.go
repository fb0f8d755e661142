package shard

import (
	"slices"
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

// wordsOf notes the words of the record. A word ranks as the pair does that speaks
// for it.
func (v *inverter) wordsOf(l *index.Lattice) {
	units, starts := v.runes[:0], v.starts[:0] // and where each begins in the entry's bytes
	for at, r := range l.Entry.Units {
		units, starts = append(units, r), append(starts, int32(at))
	}
	starts = append(starts, int32(len(l.Entry.Units)))
	v.runes, v.starts = units, starts
	inWord := func(p int) bool {
		return units[p] != 0 && l.Entry.Flags[p]&index.InRun == 0 && (index.IsKanji(units[p]) || l.Entry.Flags[p]&index.Katakana != 0)
	}
	cuts := v.cuts[:0]
	for p := 0; p < len(units); {
		if !inWord(p) {
			p++
			continue
		}
		cuts = cuts[:0]
		for ; p < len(units) && inWord(p); p++ {
			if l.Begins(int32(p)) {
				cuts = append(cuts, p)
			}
		}
		if l.Ends(int32(p)) {
			cuts = append(cuts, p)
		}
		for i, from := range cuts {
			for _, to := range cuts[i+1 : min(i+1+mostWords, len(cuts))] {
				if to-from < 3 || to-from > longestWord {
					continue
				}
				w := units[from:to]
				rep := index.Representative(w)
				pair := v.of.get(index.PairKey(uint32(w[rep]), uint32(w[rep+1])))
				if pair < 0 || v.last[pair].n != v.n+1 {
					continue
				}
				t := v.tally(v.numberIn(&v.ofWord, mixed(w), l.Entry.Units[starts[from]:starts[to]], compound))
				t.pair, t.edge = v.last[pair].tally, whole|wordy
				t.ways |= 1 << bit(slices.ContainsFunc(l.Entry.Flags[from:to], isChanged))
			}
		}
	}
	v.cuts = cuts
}

// isChanged: the unit is written otherwise than usual (サーバー for サーバ).
func isChanged(f byte) bool { return f&index.Changed != 0 }

// compound is the text of a word's row: its units with tabs between, as of a pair.
func compound(word string) string { return strings.Join(strings.Split(word, ""), "\t") }

// isCompound tells a word's row, which is no list to be published.
func isCompound(text string) bool { return strings.Count(text, "\t") > 1 }

// wordOf is the word of such a row.
func wordOf(text string) string { return strings.ReplaceAll(text, "\t", "") }
