package kana

import (
	_ "embed"
	"strings"
)

//go:embed data/okurigana.txt
var okuriganaText string

//go:embed data/spellings.txt
var spellingsText string

// spelling holds rule 13: words that are written with more or fewer kana. A
// query tries the other ways; texts are not touched.
type spelling struct {
	words       [][]string // ways to write one word
	first, last [][]string // stems of compounds: 取[り] 扱[い]
}

// newSpelling reads the two tables of data/. A line of okurigana.txt is "前" or
// "後" and stems, or words; [り] may be left out. A line of spellings.txt is one
// word's ways.
func newSpelling(t *Table) *spelling {
	s := &spelling{}
	for _, l := range strings.Split(okuriganaText, "\n") {
		f := strings.Fields(l)
		if len(f) == 0 || strings.HasPrefix(l, "#") {
			continue
		}
		switch f[0] {
		case "前":
			s.first = append(s.first, t.ways(f[1:])...)
		case "後":
			s.last = append(s.last, t.ways(f[1:])...)
		default:
			s.words = append(s.words, t.ways(f)...)
		}
	}
	for _, l := range strings.Split(spellingsText, "\n") {
		if f := strings.Fields(l); len(f) > 1 && f[0] != "#" {
			var ways []string
			for _, w := range f {
				ways = append(ways, t.fold(w))
			}
			s.words = append(s.words, ways)
		}
	}
	return s
}

func (t *Table) ways(words []string) (out [][]string) {
	for _, w := range words {
		var ways []string
		for _, x := range optional(w) {
			ways = append(ways, t.fold(x))
		}
		out = append(out, ways)
	}
	return out
}

// optional lists a word with and without each of its [ ] parts, barest first.
func optional(w string) []string {
	a, rest, ok := strings.Cut(w, "[")
	if !ok {
		return []string{w}
	}
	o, rest, _ := strings.Cut(rest, "]")
	var out []string
	for _, tail := range optional(rest) {
		out = append(out, a+tail, a+o+tail)
	}
	return out
}

// fold is the folded text of a word of the tables.
func (t *Table) fold(s string) string {
	f := t.pool.Get().(*folder)
	defer t.pool.Put(f)
	f.read(s)
	f.bend()
	var b strings.Builder
	for _, u := range f.out {
		b.WriteRune(u.r)
	}
	return b.String()
}

// longest finds the sets whose longest way at unit i is the longest of all, and
// how many units that way has.
func (f *folder) longest(sets [][]string, i int) (found [][]string, n int) {
	for _, set := range sets {
		l := 0
		for _, w := range set {
			if k := len([]rune(w)); k > l && f.starts(i, w) {
				l = k
			}
		}
		if l > n {
			found, n = nil, l
		}
		if l > 0 && l == n {
			found = append(found, set)
		}
	}
	return found, n
}

// at lists the other ways to write the word at unit i, which ends before k;
// k = i where there is none.
func (s *spelling) at(f *folder, i int) (k int, others []string) {
	c := f.out[i].cls
	if c != kanji && (!c.isKana() || i > 0 && f.out[i-1].cls.isKana()) {
		return i, nil
	}
	sets, n := f.longest(s.words, i)
	var ways []string
	for _, set := range sets {
		ways = append(ways, set...)
	}
	if first, an := f.longest(s.first, i); an > 0 && i+an < len(f.out) {
		if last, bn := f.longest(s.last, i+an); bn > 0 && an+bn >= n {
			if an+bn > n {
				ways, n = nil, an+bn
			}
			for _, a := range first {
				for _, b := range last {
					ways = compounds(ways, a, b)
				}
			}
		}
	}
	seen := map[string]bool{}
	for _, w := range ways {
		if (!f.starts(i, w) || len([]rune(w)) != n) && !seen[w] {
			seen[w] = true
			others = append(others, w)
		}
	}
	if len(others) == 0 {
		return i, nil
	}
	return i + n, others
}

// compounds adds the compounds of two stems. One that has its kana inside must
// have them at the end: 取り扱 is nobody's spelling, and 組み合 would find
// 組み合わせ.
func compounds(ways []string, first, last []string) []string {
	for _, x := range first {
		for _, y := range last {
			bare := y == last[0] && len(last) > 1 && len([]rune(y)) == 1
			if !bare || x == first[0] {
				ways = append(ways, x+y)
			}
		}
	}
	return ways
}
