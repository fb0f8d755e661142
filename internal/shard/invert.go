package shard

import (
	"cmp"
	"slices"

	"github.com/toshin-archive/toshin/internal/index"
)

// Bits of posting.edge: whether some place of the term in the record begins a
// word, ends one, does both; and whether some place is written otherwise.
const (
	begins = 1 << iota
	ends
	whole
	other
)

// posting is one term in one record.
type posting struct {
	n    int32 // ordinal of the record
	rank byte  // impact-1 | class<<4
	edge byte
	ways byte // set of the ways its units are written: bit 0 as usual, 1 the first otherwise, 2 the second, 3 both
}

// list is one term in all records, in their order.
type list struct {
	posts []posting
	// Of a pair of neighbours: what stands around it, for each posting in turn:
	// number of the context <<5 | last of the posting <<4 | times (15: the next
	// word has them).
	around   []uint32
	contexts []string
	wordy    bool // some place is written in kanji or katakana
}

// inverter turns records into lists. Terms are keyed by the labels of one or two
// elements.
type inverter struct {
	names index.Names
	lists map[uint64]*list
	words map[string][]int32 // word → ordinals
	ctx   map[uint64]uint32  // mix of term and context → number of the context in its list

	lattice *index.Lattice
	places  []place
	syms    []uint32
	left    []index.Element
}

// place is one occurrence of a term, once for each way on to its neighbours.
type place struct {
	key, hash uint64
	sym, end  int32 // its context in syms
	flags     byte  // posting.edge of this place
	ways      byte
	class     index.Class
	again     bool // the same occurrence with other neighbours
	wordy     bool
}

func newInverter() *inverter {
	return &inverter{lists: map[uint64]*list{}, ctx: map[uint64]uint32{}, words: map[string][]int32{}}
}

// add takes the n-th record; each n is larger than the one before.
func (v *inverter) add(n int, e *index.Entry) {
	l := index.NewLattice(e, &v.names, v.lattice)
	v.lattice, v.places, v.syms = l, v.places[:0], v.syms[:0]
	for _, x := range l.Elements {
		v.places = append(v.places, place{key: uint64(x.Label), flags: edges(l, x.From, x.To), ways: 1 << bit(x.Changed),
			class: l.Class(x.From), wordy: x.Script == index.Kanji})
		for _, y := range l.From(x.To) {
			v.pair(x, y)
		}
	}
	v.wordsOf(n, l, []rune(e.Units))
	slices.SortFunc(v.places, func(a, b place) int {
		if c := cmp.Compare(a.key, b.key); c != 0 {
			return c
		}
		return cmp.Compare(a.hash, b.hash)
	})
	for i := 0; i < len(v.places); {
		k := i + 1
		for k < len(v.places) && v.places[k].key == v.places[i].key {
			k++
		}
		v.post(n, e.Len(), v.places[i:k])
		i = k
	}
}

func (v *inverter) post(n, length int, ps []place) {
	x := v.lists[ps[0].key]
	if x == nil {
		x = &list{}
		v.lists[ps[0].key] = x
	}
	tf, class, p := 0, index.Aside, posting{n: int32(n)}
	for _, o := range ps {
		if !o.again {
			tf++
		}
		class = min(class, o.class)
		p.edge |= o.flags
		p.ways |= o.ways
		x.wordy = x.wordy || o.wordy
	}
	if p.ways != 1 {
		p.edge |= other
	}
	p.rank = byte(index.Impact(tf, length)-1) | byte(class)<<4
	x.posts = append(x.posts, p)
	if ps[0].key>>32 == 0 {
		return
	}
	for i := 0; i < len(ps); {
		k := i + 1
		for k < len(ps) && ps[k].hash == ps[i].hash {
			k++
		}
		mix := (ps[i].hash ^ ps[i].key) * 0x9E3779B97F4A7C15
		id, ok := v.ctx[mix]
		if !ok {
			id = uint32(len(x.contexts))
			v.ctx[mix] = id
			x.contexts = append(x.contexts, v.context(v.syms[ps[i].sym:ps[i].end]))
		}
		w, times := id<<5, uint32(k-i)
		if k == len(ps) {
			w |= 1 << 4
		}
		if times < 15 {
			x.around = append(x.around, w|times)
		} else {
			x.around = append(x.around, w|15, times)
		}
		i = k
	}
}

func edges(l *index.Lattice, from, to int) byte {
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
