package shard

import (
	"hash/fnv"
)

// Files are cut where the terms say so, not where a count is full: so what is
// added to one file moves no cut behind the next such term, and an export of some
// more records writes few files anew. Any limit is of bytes before deflating.

// cutter gathers what goes to files of one kind, in order.
type cutter[T any] struct {
	limit int
	flush func([]T)

	size int
	ts   []T
}

// add takes t, of a size, which may begin a file where mark says so.
func (c *cutter[T]) add(t T, size int, mark uint32) {
	if c.size+size > c.limit || c.size > c.limit/2 && isCut(mark, size, c.limit/4) {
		c.end()
	}
	c.ts, c.size = append(c.ts, t), c.size+size
}

// end closes the file.
func (c *cutter[T]) end() {
	if len(c.ts) > 0 {
		c.flush(c.ts)
	}
	c.ts, c.size = nil, 0
}

// isCut holds about once in every so many bytes.
func isCut(mark uint32, size, every int) bool { return int(mark%uint32(every)) < size }

// mark is a number that only the term decides.
func mark(text string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(text))
	return h.Sum32()
}

// perPart is how many of a term's postings a file of the limit takes, in powers of
// two, so that it stays when some are added.
func perPart(count, size, limit int) int {
	per := 1
	for per < count && per*size*3 < count*limit*2 { // up to a third above the limit
		per *= 2
	}
	return per
}
