package kana

import (
	_ "embed"
	"strings"
)

//go:embed data/numerals.txt
var numeralsText string

// numerals holds what makes a number of kanji numerals, as folded.
type numerals struct {
	counters []string // 三回: 回
	one      []string // of them, those after 一 alone
	before   []string // 案件三: 案件
	never    []string // 千葉, 十分: no numbers
	notFirst string   // what may not follow some counters: 四日市, 三条通
	sounds   map[string]sound
}

// sound is what a reading counts: はつか is 20 日.
type sound struct{ figures, counter string }

func newNumerals(t *Table) *numerals {
	n := &numerals{sounds: map[string]sound{}}
	to := map[string]*[]string{"数": &n.counters, "一": &n.one, "前": &n.before, "無": &n.never}
	for _, l := range strings.Split(numeralsText, "\n") {
		f := strings.Fields(l)
		if len(f) < 2 || f[0] == "#" {
			continue
		}
		if f[0] == "先" {
			n.notFirst = f[1]
			continue
		}
		if f[0] == "読" {
			for _, w := range f[1:] {
				reading, counted, _ := strings.Cut(w, "=")
				counter := strings.TrimLeft(counted, "0123456789")
				n.sounds[reading] = sound{strings.TrimSuffix(counted, counter), counter}
			}
			continue
		}
		for _, w := range f[1:] {
			*to[f[0]] = append(*to[f[0]], t.fold(w))
		}
	}
	return n
}

// counted reports whether the kanji number [i,k) counts something, is ordinal,
// or can be nothing but a number.
func (f *folder) counted(i, k int) bool {
	n := f.t.num
	first, single := numeral(f.out[i].r), k-i == 1
	ten := single && first >= 10 && first < 10000
	if i > 0 && f.out[i].gap&gapBlock == 0 {
		p := f.out[i-1]
		switch {
		case p.r == '第', f.article(i - 1), f.ended(i, "分の") && f.numberEnds(i-2):
			return true
		case has1("前後", p.r) && f.ended(i-1, "午") && f.starts(k, "時"):
			return true
		case has1("数何幾", p.r) && !ten:
			return false
		}
		for _, w := range n.before {
			if f.ended(i, w) && (k == len(f.out) || f.out[k].cls != kanji || f.out[k].gap != 0) {
				return true
			}
		}
	}
	if first >= 10000 {
		return false // 万一, 億万長者
	}
	if single && f.out[i].r == '十' && f.starts(k, "分") && !f.starts(k, "分の") {
		before := i > 0 && (f.out[i-1].r == '時' || f.out[i-1].cls == digit)
		return before || f.starts(k+1, "間") || f.starts(k+1, "後")
	}
	for _, w := range n.never {
		if f.begins(i, w) {
			return false
		}
	}
	switch {
	case f.manifold(i, k), ten && f.starts(k, "数"):
		return true
	case f.starts(k, "分の") && k+2 < len(f.out) && (numeral(f.out[k+2].r) >= 0 || f.out[k+2].cls == digit):
		return true
	case f.starts(k, "番") && k+1 < len(f.out) && (f.out[k+1].cls == digit || numeral(f.out[k+1].r) >= 0),
		f.starts(k, "番") && i > 0 && f.out[i-1].r == '目':
		return true
	case f.listed(k):
		return true
	}
	list := n.counters
	if single && f.out[i].r == '一' {
		list = n.one
	}
	for _, c := range list {
		if f.starts(k, c) {
			return !f.name(c, k+len([]rune(c)))
		}
	}
	return false
}

// manifold reports a number of several numerals that is one without a counter:
// 二百八十七, 三十, 二〇, 一二三四. Two of them (二三, 八九) may be two guesses.
func (f *folder) manifold(i, k int) bool {
	digits := 0
	for j := i; j < k; j++ {
		switch v := numeral(f.out[j].r); {
		case v >= 10 && k-i > 1, v == 0 && j > i:
			return true
		case v >= 0 && v < 10:
			digits++
		}
	}
	return digits >= 3
}

// article reports that unit i is the の of an article's number: 第二条の二, の三.
func (f *folder) article(i int) bool {
	for ; i > 0 && f.out[i].r == 'の'; i-- {
		if has1("条項号目番", f.out[i-1].r) {
			return true
		}
		k := i
		for k > 0 && (f.out[k-1].cls == digit || numeral(f.out[k-1].r) >= 0) {
			k--
		}
		if k == i {
			return false
		}
		i = k
	}
	return false
}

// listed reports that the number before unit k is the first of two or more that
// share a counter: 二、三人, 二・三人, 二~三人.
func (f *folder) listed(k int) bool {
	if k < len(f.out) && f.out[k].gap&gapPunct == 0 {
		if !has1("、~", f.out[k].r) {
			return false
		}
		k++
	}
	if k >= len(f.out) || f.out[k].cls == digit || numeral(f.out[k].r) < 0 || numeral(f.out[k].r) >= 10 {
		return false
	}
	e, _, _ := f.number(k)
	for _, c := range f.t.num.counters {
		if f.starts(e, c) {
			return !f.name(c, e+len([]rune(c)))
		}
	}
	return false
}

// name reports that a numeral with counter c, which ends before unit e, is the
// beginning of a name: 四日市, 三条通, 八条が丘.
func (f *folder) name(c string, e int) bool {
	if e >= len(f.out) || !strings.ContainsRune("日条本戸町次歳代度番", []rune(c)[0]) {
		return false
	}
	return has1(f.t.num.notFirst, f.out[e].r) ||
		f.out[e].r == 'が' && e+1 < len(f.out) && has1("丘原谷浜崎岳峰根浦池", f.out[e+1].r)
}

// ended reports that w ends before unit i.
func (f *folder) ended(i int, w string) bool {
	n := len([]rune(w))
	return i >= n && f.begins(i-n, w) && (i >= len(f.out) || f.out[i].gap&gapBlock == 0)
}

// numberEnds reports that a digit or a numeral stands before unit i.
func (f *folder) numberEnds(i int) bool {
	return i > 0 && (f.out[i-1].cls == digit || numeral(f.out[i-1].r) >= 0)
}
