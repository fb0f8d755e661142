package shard

import (
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

// pairAt is a place of two neighbours in the record at hand.
type pairAt struct {
	key    uint64
	term   int32
	around int32 // behind its last context in inverter.stands
	class  index.Class
	edge   byte
	ways   byte
}

// standing is a way to come to a place and to go on.
type standing struct {
	hash    uint64
	context uint32
	from    int32 // its symbols, up to those of the next
}

// pair notes the place of two neighbours, once for each way to come to it and to
// go on. Ways beside the first are marked, so that counts can leave them out.
func (v *inverter) pair(x, y *index.Element) {
	l := v.lattice
	lefts, rights := l.Into(x.From, v.left[:0]), l.From(y.To)
	v.left = lefts
	for i := 0; i < max(len(lefts), 1); i++ {
		for k := 0; k < max(len(rights), 1); k++ {
			from := len(v.syms)
			v.syms = append(v.syms, uint32(bit(i > 0)|bit(k > 0)<<1))
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
			hash := uint64(0)
			for _, s := range v.syms[from:] {
				hash = mix(hash, s)
			}
			v.stands = append(v.stands, standing{hash: hash, from: int32(from)})
		}
	}
	v.pairs = append(v.pairs, pairAt{key: index.PairKey(x.Label, y.Label), around: int32(len(v.stands)), class: l.Class(x.From),
		edge: edges(l, x.From, y.To) | wordy*byte(bit(x.Script != index.Other && y.Script != index.Other)),
		ways: 1 << (bit(x.Changed) | bit(y.Changed)<<1)})
}

// countPairs looks all places of pairs up and counts them. The look-ups are loops
// of their own, so that the processor can begin many before the first is done.
func (v *inverter) countPairs() {
	for i := range v.pairs {
		v.pairs[i].term = v.number(v.pairs[i].key, &v.names)
	}
	s := 0
	for _, p := range v.pairs {
		for ; s < int(p.around); s++ {
			v.stands[s].hash ^= uint64(p.term) * 0x9E3779B97F4A7C15
		}
	}
	for s := range v.stands {
		v.stands[s].context = v.context(v.stands[s].hash, func(b []byte) []byte { return v.spell(b, v.syms[v.stands[s].from:]) })
	}
	s = 0
	for _, p := range v.pairs {
		t := v.tally(p.term)
		t.tf++
		t.class, t.edge, t.ways = min(t.class, p.class), t.edge|p.edge, t.ways|p.ways
		for ; s < int(p.around); s++ {
			v.within(t, v.stands[s].context)
		}
	}
}

// before writes what leads to the pair, the farthest first.
func (v *inverter) before(lefts []index.Element, i int, s index.Script) {
	if len(lefts) != 1 || s == index.Other || lefts[0].Script != s {
		v.sym(&lefts[i], false)
		return
	}
	chain := append(v.chain[:0], lefts[0])
	for n := 1; n < reach; n++ {
		chain = v.lattice.Into(chain[n-1].From, chain)
		if len(chain) != n+1 || chain[n].Script != s {
			chain = chain[:n]
			break
		}
	}
	v.chain = chain
	for i := len(chain) - 1; i >= 0; i-- {
		v.sym(&chain[i], false)
	}
}

// behind writes what follows, and returns where it ends.
func (v *inverter) behind(rights []index.Element, k int, s index.Script) int32 {
	x := &rights[k]
	v.sym(x, false)
	for n := 1; n < reach && len(rights) == 1 && s != index.Other && x.Script == s; n++ {
		rights = v.lattice.From(x.To)
		if len(rights) != 1 || rights[0].Script != s {
			break
		}
		x = &rights[0]
		v.sym(x, false)
	}
	return x.To
}

func (v *inverter) sym(x *index.Element, isCenter bool) {
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

// spell appends the spelling of a context's symbols.
func (v *inverter) spell(b []byte, syms []uint32) []byte {
	b = append(b, '0'+byte(syms[0]))
	for _, s := range syms[1:] {
		if s&symBoundary != 0 {
			b = append(b, boundary...)
		}
		if s&symEnd != 0 {
			break
		}
		switch label := s &^ (symBoundary | symChanged); {
		case label == 0:
			b = append(b, center...)
		default:
			if term, named := v.names.Term(label); named {
				b = append(append(append(b, open...), term...), shut...)
			} else {
				b = append(b, term...)
			}
		}
		if s&symChanged != 0 {
			b = append(b, changed...)
		}
	}
	return b
}
