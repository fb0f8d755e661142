package shard

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
)

// list is a term in all records, in their order.
type list struct {
	posts []posting
	// Of a pair of neighbours: what stands around it, for each posting in turn:
	// number of the context <<5 | last of the posting <<4 | times (15: the next
	// word has them).
	around   []uint32
	contexts [][]byte
}

// stands adds a context of the posting at hand.
func (l *list) stands(context, times uint32, last bool) {
	w := context<<5 | uint32(bit(last))<<4
	if times < 15 {
		l.around = append(l.around, w|times)
	} else {
		l.around = append(l.around, w|15, times)
	}
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

// row is a list as runs keep it: what a merge has to know of it, and the rest in
// two stretches of bytes, copied as they are wherever nothing in them changed.
//
//	posts   of each posting: gap to the ordinal before (varint); rank; edge; and
//	        ways, where it has `other`
//	around  number of contexts, their spellings with tabs between, length first;
//	        list.around (varints)
type row struct {
	text    string
	count   int  // postings
	edge    byte // of all postings together
	posts   []byte
	arounds int // words of list.around
	around  []byte
}

// set makes r that of l. What r had is used again.
func (r *row) set(text string, l *list) {
	r.text, r.count, r.edge, r.arounds = text, len(l.posts), 0, len(l.around)
	b, last := r.posts[:0], int32(0)
	for i := range l.posts {
		b = binary.AppendUvarint(b, uint64(l.posts[i].n-last))
		last = l.posts[i].n
	}
	for i := range l.posts {
		b = append(b, l.posts[i].rank)
	}
	for i := range l.posts {
		b = append(b, l.posts[i].edge)
		r.edge |= l.posts[i].edge
	}
	for i := range l.posts {
		if l.posts[i].edge&other != 0 {
			b = append(b, l.posts[i].ways)
		}
	}
	r.posts, r.around = b, r.around[:0]
	if len(l.around) == 0 {
		return
	}
	b = binary.AppendUvarint(r.around, uint64(len(l.contexts)))
	n := len(l.contexts) - 1
	for _, c := range l.contexts {
		n += len(c)
	}
	b = binary.AppendUvarint(b, uint64(n))
	for i, c := range l.contexts {
		if i > 0 {
			b = append(b, '\t')
		}
		b = append(b, c...)
	}
	for _, w := range l.around {
		b = binary.AppendUvarint(b, uint64(w))
	}
	r.around = b
}

// read reads the row into l, whose memory it uses again. Contexts are the row's.
func (r *row) read(l *list) {
	l.posts = readPosts(l.posts, r.count, r.posts)
	l.contexts, l.around = readAround(l.contexts, l.around, r.arounds, r.around)
}

// readPosts reads postings, into ps where it is large enough.
func readPosts(ps []posting, count int, b []byte) []posting {
	ps = slices.Grow(ps[:0], count)[:count]
	at, n := 0, int32(0)
	for i := range ps {
		v, k := binary.Uvarint(b[at:])
		n, at = n+int32(v), at+k
		ps[i].n = n
	}
	ranks, edges, ways := b[at:at+count], b[at+count:at+2*count], b[at+2*count:]
	for i := range ps {
		ps[i].rank, ps[i].edge, ps[i].ways = ranks[i], edges[i], 1
		if edges[i]&other != 0 {
			ps[i].ways, ways = ways[0], ways[1:]
		}
	}
	return ps
}

// readAround reads contexts and their places, into the slices where they are large
// enough.
func readAround(contexts [][]byte, around []uint32, words int, b []byte) ([][]byte, []uint32) {
	contexts = contexts[:0]
	if words == 0 {
		return contexts, around[:0]
	}
	count, k := binary.Uvarint(b)
	b = b[k:]
	n, k := binary.Uvarint(b)
	names := b[k : k+int(n)]
	b = b[k+int(n):]
	contexts = slices.Grow(contexts, int(count))
	for range count {
		end := bytes.IndexByte(names, '\t')
		if end < 0 {
			end = len(names)
		}
		contexts = append(contexts, names[:end:end])
		names = names[min(end+1, len(names)):]
	}
	around = slices.Grow(around[:0], words)[:words]
	at := 0
	for i := range around {
		v, k := uint64(b[at]), 1 // nearly all are of a byte or two
		switch {
		case v < 0x80:
		case b[at+1] < 0x80:
			v, k = v&0x7F|uint64(b[at+1])<<7, 2
		default:
			v, k = binary.Uvarint(b[at:])
		}
		around[i], at = uint32(v), at+k
	}
	return contexts, around
}

// append writes the row, its length first.
func (r *row) append(b []byte) []byte {
	var head [64]byte
	h := binary.AppendUvarint(head[:0], uint64(len(r.text)))
	h = binary.AppendUvarint(h, uint64(r.count))
	h = append(h, r.edge)
	h = binary.AppendUvarint(h, uint64(len(r.posts)))
	h = binary.AppendUvarint(h, uint64(r.arounds))
	b = binary.AppendUvarint(b, uint64(len(h)+len(r.text)+len(r.posts)+len(r.around)))
	b = append(b, h...)
	b = append(b, r.text...)
	b = append(b, r.posts...)
	return append(b, r.around...)
}

// names is the length of the contexts' spellings.
func (r *row) names() int {
	_, k := binary.Uvarint(r.around)
	n, _ := binary.Uvarint(r.around[k:])
	return int(n)
}

var errCut = errors.New("a row is cut off")

// framed reads a row with its length before.
func (r *row) framed(b []byte) error {
	n, k := binary.Uvarint(b)
	if k <= 0 || n != uint64(len(b)-k) {
		return errCut
	}
	return r.parse(b[k:])
}

// parse reads a row behind its length. Its bytes are those of b.
func (r *row) parse(b []byte) error {
	bad := false
	num := func() int {
		v, k := binary.Uvarint(b)
		if k <= 0 || v > 1<<40 {
			bad = true
			return 0
		}
		b = b[k:]
		return int(v)
	}
	text := num()
	r.count = num()
	if bad || len(b) == 0 {
		return errCut
	}
	r.edge, b = b[0], b[1:]
	posts := num()
	r.arounds = num()
	if bad || text+posts > len(b) {
		return errCut
	}
	r.text, r.posts, r.around = string(b[:text]), b[text:text+posts], b[text+posts:]
	return nil
}
