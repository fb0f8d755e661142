package report

import (
	"sort"
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// spreading is the source without its blanks, each byte of which knows the line
// it came from: a piece of a record may begin in the middle of one line and end
// on another.
type spreading struct {
	text string
	rows []spreadRow
	told []bool // of each byte: a piece has been found there, and an equal one stands elsewhere
}

type spreadRow struct {
	n    int // line of the file
	from int // where it begins in text
	raw  string
}

type cut struct{ row, from, to int }

// window is how far behind its line, in bytes, a piece is looked for. Woven
// tables are read out of order, but not from another chapter; a bound keeps
// the work in proportion to the text.
const window = 8 << 10

func spread(lines []source.Line) *spreading {
	m := &spreading{}
	var b strings.Builder
	for _, l := range lines {
		s := squeeze(l.Text)
		if s == "" {
			continue
		}
		m.rows = append(m.rows, spreadRow{l.N, b.Len(), l.Text})
		b.WriteString(s)
	}
	m.text = b.String()
	m.told = make([]bool, len(m.text))
	return m
}

// offsetOf is where line n of the file begins, or the first behind it.
func (m *spreading) offsetOf(n int) int {
	i := sort.Search(len(m.rows), func(i int) bool { return m.rows[i].n >= n })
	if i == len(m.rows) {
		return len(m.text)
	}
	return m.rows[i].from
}

// find is where s stands, at or behind from, that no other piece has.
func (m *spreading) find(s string, from int) (int, bool) {
	end := min(len(m.text), from+window+len(s))
	for from < end {
		i := strings.Index(m.text[from:end], s)
		if i < 0 {
			return 0, false
		}
		if from += i; !m.told[from] {
			for k := range len(s) {
				m.told[from+k] = true
			}
			return from, true
		}
		from += len(s)
	}
	return 0, false
}

// cut parts a stretch at the ends of lines.
func (m *spreading) cut(from, to int) []cut {
	var cs []cut
	row := sort.Search(len(m.rows), func(i int) bool { return m.rows[i].from > from }) - 1
	for ; from < to; row++ {
		end := len(m.text)
		if row+1 < len(m.rows) {
			end = m.rows[row+1].from
		}
		cs = append(cs, cut{row, from, min(end, to)})
		from = min(end, to)
	}
	return cs
}

func squeeze(s string) string {
	return strings.Map(func(c rune) rune {
		if record.IsBlank(c) {
			return -1
		}
		return c
	}, s)
}

func trim(s string) string { return strings.TrimFunc(s, record.IsBlank) }
