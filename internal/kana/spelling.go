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

// longest finds the set whose longest way stands at unit i, and how many units
// that way has.
func (f *folder) longest(sets [][]string, i int) (ways []string, n int) {
	for _, set := range sets {
		for _, w := range set {
			if l := len([]rune(w)); l > n && f.starts(i, w) {
				ways, n = set, l
			}
		}
	}
	return ways, n
}

// at lists the other ways to write the word at unit i, which ends before k;
// k = i where there is none.
func (s *spelling) at(f *folder, i int) (k int, others []string) {
	c := f.out[i].cls
	if c != kanji && (!c.isKana() || i > 0 && f.out[i-1].cls.isKana()) {
		return i, nil
	}
	ways, n := f.longest(s.words, i)
	if a, an := f.longest(s.first, i); an > 0 && i+an < len(f.out) {
		if b, bn := f.longest(s.last, i+an); bn > 0 && an+bn >= n {
			ways, n = nil, an+bn
			for _, x := range a {
				for _, y := range b {
					// 取り扱 is nobody's spelling, and 組み合 would find 組み合わせ.
					if bare := y == b[0] && b[0] != b[len(b)-1] && len([]rune(y)) == 1; !bare || x == a[0] {
						ways = append(ways, x+y)
					}
				}
			}
		}
	}
	for _, w := range ways {
		if !f.starts(i, w) || len([]rune(w)) != n {
			others = append(others, w)
		}
	}
	if len(others) == 0 {
		return i, nil
	}
	return i + n, others
}
