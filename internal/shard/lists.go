package shard

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"

	"github.com/toshin-archive/toshin/internal/shard/letters"
)

// A file of terms, inflated: the lengths of its columns but the last, a varint
// each, then the columns.
//
//	text     three rows with "\x02" between, and "\x01" between what is in each:
//	         the terms, in order; of each of their contexts, what stands before the
//	         pair's first mark; and what stands behind that (package letters)
//	sizes    of each term: its postings here <<2 | has contexts <<1 | has a list;
//	         where it has contexts, how many there are (varints, as all numbers)
//
// of the terms with a list, a byte a posting but for the gaps,
//
//	gaps     of each term: first ordinal, then differences
//	ranks    impact-1 | class<<4
//	edges    begins | ends | whole | other
//	ways     for each posting with `other`
//
// and of those with contexts
//
//	counts   of each posting: how many contexts more than one
//	ids      of each posting, of each of its contexts: difference to the number before
//	times    of those of a posting that has several: how often more than once. What
//	         is the same wherever the term stands need not be counted
//
// What a column holds is alike, and unlike the others': each is deflated by itself
// (deflater.pack). No text has the control characters that stand between: they fold
// to nothing.
const (
	betweenItems = "\x01"
	betweenRows  = "\x02"

	hasList     = 1
	hasContexts = 2
)

// part is a stretch of a term's postings: their list, their contexts, or both.
type part struct {
	text     string
	count    int    // the term's postings
	from, to int    // the part's: [from, to)
	posts    []byte // row.posts, or nil
	arounds  int
	around   []byte // row.around, or nil
}

// terms are the inflated bytes of a file, by columns.
func terms(ps []part, t *letters.Table) [][]byte {
	var names, lefts, rights, sizes, gaps, ranks, edges, ways []byte
	var posts []posting
	var c contextsColumns
	for i, p := range ps {
		if i > 0 {
			names = append(names, betweenItems...)
		}
		names = append(names, p.text...)
		size, n := uint64(p.to-p.from)<<2, 0
		if p.posts != nil {
			size |= hasList
			posts = readPosts(posts, p.count, p.posts)
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
		if p.around != nil {
			of := c.add(&p)
			for _, c := range of {
				left, right, _ := bytes.Cut(c, []byte(center))
				lefts = append(append(lefts, betweenItems...), left...)
				rights = append(append(rights, betweenItems...), right...)
			}
			size, n = size|hasContexts, len(of)
		}
		sizes = binary.AppendUvarint(sizes, size)
		if n > 0 {
			sizes = binary.AppendUvarint(sizes, uint64(n))
		}
	}
	lefts, rights = bytes.TrimPrefix(lefts, []byte(betweenItems)), bytes.TrimPrefix(rights, []byte(betweenItems))
	text := t.Append(nil, string(bytes.Join([][]byte{names, lefts, rights}, []byte(betweenRows))))
	columns := [][]byte{nil, text, sizes, gaps, ranks, edges, ways, c.counts, c.ids, c.times}
	for _, column := range columns[1 : len(columns)-1] {
		columns[0] = binary.AppendUvarint(columns[0], uint64(len(column)))
	}
	return columns
}

// contextsColumns are three columns of a file, and memory that is used again.
type contextsColumns struct {
	counts, ids, times []byte

	all    [][]byte
	places []uint32
	of     [][2]uint32 // context and times, of a posting
}

// add appends what the part's postings have of contexts, and lists these, the
// commonest first, until the next part is added.
func (c *contextsColumns) add(p *part) [][]byte {
	c.all, c.places = readAround(c.all, c.places, p.arounds, p.around)
	in := c.places
	a := 0
	for range p.from {
		a = skip(in, a)
	}
	from := a
	for range p.to - p.from {
		a = skip(in, a)
	}
	in = in[from:a]
	names, number := used(c.all, in)
	for a = 0; a < len(in); {
		c.of = c.of[:0]
		for end := skip(in, a); a < end; a++ {
			times := in[a] & 15
			id := number[in[a]>>5]
			if times == 15 {
				a++
				times = in[a]
			}
			c.of = append(c.of, [2]uint32{id, times})
		}
		slices.SortFunc(c.of, func(x, y [2]uint32) int { return int(x[0]) - int(y[0]) })
		c.counts = binary.AppendUvarint(c.counts, uint64(len(c.of)-1))
		before := uint32(0)
		for _, x := range c.of {
			c.ids = binary.AppendUvarint(c.ids, uint64(x[0]-before))
			if len(c.of) > 1 {
				c.times = binary.AppendUvarint(c.times, uint64(x[1]-1))
			}
			before = x[0]
		}
	}
	return names
}

// used are the contexts that stand in around, the commonest first, and their new
// numbers by the old.
func used(all [][]byte, around []uint32) (names [][]byte, number []uint32) {
	times := make([]int32, len(all))
	for i := 0; i < len(around); i++ {
		times[around[i]>>5]++
		if around[i]&15 == 15 {
			i++
		}
	}
	ids := make([]uint32, 0, len(all))
	for id, n := range times {
		if n > 0 {
			ids = append(ids, uint32(id))
		}
	}
	slices.SortFunc(ids, func(i, j uint32) int {
		return cmp.Or(cmp.Compare(times[j], times[i]), bytes.Compare(all[i], all[j]))
	})
	number = make([]uint32, len(all))
	names = make([][]byte, len(ids))
	for i, id := range ids {
		number[id], names[i] = uint32(i), all[id]
	}
	return names, number
}
