package shard

import (
	"bytes"
	"hash/maphash"
	"math"
)

// joiner joins what several lists of one term have. All that it gives is good until
// the next; its memory serves for all.
type joiner struct {
	sides  []side
	joined list
	names  nameTable
}

// side is one of the lists that are joined.
type side struct {
	list
	i, a int      // its next posting, and the contexts of it
	to   []uint32 // of each context the number in the joined list, from 1; 0: not met yet
}

// begin makes room for n lists, to be put into j.sides.
func (j *joiner) begin(n int) {
	for len(j.sides) < n {
		j.sides = append(j.sides, side{})
	}
	j.sides = j.sides[:n]
}

// join is what the sides have, in order of the records, but for postings that are
// gone. Contexts that are met no more are left behind.
func (j *joiner) join() *list {
	contexts := 0
	for i := range j.sides {
		s := &j.sides[i]
		s.i, s.a = 0, 0
		s.to = zeros(s.to, len(s.contexts))
		contexts += len(s.contexts)
	}
	l := &j.joined
	l.posts, l.around, l.contexts = l.posts[:0], l.around[:0], l.contexts[:0]
	j.names.reset(contexts)
	for {
		s, until := j.first()
		if s == nil {
			return l
		}
		for s.i < len(s.posts) && s.posts[s.i].n < until {
			j.take(s)
		}
	}
}

// first is the side with the first record, and the first record of the others.
// Mostly all of a side's come before, for runs are of records that follow each
// other.
func (j *joiner) first() (first *side, until int32) {
	at := int32(math.MaxInt32)
	until = at
	for i := range j.sides {
		s := &j.sides[i]
		if s.i == len(s.posts) {
			continue
		}
		if n := s.posts[s.i].n; first == nil || n < at {
			first, at, until = s, n, at
		} else {
			until = min(until, n)
		}
	}
	return first, until
}

// take moves a side's next posting.
func (j *joiner) take(s *side) {
	l, p, end := &j.joined, s.posts[s.i], s.a
	s.i++
	if len(s.around) > 0 {
		end = skip(s.around, s.a)
	}
	if p.n == gone {
		s.a = end
		return
	}
	l.posts = append(l.posts, p)
	for ; s.a < end; s.a++ {
		w := s.around[s.a]
		if s.to[w>>5] == 0 {
			s.to[w>>5] = j.names.of(l, s.contexts[w>>5]) + 1
		}
		l.around = append(l.around, (s.to[w>>5]-1)<<5|w&31)
		if w&15 == 15 {
			s.a++
			l.around = append(l.around, s.around[s.a])
		}
	}
}

// nameTable numbers the contexts of a list, in order of coming.
type nameTable struct {
	seed maphash.Seed
	at   []uint32 // from 1, at or behind the place that the context hashes to; 0: free
	mask uint64
}

func (t *nameTable) reset(contexts int) {
	if t.at == nil {
		t.seed = maphash.MakeSeed()
	}
	n := 8
	for n < 2*contexts {
		n *= 2
	}
	t.at, t.mask = zeros(t.at, n), uint64(n-1)
}

// of is the number of a context, which it adds to l where it is new.
func (t *nameTable) of(l *list, context []byte) uint32 {
	for i := maphash.Bytes(t.seed, context) & t.mask; ; i = (i + 1) & t.mask {
		switch n := t.at[i]; {
		case n == 0:
			l.contexts = append(l.contexts, context)
			t.at[i] = uint32(len(l.contexts))
			return t.at[i] - 1
		case bytes.Equal(l.contexts[n-1], context):
			return n - 1
		}
	}
}

// zeros is n zeros, in the memory of s where it is enough.
func zeros(s []uint32, n int) []uint32 {
	if cap(s) < n {
		return make([]uint32, n, n+n/2)
	}
	s = s[:n]
	clear(s)
	return s
}
