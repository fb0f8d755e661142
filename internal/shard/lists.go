package shard

import (
	"encoding/binary"
	"sort"
)

// A file of lists or of contexts, inflated:
//
//	uint32   length of the header (little-endian)
//	header   JSON: of each term, in order, the term, its number of postings and,
//	         in a file of contexts, which posting of its list is the first here
//	         and its contexts with tabs between
//
// then of lists, a byte a posting but for the gaps,
//
//	gaps     of each term: first ordinal, then differences (varints)
//	ranks    impact-1 | class<<4
//	edges    begins | ends | whole | other
//	ways     for each posting with `other`
//
// and of contexts, as varints,
//
//	counts   of each posting: how many contexts more than one
//	around   of each posting, of each of its contexts: difference to the number
//	         before <<1 | more than once; and then times-2

// part is a stretch of a term's postings.
type part struct {
	text   string
	first  int // its first posting, of the term's
	posts  []posting
	around []uint32
	all    []string // contexts of the term
}

// parts cuts a term into stretches whose files stay small.
func (t *term) parts(size int, limit int) []part {
	n := (size + limit - 1) / limit
	if n <= 1 {
		return []part{{t.text, 0, t.posts, t.around, t.contexts}}
	}
	var ps []part
	i, a := 0, 0
	for k := 1; k <= n; k++ {
		to := len(t.posts) * k / n
		from, at := i, a
		for ; i < to; i++ {
			a = skip(t.around, a)
		}
		if to > from {
			ps = append(ps, part{t.text, from, t.posts[from:to], t.around[at:a], t.contexts})
		}
	}
	return ps
}

// skip is where the posting's contexts at a end.
func skip(around []uint32, a int) int {
	for a < len(around) {
		w := around[a]
		a++
		if w&15 == 15 {
			a++
		}
		if w&(1<<4) != 0 {
			break
		}
	}
	return a
}

func lists(w *store, ps []part) []byte {
	var head [][]any
	var gaps, ranks, edges, ways []byte
	for _, p := range ps {
		head = append(head, []any{p.text, len(p.posts)})
		last := int32(0)
		for _, x := range p.posts {
			gaps = binary.AppendUvarint(gaps, uint64(x.n-last))
			last = x.n
			ranks = append(ranks, x.rank)
			edges = append(edges, x.edge)
			if x.edge&other != 0 {
				ways = append(ways, x.ways)
			}
		}
	}
	return file(w.json(head), gaps, ranks, edges, ways)
}

func contexts(w *store, ps []part) []byte {
	var head [][]any
	var counts, around []byte
	for _, p := range ps {
		names, number := p.used()
		head = append(head, []any{p.text, len(p.posts), p.first, names})
		a := 0
		var ids [][2]int
		for range p.posts {
			end := skip(p.around, a)
			ids = ids[:0]
			for ; a < end; a++ {
				times := int(p.around[a] & 15)
				id := number[p.around[a]>>5]
				if times == 15 {
					a++
					times = int(p.around[a])
				}
				ids = append(ids, [2]int{id, times})
			}
			sort.Slice(ids, func(i, k int) bool { return ids[i][0] < ids[k][0] })
			counts = binary.AppendUvarint(counts, uint64(len(ids)-1))
			before := 0
			for _, x := range ids {
				v := uint64(x[0]-before) << 1
				before = x[0]
				if x[1] == 1 {
					around = binary.AppendUvarint(around, v)
				} else {
					around = binary.AppendUvarint(binary.AppendUvarint(around, v|1), uint64(x[1]-2))
				}
			}
		}
	}
	return file(w.json(head), counts, around)
}

// used are the contexts of the part, the commonest first, and their new numbers
// by the old.
func (p *part) used() (joined string, number map[uint32]int) {
	times := map[uint32]int{}
	for i := 0; i < len(p.around); i++ {
		times[p.around[i]>>5]++
		if p.around[i]&15 == 15 {
			i++
		}
	}
	ids := make([]uint32, 0, len(times))
	for id := range times {
		ids = append(ids, id)
	}
	sort.Slice(ids, func(i, j int) bool {
		if a, b := times[ids[i]], times[ids[j]]; a != b {
			return a > b
		}
		return p.all[ids[i]] < p.all[ids[j]]
	})
	number = make(map[uint32]int, len(ids))
	var b []byte
	for i, id := range ids {
		number[id] = i
		if i > 0 {
			b = append(b, '\t')
		}
		b = append(b, p.all[id]...)
	}
	return string(b), number
}

func file(head []byte, columns ...[]byte) []byte {
	b := binary.LittleEndian.AppendUint32(nil, uint32(len(head)))
	b = append(b, head...)
	for _, c := range columns {
		b = append(b, c...)
	}
	return b
}
