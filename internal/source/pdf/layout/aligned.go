package layout

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// Tables without rules: rosters, schedules and lists whose columns only stand one
// below the other. A gap that runs down several lines parts two columns, and what
// stands alone under a cell goes on with it. Only what is surely a table is taken
// for one: three columns and three rows at least, and no row without its first
// cell. Everything else keeps its blanks.

const (
	gutterWidth = 0.8 // ems that stay blank in every line; in the first it is a whole gap
	longestRun  = 120 // lines of one table on a page
	mostColumns = 20
)

// span is a stretch of a line, from left to right.
type span struct{ from, to float64 }

// gaps are the blanks between the words of a line that are wide enough to part
// columns.
func (r *row) gaps() []span {
	if r.wide != nil {
		return r.wide
	}
	out := []span{}
	end, first := 0.0, true
	for _, g := range r.glyphs {
		if blank(g.Text) {
			continue
		}
		if !first && g.X-end >= cellGap*r.em {
			out = append(out, span{end, g.X})
		}
		if first || g.X+g.W > end {
			end = g.X + g.W
		}
		first = false
	}
	r.wide = out
	return out
}

// aligned puts the tables without rules among a page's lines.
func aligned(rows []*row) []*row {
	var out []*row
	for i := 0; i < len(rows); {
		t := tableAt(rows[i:min(len(rows), i+longestRun)])
		if t == nil || !t.sure() {
			n := 1
			if t != nil { // long runs that are no table are not looked at line by line
				n = max(1, len(t.rows)/4)
			}
			out = append(out, rows[i:i+n]...)
			i += n
			continue
		}
		out = append(out, t.lines()...)
		i += len(t.rows)
	}
	return out
}

// table is a run of lines and the places between its columns.
type table struct {
	rows    []*row
	gutters []span
}

// tableAt is the run of lines, from the first on, between whose words gutters stay;
// nil where the first has no columns.
func tableAt(rows []*row) *table {
	first := rows[0]
	gutters := first.gaps()
	if len(gutters) < 2 || len(gutters) >= mostColumns || first.vertical || first.table || first.col > 0 {
		return nil
	}
	n := 1
	for ; n < len(rows); n++ {
		r, above := rows[n], rows[n-1]
		if r.vertical || r.table || r.col > 0 || abs(r.em-first.em) > 0.15*first.em {
			break
		}
		if pitch := rows[0].y - rows[1].y; above.y-r.y > 1.6*pitch || above.y-r.y > 3*r.em || r.y > above.y {
			break
		}
		if r.x0 < first.x0-0.7*r.em { // it begins left of the table
			break
		}
		left := meet(gutters, r)
		if len(left) < 2 || n > 2 && len(left) < len(gutters) {
			break
		}
		if r.x0 < left[0].from && r.x1 < left[0].to { // a heading between two tables
			break
		}
		gutters = left
	}
	return &table{rows: rows[:n], gutters: gutters}
}

// meet is what a line leaves blank of the gutters.
func meet(gutters []span, r *row) []span {
	out := make([]span, 0, len(gutters))
	keep := func(g, b span) {
		x := span{max(g.from, b.from), min(g.to, b.to)}
		if x.to-x.from >= gutterWidth*r.em && len(out) < mostColumns {
			out = append(out, x)
		}
	}
	for _, g := range gutters {
		keep(g, span{g.from, r.x0})
		for _, b := range r.gaps() {
			keep(g, b)
		}
		keep(g, span{r.x1, g.to})
	}
	return out
}

// cut parts a line's glyphs at the gutters.
func cut(r *row, gutters []span) [][]Glyph {
	out := make([][]Glyph, len(gutters)+1)
	k := 0
	for _, g := range r.glyphs {
		if blank(g.Text) {
			continue
		}
		for k < len(gutters) && g.X+g.W/2 > gutters[k].to {
			k++
		}
		out[k] = append(out[k], g)
	}
	return out
}

// sure reports whether the run is a table beyond doubt.
func (t *table) sure() bool {
	whole, rows := 0, 0
	for _, l := range t.logical() {
		if len(l.cells[0].lines) == 0 {
			return false
		}
		rows++
		n := 0
		for _, c := range l.cells {
			if len(c.lines) > 0 {
				n++
			}
		}
		if n > 2 {
			whole++
		}
	}
	return rows >= 3 && whole*3 >= rows*2
}

// entry is one row of the table with its cells.
type entry struct {
	rows  []*row
	cells []box
}

// box is a cell: its text line by line, and where the last line ends.
type box struct {
	lines []string
	x1    float64
}

// logical gives the table's rows: lines that only go on with cells above are of
// the row above.
func (t *table) logical() []entry {
	edge := make([]float64, len(t.gutters)+1) // where the longest line of a column ends
	parts := make([][][]Glyph, len(t.rows))
	for i, r := range t.rows {
		parts[i] = cut(r, t.gutters)
		for k, gs := range parts[i] {
			if n := len(gs); n > 0 {
				edge[k] = max(edge[k], gs[n-1].X+gs[n-1].W)
			}
		}
	}
	var out []entry
	for i, r := range t.rows {
		e := entry{rows: []*row{r}, cells: make([]box, len(parts[i]))}
		n := 0
		for k, gs := range parts[i] {
			if len(gs) == 0 {
				continue
			}
			n++
			x := &row{glyphs: gs, y: r.y, em: r.em}
			x.measure()
			x.set()
			e.cells[k] = box{[]string{x.text}, x.x1}
		}
		if len(out) > 0 && len(e.cells[0].lines) == 0 && out[len(out)-1].takes(e, edge, n, r.em) {
			continue
		}
		out = append(out, e)
	}
	return out
}

// takes adds a line to the row above where all of it goes on with cells there:
// the only one that it has, or several that filled their columns.
func (e *entry) takes(next entry, edge []float64, n int, em float64) bool {
	full := func(k int) bool {
		c := e.cells[k]
		return len(c.lines) > 0 && (edge[k]-c.x1 < 1.9*em || unclosed(c.lines[len(c.lines)-1]))
	}
	for k, c := range next.cells {
		if len(c.lines) > 0 && (len(e.cells[k].lines) == 0 || n > 1 && !full(k)) {
			return false
		}
	}
	for k, c := range next.cells {
		if len(c.lines) == 0 {
			continue
		}
		if last := len(e.cells[k].lines) - 1; full(k) {
			e.cells[k].lines[last] += c.lines[0]
		} else {
			e.cells[k].lines = append(e.cells[k].lines, c.lines[0])
		}
		e.cells[k].x1 = c.x1
	}
	e.rows = append(e.rows, next.rows...)
	return true
}

// unclosed reports whether a bracket stays open in s.
func unclosed(s string) bool {
	f := textutil.Fold(s)
	return strings.Count(f, "(") > strings.Count(f, ")") || strings.Count(f, "「") > strings.Count(f, "」")
}

// lines sets the rows as text, the cells parted by tabs.
func (t *table) lines() []*row {
	var out []*row
	for _, e := range t.logical() {
		var texts []string
		for _, c := range e.cells {
			texts = append(texts, strings.Join(c.lines, "　"))
		}
		first, last := e.rows[0], e.rows[len(e.rows)-1]
		r := &row{text: strings.TrimRight(strings.Join(texts, "\t"), "\t"), x0: first.x0, y: first.y, low: last.y, em: first.em, table: true, paper: len(e.rows)}
		for _, x := range e.rows {
			r.x0, r.x1 = min(r.x0, x.x0), max(r.x1, x.x1)
			r.readings = append(r.readings, x.readings...)
		}
		out = append(out, r)
	}
	return out
}
