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
	words       sets            // ways to write one word
	first, last sets            // stems of compounds: 取[り] 扱[い]
	apart       map[string]bool // no compound of these stems: 落札 is no 落とし札
}

// sets are words with the ways to write each, and the rows that say so.
type sets struct {
	rows  []string
	ways  [][]string
	first map[rune][]int // the ways by their first characters, each once
}

// put adds a word's ways.
func (s *sets) put(row string, ways []string) {
	if s.first == nil {
		s.first = map[rune][]int{}
	}
	n := len(s.ways)
	for _, w := range ways {
		r := []rune(w)[0]
		if at := s.first[r]; len(at) == 0 || at[len(at)-1] != n {
			s.first[r] = append(at, n)
		}
	}
	s.rows, s.ways = append(s.rows, row), append(s.ways, ways)
}

// newSpelling reads the two tables of data/. A line of okurigana.txt is a key and
// stems or words, where [り] may be left out; a line of spellings.txt is one
// word's ways.
func newSpelling(t *Table) *spelling {
	s := &spelling{apart: map[string]bool{}}
	for _, l := range strings.Split(okuriganaText, "\n") {
		f := strings.Fields(l)
		if len(f) < 2 || f[0] == "#" {
			continue
		}
		switch f[0] {
		case "前":
			s.first.add(t, f[1:])
		case "後":
			s.last.add(t, f[1:])
		case "動":
			s.last.add(t, inflect(f[1:]))
		case "五":
			s.words.add(t, inflect(f[1:]))
		case "別":
			for _, w := range f[1:] {
				s.apart[t.fold(w)] = true
			}
		case "語":
			s.words.add(t, f[1:])
		}
	}
	for _, l := range strings.Split(spellingsText, "\n") {
		if f := strings.Fields(l); len(f) > 1 && f[0] != "#" {
			for i, w := range f {
				f[i] = t.fold(w)
			}
			s.words.put(strings.Join(f, " "), f)
		}
	}
	return s
}

// endings of a verb of the 五段 by its last kana, all but that of its noun (消し).
var endings = map[string]string{"う": "うわえおっ", "く": "くかけこい", "ぐ": "ぐがげごい", "す": "すさせそ", "つ": "つたてとっ", "ぶ": "ぶばべぼん", "む": "むまめもん", "る": "るられろっ"}

// inflect lists verbs with each of their endings, and as the noun.
func inflect(verbs []string) (out []string) {
	noun := map[string]string{"う": "い", "く": "き", "ぐ": "ぎ", "す": "し", "つ": "ち", "ぶ": "び", "む": "み", "る": "り"}
	for _, v := range verbs {
		rs := []rune(v)
		stem, end := string(rs[:len(rs)-1]), string(rs[len(rs)-1])
		for _, e := range endings[end] + noun[end] {
			out = append(out, stem+string(e))
		}
	}
	return out
}

// add takes words that may have [ ] in them.
func (s *sets) add(t *Table, words []string) {
	for _, w := range words {
		var row strings.Builder
		for i, part := range strings.FieldsFunc(w, func(r rune) bool { return r == '[' || r == ']' }) {
			if i%2 == 1 && w[0] != '[' {
				row.WriteString("[" + t.fold(part) + "]")
			} else {
				row.WriteString(t.fold(part))
			}
		}
		s.put(row.String(), optional(row.String()))
	}
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
	defer t.put(f)
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
func (f *folder) longest(s *sets, i int) (found [][]string, n int) {
	for _, at := range s.first[f.out[i].r] {
		l := 0
		for _, w := range s.ways[at] {
			if k := len([]rune(w)); k > l && f.begins(i, w) {
				l = k
			}
		}
		if l > n {
			found, n = nil, l
		}
		if l > 0 && l == n {
			found = append(found, s.ways[at])
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
	if o := honorific(f.out[i].r); o != nil && i+1 < len(f.out) && f.out[i+1].cls == kanji && (i == 0 || f.out[i-1].cls != kanji) {
		return i + 1, o
	}
	found, n := f.longest(&s.words, i)
	var ways []string
	for _, set := range found {
		ways = append(ways, set...)
	}
	if first, an := f.longest(&s.first, i); an > 0 && i+an < len(f.out) {
		if last, bn := f.longest(&s.last, i+an); bn > 0 && an+bn >= n && !s.apart[string(f.runes(i, i+an+bn))] {
			if an+bn > n {
				ways, n = nil, an+bn
			}
			for _, a := range first {
				for _, b := range last {
					ways = s.compounds(ways, a, b)
				}
			}
		}
	}
	seen := map[string]bool{}
	for _, w := range ways {
		l := len([]rune(w))
		if l == 1 && i == 0 {
			continue // 済 for 済み would find 経済
		}
		if (!f.begins(i, w) || l != n) && !seen[w] {
			seen[w] = true
			others = append(others, w)
		}
	}
	if len(others) == 0 {
		return i, nil
	}
	return i + n, others
}

// honorific lists the other ways to write the 御 before a word: 御意見, ご意見.
func honorific(r rune) []string {
	switch r {
	case '御':
		return []string{"ご", "お"}
	case 'ご', 'お':
		return []string{"御"}
	}
	return nil
}

// compounds adds the compounds of two stems. One that has its kana inside must
// have them at the end: 取り扱 is nobody's spelling, and 組み合 would find
// 組み合わせ.
func (s *spelling) compounds(ways []string, first, last []string) []string {
	for _, x := range first {
		for _, y := range last {
			bare := y == last[0] && len(last) > 1 && len([]rune(y)) == 1
			if (!bare || x == first[0]) && !s.apart[x+y] {
				ways = append(ways, x+y)
			}
		}
	}
	return ways
}
