package minutes

import (
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// line is a line that is not blank, or the part of one that stands for itself:
// a cell of a table, a piece of a page whose line ends were lost.
type line struct {
	n      int    // in the source, from 1
	text   string // without the blanks around it
	gap    int    // blank lines before it
	indent int    // bytes of blanks before its text
	cell   place  // where it stands in a row of a table
	col    int    // its column in that row, from 0
	page   bool   // a page ends before it: its sentence may have begun on the other side
	cut    bool   // it was cut out of a longer line
	near   bool   // it nearly reaches the margin: a longer word may not have fitted
	full   bool   // it reaches the margin at which print broke the lines
}

// place of a cell in its row.
type place uint8

const (
	noCell    place = iota
	firstCell       // of a row that has more
	otherCell       // behind the first, or below it where the first is empty
)

// split takes the lines of d that are not blank.
func split(d *source.Document) []line {
	lines := make([]line, 0, len(d.Lines))
	widths := make([]int, 0, len(d.Lines))
	gap, sheet := 0, 1
	for _, l := range d.Lines {
		left := textutil.TrimLeft(l.Text)
		if left == "" {
			gap++
			continue
		}
		lines = append(lines, line{n: l.N, text: textutil.Trim(left), gap: gap, indent: len(l.Text) - len(left)})
		widths = append(widths, columns(l.Text))
		if l.Text[0] == '\t' { // a row whose first cell is empty
			lines[len(lines)-1].cell = otherCell
		}
		gap = 0
		for sheet < len(d.Source.Pages) && d.Source.Pages[sheet] <= l.N { // the first of a page
			lines[len(lines)-1].page = true
			sheet++
		}
	}
	if margin := marginOf(widths); margin > 0 {
		for i, w := range widths {
			lines[i].full, lines[i].near = w > margin-4, w > margin-11
		}
	}
	return closeUp(lines)
}

// closeUp takes one blank line from every gap where nearly every line has one
// behind it, as pages turned into text have: there a single blank line means
// nothing.
func closeUp(lines []line) []line {
	set := 0
	for _, l := range lines {
		if l.gap > 0 {
			set++
		}
	}
	if len(lines) < 12 || set*20 < len(lines)*19 {
		return lines
	}
	for i := range lines {
		lines[i].gap = max(lines[i].gap-1, 0)
	}
	return lines
}

// mend undoes what printing, conversion and copying did to the lines of a
// paper. Every step keeps all characters: what is no text becomes residue.
func (p *parser) mend() {
	for _, step := range []func([]line) []line{p.markdown, p.cells, p.upright, p.glyphs, p.furniture, p.numbersAlone, p.doubled, p.recut} {
		p.lines = step(p.lines)
	}
}

func (p *parser) residue(l line, why string) {
	p.rec.Residue = append(p.rec.Residue, record.Residue{Line: l.n, Text: l.text, Why: why})
}
