package shard

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
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

// part is a stretch of a term's postings, in a file of one of the two kinds.
type part struct {
	text    string
	count   int    // the term's postings
	from    int    // the part's: [from, to)
	to      int    //
	body    []byte // row.posts or row.around
	arounds int
}

func lists(w *store, ps []part) []byte {
	head := make([][2]any, len(ps))
	var gaps, ranks, edges, ways []byte
	var posts []posting
	for i, p := range ps {
		head[i] = [2]any{p.text, p.to - p.from}
		posts = readPosts(posts, p.count, p.body)
		last := int32(0)
		for _, x := range posts[p.from:p.to] {
			gaps = binary.AppendUvarint(gaps, uint64(x.n-last))
			last = x.n
			ranks = append(ranks, x.rank)
			edges = append(edges, x.edge&published)
			if x.edge&other != 0 {
				ways = append(ways, x.ways)
			}
		}
	}
	return file(w.json(head), gaps, ranks, edges, ways)
}

func contexts(w *store, ps []part) []byte {
	head := make([][4]any, len(ps))
	var counts, around []byte
	var ids [][2]uint32 // context and times, of a posting
	var all [][]byte
	var places []uint32
	for i, p := range ps {
		all, places = readAround(all, places, p.arounds, p.body)
		in := places
		a := 0
		for range p.from {
			a = skip(in, a)
		}
		from := a
		for range p.to - p.from {
			a = skip(in, a)
		}
		in = in[from:a]
		names, number := used(all, in)
		head[i] = [4]any{p.text, p.to - p.from, p.from, names}
		for a = 0; a < len(in); {
			ids = ids[:0]
			for end := skip(in, a); a < end; a++ {
				times := in[a] & 15
				id := number[in[a]>>5]
				if times == 15 {
					a++
					times = in[a]
				}
				ids = append(ids, [2]uint32{id, times})
			}
			slices.SortFunc(ids, func(x, y [2]uint32) int { return int(x[0]) - int(y[0]) })
			counts = binary.AppendUvarint(counts, uint64(len(ids)-1))
			before := uint32(0)
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

// used are the contexts that stand in around, the commonest first, with tabs
// between, and their new numbers by the old.
func used(all [][]byte, around []uint32) (joined string, number []uint32) {
	times := make([]int32, len(all))
	for i := 0; i < len(around); i++ {
		times[around[i]>>5]++
		if around[i]&15 == 15 {
			i++
		}
	}
	ids := make([]uint32, 0, len(all))
	size := 0
	for id, n := range times {
		if n > 0 {
			ids, size = append(ids, uint32(id)), size+len(all[id])+1
		}
	}
	slices.SortFunc(ids, func(i, j uint32) int {
		return cmp.Or(cmp.Compare(times[j], times[i]), bytes.Compare(all[i], all[j]))
	})
	number = make([]uint32, len(all))
	b := make([]byte, 0, size)
	for i, id := range ids {
		number[id] = uint32(i)
		if i > 0 {
			b = append(b, '\t')
		}
		b = append(b, all[id]...)
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
