package layout

import (
	"math"
	"strings"
)

// cellGap is the gap in ems that is blank whatever stands on its sides.
const cellGap = 1.8

// set writes the line's text: blanks where the gaps are, none where the glyphs of
// a word were only spread.
func (r *row) set() {
	if r.text != "" || len(r.glyphs) == 0 {
		return
	}
	gs := despace(r.glyphs)
	spread, even := spreadOf(gs), evenGap(gs)
	var b strings.Builder
	r.cells = []float64{r.x0}
	gaps := make([]float64, len(gs)) // before each glyph, in ems
	for i := 1; i < len(gs); i++ {
		p, g := gs[i-1], gs[i]
		gaps[i] = (g.X-(p.X+p.W))/max(p.Em, g.Em) - spread
	}
	for i, g := range gs {
		if i > 0 {
			p, gap := gs[i-1], gaps[i]
			if gap >= 0.7 || blank(p.Text) && !blank(g.Text) {
				r.cells = append(r.cells, g.X)
			}
			switch {
			case blank(p.Text) || blank(g.Text):
				if gap >= cellGap {
					b.WriteString(blanks(gap))
				}
			case gap >= cellGap:
				b.WriteString(blanks(gap))
			case gap < 0.2:
			case wide(p.Text) && wide(g.Text) && gap-even >= 0.2:
				if gap < 0.7 {
					b.WriteByte(' ')
				} else {
					b.WriteString(blanks(gap))
				}
			case wide(p.Text) && wide(g.Text): // as everywhere on a justified line
			case gap < 0.35 && (wide(p.Text) || wide(g.Text)): // what is set between kanji and figures
			default:
				b.WriteByte(' ')
			}
		}
		b.WriteString(g.Text)
	}
	r.text = strings.TrimRight(b.String(), " \t　")
}

// blanks are as many as would fill the gap. A tab is for cells that rules part.
func blanks(gap float64) string {
	return strings.Repeat("　", max(1, min(int(math.Round(gap)), 12)))
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

// evenGap is the gap in ems that most neighbours on the line have.
func evenGap(gs []Glyph) float64 {
	var gaps []float64
	for i := 1; i < len(gs); i++ {
		if p, g := gs[i-1], gs[i]; wide(p.Text) && wide(g.Text) && !blank(p.Text) && !blank(g.Text) {
			gaps = append(gaps, (g.X-(p.X+p.W))/max(p.Em, g.Em))
		}
	}
	if len(gaps) < 8 {
		return 0
	}
	return max(0, min(median(gaps), 0.3))
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
