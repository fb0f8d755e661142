package shard

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/index"
)

// A context is what stands around a pair: at least the element before and the
// one behind it, so that four in a row are known; where the pair stands in a run
// of kanji or of katakana, that run, as far as reach. It is spelled as a digit,
// then the elements, the pair itself as two marks:
//
//	0 個人 情報 ⏎⏎ 条例 の     (of 保護, with the marks below in place of the blanks)
const (
	reach = 6 // elements to a side

	boundary = " "  // a word ends and one begins here
	changed  = "\b" // the element before is written otherwise, or an alternate
	center   = "\n" // an element of the pair
	open     = "\f" // a run or an alternate, up to
	shut     = "\r"
)

// The same in symbols: a label with these bits.
const (
	symBoundary = 1 << 31
	symChanged  = 1 << 30
	symEnd      = 1 << 29
)

// pair notes the place of two neighbours, once for each way to come to it and to
// go on. Ways beside the first are marked, so that counts can leave them out.
func (v *inverter) pair(x, y index.Element) {
	l := v.lattice
	term := v.number(index.PairKey(x.Label, y.Label), &v.names)
	t := v.tally(term)
	t.tf++
	t.class = min(t.class, l.Class(x.From))
	t.edge |= edges(l, x.From, y.To) | wordy*byte(bit(x.Script != index.Other && y.Script != index.Other))
	t.ways |= 1 << (bit(x.Changed) | bit(y.Changed)<<1)
	lefts, rights := l.Into(x.From, v.left[:0]), l.From(y.To)
	v.left = lefts
	for i := 0; i < max(len(lefts), 1); i++ {
		for k := 0; k < max(len(rights), 1); k++ {
			v.syms = append(v.syms[:0], uint32(bit(i > 0)|bit(k > 0)<<1))
			if len(lefts) > 0 {
				v.before(lefts, i, x.Script)
			}
			v.sym(x, true)
			v.sym(y, true)
			end := y.To
			if len(rights) > 0 {
				end = v.behind(rights, k, y.Script)
			}
			last := uint32(symEnd)
			if l.Ends(end) {
				last |= symBoundary
			}
			v.syms = append(v.syms, last)
			hash := uint64(term) * 0x9E3779B97F4A7C15
			for _, s := range v.syms {
				hash = (hash ^ uint64(s)) * 0x9E3779B97F4A7C15
				hash ^= hash >> 29
			}
			v.within(t, v.context(hash, v.spell))
		}
	}
}

// before writes what leads to the pair, the farthest first.
func (v *inverter) before(lefts []index.Element, i int, s index.Script) {
	chain := [reach]index.Element{lefts[i]}
	n := 1
	if len(lefts) == 1 && s != index.Other {
		for n < reach && chain[n-1].Script == s {
			from := len(lefts)
			next := v.lattice.Into(chain[n-1].From, lefts)
			v.left = next[:from]
			if len(next) != from+1 || next[from].Script != s {
				break
			}
			chain[n] = next[from]
			n++
		}
	}
	for n--; n >= 0; n-- {
		v.sym(chain[n], false)
	}
}

// behind writes what follows, and returns where it ends.
func (v *inverter) behind(rights []index.Element, k int, s index.Script) int {
	x := rights[k]
	v.sym(x, false)
	for n := 1; n < reach && len(rights) == 1 && s != index.Other && x.Script == s; n++ {
		rights = v.lattice.From(x.To)
		if len(rights) != 1 || rights[0].Script != s {
			break
		}
		x = rights[0]
		v.sym(x, false)
	}
	return x.To
}

func (v *inverter) sym(x index.Element, isCenter bool) {
	s := x.Label
	if isCenter {
		s = 0
	}
	if x.Changed {
		s |= symChanged
	}
	if v.lattice.Begins(x.From) {
		s |= symBoundary
	}
	v.syms = append(v.syms, s)
}

// spell spells the symbols of a context.
func (v *inverter) spell() string {
	var b strings.Builder
	b.WriteByte('0' + byte(v.syms[0]))
	for _, s := range v.syms[1:] {
		if s&symBoundary != 0 {
			b.WriteString(boundary)
		}
		if s&symEnd != 0 {
			break
		}
		switch label := s &^ (symBoundary | symChanged); {
		case label == 0:
			b.WriteString(center)
		default:
			term, named := v.names.Term(label)
			if named {
				term = open + term + shut
			}
			b.WriteString(term)
		}
		if s&symChanged != 0 {
			b.WriteString(changed)
		}
	}
	return b.String()
}
