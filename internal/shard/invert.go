package shard

import (
	"github.com/toshin-archive/toshin/internal/index"
)

// Bits of posting.edge: whether some place of the term in the record begins a
// word, ends one, does both; whether some place is written otherwise; and, in
// runs alone, whether some place is written in kanji or katakana.
const (
	begins = 1 << iota
	ends
	whole
	other
	wordy

	published = begins | ends | whole | other
)

// posting is one term in one record.
type posting struct {
	n    int32 // ordinal of the record
	rank byte  // impact-1 | class<<4
	edge byte
	ways byte // set of the ways its units are written: bit 0 as usual, 1 the first otherwise, 2 the second, 3 both
}

// inverter turns records, each of a larger ordinal than the one before, into a
// batch: every term's postings. A term is known by its number in the batch.
type inverter struct {
	batch
	names index.Names

	// The record at hand:
	n       int32
	lattice *index.Lattice
	terms   []tally
	around  []times // of all its terms
	pairs   []pairAt
	stands  []standing // of all pairs in turn
	syms    []uint32   // of all standings in turn
	left    []index.Element
	chain   []index.Element
	runes   []rune // its units
	starts  []int32
	cuts    []int
}

// newInverter is for batches of about so many bytes. Half of them are postings,
// which would be copied again and again if they grew.
func newInverter(bytes int) *inverter {
	return &inverter{batch: batch{units: make([]int32, 1<<16), held: make([]held, 0, bytes/2/16), around: make([]uint32, 0, bytes/4/4)}}
}

// tally is what a record has of one term.
type tally struct {
	term   int32
	pair   int32 // of a word: the tally of the pair that speaks for it; else -1
	around int32 // the last of its contexts, or -1
	tf     int32
	class  index.Class
	edge   byte
	ways   byte
}

// times is how often a term stands in one context.
type times struct {
	context uint32
	n       uint32
	before  int32 // another context of the term, or -1
}

// add takes the record of ordinal n.
func (v *inverter) add(n int, e *index.Entry) {
	v.n, v.terms, v.around = int32(n), v.terms[:0], v.around[:0]
	v.pairs, v.stands, v.syms = v.pairs[:0], v.stands[:0], v.syms[:0]
	l := index.NewLattice(e, &v.names, v.lattice)
	v.lattice = l
	for i := range l.Elements {
		x := &l.Elements[i]
		t := v.tally(v.unit(x.Label))
		t.tf++
		t.class = min(t.class, l.Class(x.From))
		t.edge |= edges(l, x.From, x.To) | wordy*byte(bit(x.Script == index.Kanji))
		t.ways |= 1 << bit(x.Changed)
		next := l.From(x.To)
		for k := range next {
			v.pair(x, &next[k])
		}
	}
	v.countPairs()
	v.wordsOf(l)
	v.stretchesOf(e)
	v.post(e.Len())
}

// unit is the term of one element. Nearly all are of the first 65,536 characters.
func (v *inverter) unit(label uint32) int32 {
	if label >= uint32(len(v.units)) {
		return v.number(uint64(label), &v.names)
	}
	if v.units[label] == 0 {
		v.units[label] = v.number(uint64(label), &v.names) + 1
	}
	return v.units[label] - 1
}

// tally is the record's of a term. It may be used until the next is asked for.
func (v *inverter) tally(term int32) *tally {
	if s := &v.last[term]; s.n != v.n+1 {
		s.n, s.tally = v.n+1, int32(len(v.terms))
		v.terms = append(v.terms, tally{term: term, pair: -1, around: -1, class: index.Aside})
	}
	return &v.terms[v.last[term].tally]
}

// within counts a context of a pair.
func (v *inverter) within(t *tally, context uint32) {
	if s := &v.lastIn[context]; s.n != v.n+1 {
		s.n, s.tally = v.n+1, int32(len(v.around))
		v.around = append(v.around, times{context: context, before: t.around})
		t.around = s.tally
	}
	v.around[v.lastIn[context].tally].n++
}

// post hands the record's terms to the batch.
func (v *inverter) post(length int) {
	for i := range v.terms {
		t := &v.terms[i]
		p := posting{n: v.n, edge: t.edge, ways: t.ways}
		of := t
		if t.pair >= 0 {
			of = &v.terms[t.pair]
		}
		if of.tf > 0 {
			p.rank = byte(index.Impact(int(of.tf), length)-1) | byte(of.class)<<4
		}
		if t.ways > 1 {
			p.edge |= other
		}
		v.hold(t.term, p, t.around, v.around)
	}
}

func edges(l *index.Lattice, from, to int32) byte {
	var f byte
	if l.Begins(from) {
		f |= begins
	}
	if l.Ends(to) {
		f |= ends
	}
	if f == begins|ends {
		f |= whole
	}
	return f
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}
