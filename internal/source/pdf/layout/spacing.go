package layout

import (
	"math"
	"strings"
)

// cellGap is the gap in ems from which two words are two cells, or a label and
// its value.
const cellGap = 1.8

// set writes the line's text: blanks where the gaps are, none where the glyphs of
// a word were only spread.
func (r *row) set() {
	if r.text != "" || len(r.glyphs) == 0 {
		return
	}
	gs := despace(r.glyphs)
	spread := spreadOf(gs)
	var b strings.Builder
	r.cells = []float64{r.x0}
	for i, g := range gs {
		if i > 0 {
			p := gs[i-1]
			gap := (g.X - (p.X + p.W)) / max(p.Em, g.Em)
			gap -= spread
			if gap >= 0.7 || blank(p.Text) && !blank(g.Text) {
				r.cells = append(r.cells, g.X)
			}
			switch {
			case blank(p.Text) || blank(g.Text):
				if gap >= cellGap {
					b.WriteByte('\t')
				}
			case gap >= cellGap:
				b.WriteByte('\t')
			case gap < 0.35 && (wide(p.Text) || wide(g.Text)):
			case gap < 0.18:
			case wide(p.Text) && wide(g.Text):
				b.WriteString(strings.Repeat("　", max(1, int(math.Round(gap)))))
			default:
				b.WriteByte(' ')
			}
		}
		b.WriteString(g.Text)
	}
	r.text = strings.TrimRight(b.String(), " \t　")
}

// spreadOf is the even gap in ems at which all glyphs of a line are set apart, 0
// where they are not: a justified or letter-spaced line has the same small gap
// everywhere, words have gaps here and there.
func spreadOf(gs []Glyph) float64 {
	if len(gs) < 5 {
		return 0
	}
	least, most, n := math.Inf(1), 0.0, 0
	for i := 1; i < len(gs); i++ {
		p, g := gs[i-1], gs[i]
		if blank(p.Text) || blank(g.Text) {
			return 0
		}
		gap := (g.X - (p.X + p.W)) / max(p.Em, g.Em)
		if gap > 4 {
			continue // a cell's edge
		}
		least, most = min(least, gap), max(most, gap)
		n++
	}
	if n < 4 || least < 0.2 || most-least > 0.5 {
		return 0
	}
	return least
}

// despace takes out the blanks of a line that has one between any two glyphs
// (諮 問 日 : 平 成).
func despace(gs []Glyph) []Glyph {
	letters, between := 0, 0
	for i, g := range gs {
		if blank(g.Text) {
			continue
		}
		letters++
		if i+2 < len(gs) && blank(gs[i+1].Text) && !blank(gs[i+2].Text) {
			between++
		}
	}
	if letters < 6 || between*10 < (letters-1)*8 {
		return gs
	}
	out := make([]Glyph, 0, letters)
	for i, g := range gs {
		if blank(g.Text) && i > 0 && i+1 < len(gs) && !blank(gs[i-1].Text) && !blank(gs[i+1].Text) {
			p := &out[len(out)-1]
			p.W = max(p.W, gs[i+1].X-p.X) // the gap is taken up, too
			continue
		}
		out = append(out, g)
	}
	return out
}
