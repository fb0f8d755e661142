package layout

import (
	"slices"
	"sort"

	"github.com/toshin-archive/toshin/internal/record"
)

func reading(text, kana string) record.Reading { return record.Reading{Text: text, Kana: kana} }

// columns finds lines set in two columns and puts the left one before the right
// one. A table has a gutter, too, but its cells are short or stand alone: only
// columns of prose are taken apart.
func columns(rows []*row, em float64) []*row {
	at, from, to := gutter(rows, em)
	if to == 0 {
		return rows
	}
	if l, g := rows[to-1].cut(at); l == nil || g == nil {
		to-- // one line alone below them is no column
	}
	var left, right []*row
	for _, r := range rows[from:to] {
		l, g := r.cut(at)
		if l != nil {
			l.col = 1
			left = append(left, l)
		}
		if g != nil {
			g.col = 2
			right = append(right, g)
		}
	}
	return slices.Concat(rows[:from], left, right, columns(rows[to:], em))
}

// cut parts a line at the gutter; a line that runs over it is not cut.
func (r *row) cut(at float64) (left, right *row) {
	i := sort.Search(len(r.glyphs), func(i int) bool { return r.glyphs[i].X+r.glyphs[i].W/2 > at })
	part := func(gs []Glyph) *row {
		p := &row{glyphs: gs, y: r.y, em: r.em}
		p.measure()
		for _, g := range gs {
			if !blank(g.Text) {
				return p
			}
		}
		return nil
	}
	left, right = part(r.glyphs[:i]), part(r.glyphs[i:])
	if left != nil && right != nil && right.x0-left.x1 < r.em {
		return nil, nil
	}
	if left != nil && left.x1 > at || right != nil && right.x0 < at {
		return nil, nil
	}
	for _, x := range r.readings {
		if left != nil {
			left.readings = append(left.readings, x)
		} else {
			right.readings = append(right.readings, x)
		}
	}
	return left, right
}

// fewest lines side by side that make columns.
const fewest = 5

// gutter is the middle of a gap that runs down rows[from:to] with prose on both
// sides; to is 0 where there is none.
func gutter(rows []*row, em float64) (at float64, from, to int) {
	if len(rows) < fewest {
		return 0, 0, 0
	}
	x0, x1 := rows[0].x0, rows[0].x1
	for _, r := range rows {
		x0, x1 = min(x0, r.x0), max(x1, r.x1)
	}
	width := x1 - x0
	step := max(em/2, width/200) // coordinates may be anything
	for x := x0 + 0.3*width; x < x0+0.7*width && step > 0 && x+step > x; x += step {
		begin, both := 0, 0
		var lefts, rights []float64
		end := func(i int) {
			n := i - begin
			if both >= fewest && both*4 >= n*3 && n > to-from &&
				median(lefts) > max(8*em, 0.75*(x-x0-em)) && median(rights) > max(8*em, 0.75*(x1-x-em)) {
				at, from, to = x, begin, i
			}
			begin, both, lefts, rights = i+1, 0, nil, nil
		}
		for i, r := range rows {
			l, g := r.cut(x)
			if l == nil && g == nil {
				end(i)
				continue
			}
			if l != nil {
				lefts = append(lefts, l.x1-l.x0)
			}
			if g != nil {
				rights = append(rights, g.x1-g.x0)
			}
			if l != nil && g != nil {
				both++
			}
		}
		end(len(rows))
	}
	return at, from, to
}

func median(fs []float64) float64 {
	if len(fs) == 0 {
		return 0
	}
	fs = append([]float64(nil), fs...)
	sort.Float64s(fs)
	return fs[len(fs)/2]
}
