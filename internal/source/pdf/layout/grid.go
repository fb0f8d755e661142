package layout

import (
	"sort"
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// band is one row of a ruled table: the space between two horizontal rules, cut
// by vertical ones.
type band struct {
	top, bottom float64
	edges       []float64 // x of its vertical rules, at least three
	cells       [][]Glyph
}

// grid takes the glyphs of ruled tables apart from the rest. Only rows with two
// cells or more count: a box around prose is no table.
func (p Page) grid(gs []Glyph) (bands []*band, rest []Glyph) {
	var across, down []Rule
	for _, r := range p.Rules {
		switch {
		case r.X1-r.X0 > 20 && r.Y1-r.Y0 < 4:
			across = append(across, r)
		case r.Y1-r.Y0 > 6 && r.X1-r.X0 < 4:
			down = append(down, r)
		}
	}
	if len(across) < 2 || len(down) < 3 || len(across)+len(down) > 4000 {
		return nil, gs
	}
	ys := levels(across, func(r Rule) float64 { return (r.Y0 + r.Y1) / 2 })
	for i := 0; i+1 < len(ys); i++ { // from the top
		b := &band{top: ys[i], bottom: ys[i+1]}
		if b.top-b.bottom < 6 {
			continue
		}
		mid := (b.top + b.bottom) / 2
		var in []Rule
		for _, r := range down {
			if r.Y0 < mid && r.Y1 > mid {
				in = append(in, r)
			}
		}
		b.edges = levels(in, func(r Rule) float64 { return (r.X0 + r.X1) / 2 })
		sort.Float64s(b.edges)
		if len(b.edges) >= 3 {
			b.cells = make([][]Glyph, len(b.edges)-1)
			bands = append(bands, b)
		}
	}
	for _, g := range gs {
		if b, k := inside(bands, g); b != nil {
			b.cells[k] = append(b.cells[k], g)
		} else {
			rest = append(rest, g)
		}
	}
	return bands, rest
}

// levels are the distinct places of rules, from the highest down; lines drawn
// twice, or in pieces, are one.
func levels(rs []Rule, at func(Rule) float64) []float64 {
	var out []float64
	for _, r := range rs {
		out = append(out, at(r))
	}
	sort.Sort(sort.Reverse(sort.Float64Slice(out)))
	n := 0
	for _, v := range out {
		if n == 0 || out[n-1]-v > 3 {
			out[n] = v
			n++
		}
	}
	return out[:n]
}

func inside(bands []*band, g Glyph) (*band, int) {
	x, y := g.X+g.W/2, g.Y+0.35*g.Em
	for _, b := range bands {
		if y > b.top || y < b.bottom || x < b.edges[0] || x > b.edges[len(b.edges)-1] {
			continue
		}
		k := sort.SearchFloat64s(b.edges, x) - 1
		return b, max(0, min(k, len(b.cells)-1))
	}
	return nil, 0
}

// into puts the table's row among the page's lines, by height.
func (b *band) into(rows []*row, em float64) []*row {
	var texts []string
	var readings []record.Reading
	filled, size := 0, 0.0
	for k, gs := range b.cells {
		text, rs := cell(gs, b.edges[k+1], em)
		texts = append(texts, text)
		readings = append(readings, rs...)
		if text != "" {
			filled++
			size = max(size, bodySize(gs))
		}
	}
	if filled == 0 {
		return rows
	}
	at := sort.Search(len(rows), func(i int) bool {
		return rows[i].col == 0 && rows[i].y < b.top || rows[i].col > 0 && rows[i].y < b.bottom
	})
	var own []*row
	lines := source.RowLines(texts)
	for i, t := range lines {
		y := b.top - (b.top-b.bottom)*(float64(i)+0.5)/float64(len(lines))
		r := &row{text: t, x0: b.edges[0], x1: b.edges[len(b.edges)-1], y: y, em: size, table: true}
		if i == 0 {
			r.readings = readings
		}
		own = append(own, r)
	}
	return append(rows[:at:at], append(own, rows[at:]...)...)
}

// cell is the text of one cell; lines that only its edge cut are joined.
func cell(gs []Glyph, edge, em float64) (string, []record.Reading) {
	rows := ruby(horizontal(gs, em), em)
	var b strings.Builder
	var readings []record.Reading
	for i, r := range rows {
		r.set()
		readings = append(readings, r.readings...)
		if i > 0 {
			p := rows[i-1]
			label := len(rows) > 1 && edge-p.x0 < 7*em && !strings.ContainsAny(p.text, "。、") // a label in a narrow cell
			full := edge-p.x1 < 1.9*em && abs(p.x0-r.x0) < 1.1*em
			switch {
			case (full || label) && !opens.MatchString(textutil.Fold(r.text)) && !strings.HasSuffix(p.text, "。"):
				b.WriteString(strings.TrimLeftFunc(r.text, record.IsBlank))
				continue
			}
			b.WriteByte('\n')
		}
		b.WriteString(r.text)
	}
	return b.String(), readings
}
