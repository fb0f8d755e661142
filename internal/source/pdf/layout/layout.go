// Package layout turns the glyphs of a PDF's pages back into lines of text. A
// PDF knows where each glyph stands and nothing of words, lines or paragraphs;
// what is undone here are glyph spacing, ruby, vertical setting, columns, page
// furniture and hard wraps, each in its file.
package layout

import (
	"sort"
	"unicode"

	"github.com/toshin-archive/toshin/internal/record"
)

// Glyph is one character on a page. Units are points from the lower left corner
// of the page as it is read (rotation undone).
type Glyph struct {
	Text string
	X, Y float64 // left end of the baseline
	W    float64 // advance
	Em   float64 // size
}

// Page is a page's glyphs in the order of its content, and the lines that are
// ruled on it.
type Page struct {
	Width, Height float64
	Glyphs        []Glyph
	Rules         []Rule
}

// Rule is a ruled line, or one side of a box.
type Rule struct{ X0, X1, Y0, Y1 float64 }

// Line is a line of text as a reader would copy it.
type Line struct {
	Text     string
	N        int // number of the line on paper with which it begins, counted through all pages
	Page     int // from 1
	Heading  int
	Why      string // record.WhyFurniture for page numbers and running heads
	Readings []record.Reading
}

// row is one line on paper, or one column's part of it.
type row struct {
	glyphs   []Glyph
	x0, x1   float64
	y, em    float64
	page     int
	text     string
	vertical bool
	table    bool    // it was put together from cells
	low      float64 // baseline of its last line, where it has several
	paper    int     // lines on paper that it holds, where these are several
	why      string
	readings []record.Reading
	wide     []span    // see gaps
	cells    []float64 // where its words behind wider gaps begin
	n        int
	col      int // 1 left, 2 right of a page in columns
}

// Lines lays out pages. The numbers of lines on paper run on through them.
func Lines(pages []Page) []Line {
	var all []*row
	n := 1
	for i, p := range pages {
		for _, r := range p.rows() {
			r.page, r.n = i+1, n
			n += max(1, r.paper)
			all = append(all, r)
		}
	}
	furniture(all, pages)
	return join(all)
}

// rows are the page's lines in reading order.
func (p Page) rows() []*row {
	gs := dedupe(p.Glyphs)
	em := bodySize(gs)
	upright, rest := verticals(gs)
	var tall []*row
	n := 0
	for _, v := range upright {
		n += len(v)
	}
	if n*10 > len(gs)*6 { // a vertical page
		for _, v := range upright {
			tall = append(tall, upend(v, p.Height))
		}
		rows := horizontal(rest, em)
		for _, r := range rows {
			r.set()
		}
		return append(tall, rows...)
	}
	for _, v := range upright { // a narrow cell: its characters are one word
		rest = append(rest, across(v))
	}
	tables, rest := p.grid(rest)
	rows := aligned(columns(ruby(horizontal(rest, em), em), em))
	for _, t := range tables {
		rows = t.into(rows, em)
	}
	for _, r := range rows {
		r.set()
	}
	return rows
}

// bodySize is the size that most of the text has.
func bodySize(gs []Glyph) float64 {
	if len(gs) == 0 {
		return 10
	}
	ems := make([]float64, 0, len(gs))
	for _, g := range gs {
		ems = append(ems, g.Em)
	}
	sort.Float64s(ems)
	return ems[len(ems)/2]
}

// dedupe drops the second of two equal glyphs in one place: bold made by printing
// twice.
func dedupe(gs []Glyph) []Glyph {
	type place struct {
		text string
		x, y int
	}
	seen := map[place]Glyph{}
	out := make([]Glyph, 0, len(gs))
next:
	for _, g := range gs {
		px, py := int(g.X), int(g.Y)
		for dx := -1; dx <= 1; dx++ {
			for dy := -1; dy <= 1; dy++ {
				o, ok := seen[place{g.Text, px + dx, py + dy}]
				if ok && abs(o.X-g.X) < 0.12*g.Em && abs(o.Y-g.Y) < 0.12*g.Em && !blank(g.Text) {
					continue next
				}
			}
		}
		seen[place{g.Text, px, py}] = g
		out = append(out, g)
	}
	return out
}

// horizontal gathers glyphs into lines by their baselines.
func horizontal(gs []Glyph, em float64) []*row {
	gs = append([]Glyph(nil), gs...)
	sort.SliceStable(gs, func(i, j int) bool { return gs[i].Y > gs[j].Y })
	var rows []*row
	for _, g := range gs {
		if n := len(rows); n > 0 {
			r := rows[n-1]
			same := abs(r.y-g.Y) < 0.45*min(r.em, g.Em)
			small := abs(r.y-g.Y) < 0.5*max(r.em, g.Em) && min(r.em, g.Em) < 0.75*max(r.em, g.Em) && touches(r, g)
			if same || small && !kana(g.Text) {
				r.glyphs = append(r.glyphs, g)
				if g.Em > r.em {
					r.em, r.y = g.Em, g.Y
				}
				r.x0, r.x1 = min(r.x0, g.X), max(r.x1, g.X+g.W)
				continue
			}
		}
		rows = append(rows, &row{glyphs: []Glyph{g}, y: g.Y, em: g.Em, x0: g.X, x1: g.X + g.W})
	}
	for _, r := range rows {
		sort.SliceStable(r.glyphs, func(i, j int) bool { return r.glyphs[i].X < r.glyphs[j].X })
		r.measure()
	}
	return rows
}

// touches reports whether g stands in or right beside the line.
func touches(r *row, g Glyph) bool { return g.X < r.x1+g.Em && g.X+g.W > r.x0-g.Em }

// measure takes the line's extent from the glyphs that show.
func (r *row) measure() {
	first := true
	for _, g := range r.glyphs {
		if blank(g.Text) {
			continue
		}
		if first {
			r.x0, r.x1, first = g.X, g.X+g.W, false
		}
		r.x0, r.x1 = min(r.x0, g.X), max(r.x1, g.X+g.W)
	}
}

func abs(f float64) float64 { return max(f, -f) }

func blank(s string) bool {
	for _, r := range s {
		if !record.IsBlank(r) {
			return false
		}
	}
	return true
}

func kana(s string) bool {
	for _, r := range s {
		if !unicode.In(r, unicode.Hiragana, unicode.Katakana) && r != 'ー' && !record.IsBlank(r) {
			return false
		}
	}
	return s != ""
}

// wide reports whether s is set in a square: kana, kanji, full-width forms.
func wide(s string) bool {
	for _, r := range s {
		return r >= 0x2e80 && !(r >= 0xff61 && r <= 0xff9f)
	}
	return false
}
