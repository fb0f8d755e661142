package layout

import (
	"strings"
)

// verticals takes out the runs of glyphs that stand one below the other: lines of
// vertical text (縦書き), or words in cells one character wide.
func verticals(gs []Glyph) (runs [][]Glyph, rest []Glyph) {
	for i := 0; i < len(gs); {
		j := i + 1
		for j < len(gs) && below(gs[j-1], gs[j]) {
			j++
		}
		run := gs[i:j]
		square := 0
		for _, g := range run {
			if wide(g.Text) {
				square++
			}
		}
		if len(run) >= 3 && square*2 > len(run) || len(run) == 2 && square == 2 && apart(gs, i, j) {
			runs = append(runs, run)
		} else {
			rest = append(rest, run...)
		}
		i = j
	}
	return runs, rest
}

// below reports whether b stands right under a.
func below(a, b Glyph) bool {
	em := max(a.Em, b.Em)
	return abs(a.X+a.W/2-b.X-b.W/2) < 0.4*em && a.Y-b.Y > 0.55*em && a.Y-b.Y < 1.5*em
}

// apart reports whether the run has no glyphs right beside it in the content.
func apart(gs []Glyph, i, j int) bool {
	beside := func(a, b Glyph) bool {
		return abs(a.Y-b.Y) < 0.4*max(a.Em, b.Em) && abs(a.X-b.X) < 1.6*max(a.Em, b.Em)
	}
	return !(i > 0 && beside(gs[i-1], gs[i])) && !(j < len(gs) && beside(gs[j-1], gs[j]))
}

// standing are the forms that vertical setting puts for others.
var standing = strings.NewReplacer("︱", "―", "︵", "（", "︶", "）", "﹁", "「", "﹂", "」", "﹃", "『", "﹄", "』", "︻", "【", "︼", "】", "︰", "‥", "︙", "…", "︳", "―")

// upend makes a line of a vertical run as if it lay: its start is its top, and
// lines further left are lower.
func upend(run []Glyph, height float64) *row {
	var b strings.Builder
	for _, g := range run {
		b.WriteString(g.Text)
	}
	first, last := run[0], run[len(run)-1]
	r := &row{glyphs: run, x0: height - first.Y - first.Em, x1: height - last.Y, y: first.X, em: first.Em, vertical: true}
	r.text = standing.Replace(b.String())
	return r
}

// across makes one glyph of a vertical word, on the line of its middle.
func across(run []Glyph) Glyph {
	var b strings.Builder
	for _, g := range run {
		b.WriteString(g.Text)
	}
	g := run[(len(run)-1)/2]
	g.Text = b.String()
	return g
}

// ruby takes the small kana over other text out of the lines, as readings of what
// is under them.
func ruby(rows []*row, em float64) []*row {
	var out []*row
	for i, r := range rows {
		text := ""
		for _, g := range r.glyphs {
			text += g.Text
		}
		if r.em > 0.65*em || !kana(text) {
			out = append(out, r)
			continue
		}
		var base *row
		for _, o := range rows[i+1:] {
			if o.em > 1.4*r.em && r.y-o.y < 1.5*o.em && o.x0 < r.x1 && o.x1 > r.x0 {
				base = o
				break
			}
		}
		if base == nil || !base.under(r) {
			out = append(out, r)
		}
	}
	return out
}

// under attaches the words of a line of ruby to what they stand over; false where
// one stands over nothing.
func (r *row) under(ruby *row) bool {
	var words [][]Glyph
	for i, g := range ruby.glyphs {
		if blank(g.Text) {
			continue
		}
		p := len(words) - 1
		if i == 0 || p < 0 || g.X-(words[p][len(words[p])-1].X+words[p][len(words[p])-1].W) > 1.2*g.Em {
			words = append(words, nil)
			p++
		}
		words[p] = append(words[p], g)
	}
	for _, w := range words {
		x0, x1 := w[0].X, w[len(w)-1].X+w[len(w)-1].W
		text, over := "", ""
		for _, g := range r.glyphs {
			if mid := g.X + g.W/2; mid > x0-0.3*g.Em && mid < x1+0.3*g.Em && wide(g.Text) && !kana(g.Text) {
				text += g.Text
			}
		}
		for _, g := range w {
			over += g.Text
		}
		if text == "" {
			return false
		}
		r.readings = append(r.readings, reading(text, over))
	}
	return true
}
