package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/source"
	"github.com/toshin-archive/toshin/internal/source/pdf/layout"
	"github.com/toshin-archive/toshin/internal/source/sourcetest"
)

// wordFile makes a Word document of a text that a clerk can read: "# " before a
// heading, a row of a table on a line with its cells parted by tabs, and \n
// where a cell has another paragraph. Every other line is a paragraph.
func wordFile(text string) []byte {
	var b strings.Builder
	var rows [][]string
	table := func() {
		if rows != nil {
			b.WriteString(sourcetest.Table(rows...))
			rows = nil
		}
	}
	for l := range strings.Lines(text) {
		l = strings.TrimRight(l, "\n")
		if strings.Contains(l, "\t") {
			rows = append(rows, strings.Split(strings.ReplaceAll(l, `\n`, "\n"), "\t"))
			continue
		}
		table()
		if h, ok := strings.CutPrefix(l, "# "); ok {
			b.WriteString(`<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>` + sourcetest.R(h) + `</w:p>`)
		} else {
			b.WriteString(sourcetest.P(l))
		}
	}
	table()
	return sourcetest.Docx(b.String(), nil)
}

// printed sets a text on paper, every character in its column, and takes it off
// again as the PDF reader does: blanks are gaps there. A form feed ends a page.
// What the engine itself does is tried in internal/source/pdf.
func printed(text string) *source.Document {
	const em, left, top, step, foot = 10, 40, 800, 16, 40
	var pages []layout.Page
	for sheet := range strings.SplitSeq(strings.TrimRight(text, "\n"), "\f") {
		p := layout.Page{Width: 595, Height: 842}
		y := float64(top)
		sheet = strings.Trim(sheet, "\n")
		for l := range strings.Lines(sheet) {
			if strings.HasSuffix(sheet, l) && strings.Trim(l, " 　-－0123456789０１２３４５６７８９/\n") == "" {
				y = foot // the page's number
			}
			x := float64(left)
			for _, r := range strings.TrimRight(l, "\n") {
				w := float64(em)
				if r < 0x80 {
					w = em / 2
				}
				if r != ' ' && r != '　' {
					p.Glyphs = append(p.Glyphs, layout.Glyph{Text: string(r), X: x, Y: y, W: w, Em: em})
				}
				x += w
			}
			y -= step
		}
		pages = append(pages, p)
	}
	d := &source.Document{}
	for _, l := range layout.Lines(pages) {
		for len(d.Source.Pages) < l.Page {
			d.Source.Pages = append(d.Source.Pages, l.N)
		}
		d.Lines = append(d.Lines, source.Line{N: l.N, Text: l.Text, Heading: l.Heading, Why: l.Why})
	}
	return d
}
