package shard

import (
	"encoding/binary"
)

// merger reads several runs as one: each text's row once, joined of all that have
// it. No two runs have the same records.
type merger struct {
	runs   []*cursor // a heap: none before the first, by text
	old    *cursor   // one of runs: what an earlier export kept; or nil
	to     []int32   // ordinal in old → ordinal now, or gone
	at     []*cursor // those of the row at hand
	joiner joiner
	joined row
}

// gone is the ordinal of a record that is no more, or not the same.
const gone = -1

// each calls do with each row. The row is the merger's; it is overwritten after.
func (m *merger) each(do func(*row) error) error {
	all := m.runs
	m.runs = nil
	for _, c := range all {
		if err := m.advance(c); err != nil {
			return err
		}
	}
	for len(m.runs) > 0 {
		if r := m.next(); r.count > 0 { // else no record has it any more
			if err := do(r); err != nil {
				return err
			}
		}
		for _, c := range m.at {
			if err := m.advance(c); err != nil {
				return err
			}
		}
	}
	return nil
}

// next takes the runs that have the first text from the heap, and is their row.
func (m *merger) next() *row {
	m.at = m.at[:0]
	for len(m.runs) > 0 && (len(m.at) == 0 || m.runs[0].row.text == m.at[0].row.text) {
		m.at = append(m.at, m.pop())
	}
	if len(m.at) == 1 && !m.at[0].gone {
		return &m.at[0].row
	}
	m.joiner.begin(len(m.at))
	for i, c := range m.at {
		l := &m.joiner.sides[i].list
		c.row.read(l)
		for k := range l.posts {
			if c.gone {
				l.posts[k].n = m.to[l.posts[k].n]
			}
		}
	}
	m.joined.set(m.at[0].row.text, m.joiner.join())
	return &m.joined
}

// advance goes on to the run's next row and puts it back among the others; a run
// at its end is closed.
func (m *merger) advance(c *cursor) error {
	if err := c.next(); err != nil || c.end {
		c.close()
		return err
	}
	if c == m.old {
		c.gone = m.renumber(&c.row)
	}
	m.push(c)
	return nil
}

// close closes what a merge that broke off has left open.
func (m *merger) close() {
	for _, c := range append(m.runs, m.at...) {
		c.close()
	}
}

func (m *merger) push(c *cursor) {
	h := append(m.runs, c)
	for i := len(h) - 1; i > 0; {
		up := (i - 1) / 2
		if h[up].row.text <= h[i].row.text {
			break
		}
		h[i], h[up] = h[up], h[i]
		i = up
	}
	m.runs = h
}

func (m *merger) pop() *cursor {
	h := m.runs
	c, n := h[0], len(h)-1
	h[0] = h[n]
	h = h[:n]
	for i := 0; ; {
		down := 2*i + 1
		if down+1 < n && h[down+1].row.text < h[down].row.text {
			down++
		}
		if down >= n || h[i].row.text <= h[down].row.text {
			break
		}
		h[i], h[down] = h[down], h[i]
		i = down
	}
	m.runs = h
	return c
}

// renumber brings a row of old up to date, which has the ordinals of now then. Most
// rows stay as they are, and of the others most need new gaps alone; where a record
// of it is gone, the row is left as it was.
func (m *merger) renumber(r *row) (hasGone bool) {
	at, n, same := 0, int32(0), true
	for range r.count {
		v := uint64(r.posts[at]) // nearly all gaps are of one byte
		if at++; v >= 0x80 {
			var k int
			v, k = binary.Uvarint(r.posts[at-1:])
			at += k - 1
		}
		n += int32(v)
		switch to := m.to[n]; to {
		case n:
		case gone:
			return true
		default:
			same = false
		}
	}
	if same {
		return false
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
	return false
}
