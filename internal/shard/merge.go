package shard

import (
	"encoding/binary"
)

// merger reads several runs as one: each text's row once, joined of all that have
// it. No two runs have the same records.
type merger struct {
	runs   []*cursor
	old    *cursor // one of runs: what an earlier export kept; or nil
	to     []int32 // ordinal in old → ordinal now, or gone
	at     []*cursor
	joined row
}

// gone is the ordinal of a record that is no more, or not the same.
const gone = -1

// each calls do with each row. The row is the merger's; it is overwritten after.
func (m *merger) each(do func(*row) error) error {
	m.at = append(m.at, m.runs...)
	for {
		if err := m.advance(); err != nil {
			return err
		}
		r := m.next()
		if r == nil {
			return nil
		}
		if err := do(r); err != nil {
			return err
		}
	}
}

func (m *merger) close() {
	for _, c := range m.runs {
		c.close()
	}
}

// next is the row at hand, nil behind the last; then advance goes on.
func (m *merger) next() *row {
	for _, c := range m.runs {
		switch {
		case c.end:
		case len(m.at) == 0 || c.row.text < m.at[0].row.text:
			m.at = append(m.at[:0], c)
		case c.row.text == m.at[0].row.text:
			m.at = append(m.at, c)
		}
	}
	switch len(m.at) {
	case 0:
		return nil
	case 1:
		return &m.at[0].row
	}
	l := m.at[0].row.list()
	for _, c := range m.at[1:] {
		l = join(l, c.row.list())
	}
	m.joined.set(m.at[0].row.text, l)
	return &m.joined
}

// advance goes on in all runs that had the row.
func (m *merger) advance() error {
	for _, c := range m.at {
		for {
			if err := c.next(); err != nil {
				return err
			}
			if c == m.old && !c.end {
				if m.renumber(&c.row); c.row.count == 0 {
					continue // no record has it any more
				}
			}
			break
		}
	}
	m.at = m.at[:0]
	return nil
}

// renumber brings a row of old up to date: what is left of it, by the ordinals of
// now. Most rows stay as they are, and of the others most need new gaps alone.
func (m *merger) renumber(r *row) {
	at, n, same := 0, int32(0), true
	for range r.count {
		v, k := binary.Uvarint(r.posts[at:])
		n, at = n+int32(v), at+k
		switch to := m.to[n]; to {
		case n:
		case gone:
			var left row
			left.set(r.text, r.list().kept(m.to))
			*r = left
			return
		default:
			same = false
		}
	}
	if same {
		return
	}
	b := make([]byte, 0, len(r.posts)+16)
	from, last, rest := int32(0), int32(0), r.posts
	for range r.count {
		v, k := binary.Uvarint(rest)
		from, rest = from+int32(v), rest[k:]
		b = binary.AppendUvarint(b, uint64(m.to[from]-last))
		last = m.to[from]
	}
	r.posts = append(b, rest...)
}

// kept is what is left of l.
func (l *list) kept(to []int32) *list {
	for i := range l.posts {
		l.posts[i].n = to[l.posts[i].n]
	}
	return join(l, &list{})
}

// join is what two lists of a term have, but for postings that are gone.
func join(x, y *list) *list {
	l := &list{posts: make([]posting, 0, len(x.posts)+len(y.posts)), around: make([]uint32, 0, len(x.around)+len(y.around))}
	number := make(map[string]uint32, len(x.contexts))
	sides := [2]*side{newSide(x), newSide(y)}
	for {
		s := sides[0]
		if s.i == len(s.posts) || sides[1].i < len(sides[1].posts) && sides[1].posts[sides[1].i].n < s.posts[s.i].n {
			s = sides[1]
		}
		if s.i == len(s.posts) {
			return l
		}
		p := s.posts[s.i]
		s.i++
		end := s.a
		if len(s.around) > 0 {
			end = skip(s.around, s.a)
		}
		if p.n == gone {
			s.a = end
			continue
		}
		l.posts = append(l.posts, p)
		for ; s.a < end; s.a++ {
			w := s.around[s.a]
			l.around = append(l.around, s.in(l, number, w>>5)<<5|w&31)
			if w&15 == 15 {
				s.a++
				l.around = append(l.around, s.around[s.a])
			}
		}
	}
}

// side is one of two lists that are joined.
type side struct {
	*list
	i, a int      // its next posting, and the contexts of it
	to   []uint32 // of each context the number in the joined list, from 1; 0: not met yet
}

func newSide(l *list) *side { return &side{list: l, to: make([]uint32, len(l.contexts))} }

// in is the number in l of a context of s. Contexts that are met no more are
// left behind.
func (s *side) in(l *list, number map[string]uint32, context uint32) uint32 {
	if s.to[context] == 0 {
		c := s.contexts[context]
		n, ok := number[c]
		if !ok {
			n = uint32(len(l.contexts))
			number[c] = n
			l.contexts = append(l.contexts, c)
		}
		s.to[context] = n + 1
	}
	return s.to[context] - 1
}
