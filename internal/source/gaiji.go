package source

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/record"
)

// mostPlaces bounds how many places of a file are named: a file read in the
// wrong encoding has thousands, and one look tells as much as all of them.
const mostPlaces = 50

func codePoint(c rune) string { return fmt.Sprintf("U+%04X", c) }

// reportBad names each place that is no character of the encoding.
func (d *Document) reportBad(e *enc, text string, bad []badBytes) {
	if len(bad) == 0 {
		return
	}
	d.undecoded = true
	at := places(text)
	for i, b := range bad {
		if i == mostPlaces {
			d.Note("R015", len(bad), mostPlaces)
			break
		}
		line, col, whole := at.of(b.at)
		d.Diagnostics = append(d.Diagnostics, diag.At("R008", line, col, whole, e.name, fmt.Sprintf("% X", b.bytes), b.offset+1))
	}
}

// ownCharacters puts the right character for every one of the archive's own
// (外字) that the table g knows, and names the place of each that it does not.
// The original stays in Source.Gaiji. What reading set aside is left as it is: the
// icons of a web page are private-use characters, too. It returns the rows of g
// that were made for a place and fit.
func (d *Document) ownCharacters(g *Gaiji, name string) (fit []int) {
	unknown := 0
	own := map[rune]int{} // places of each private-use character
	filled := map[[2]int]bool{}
	for i := range d.Lines {
		l := &d.Lines[i]
		if l.Why != "" || !g.concerns(l.Text, name, l.N) {
			continue
		}
		var b strings.Builder
		col := 0
		for _, c := range l.Text {
			col++
			if row, ok := g.find(c, name, l.N, col); ok {
				b.WriteString(row.text)
				d.Source.Gaiji = append(d.Source.Gaiji, record.Gaiji{Line: l.N, Column: col, Code: codePoint(c), Text: row.text, Reason: row.reason})
				filled[[2]int{l.N, col}] = true
				if row.col > 0 {
					fit = append(fit, row.n)
				}
				continue
			}
			b.WriteRune(c)
			code := ""
			switch {
			case IsPrivate(c):
				code = "R012"
				own[c]++
			case c == utf8.RuneError && !d.undecoded:
				code = "R036"
			default:
				continue
			}
			if unknown++; unknown <= mostPlaces {
				d.Diagnostics = append(d.Diagnostics, diag.At(code, l.N, col, l.Text, codePoint(c), d.shown(c)))
			}
		}
		l.Text = b.String()
	}
	if unknown > mostPlaces {
		d.Note("R015", unknown, mostPlaces)
	}
	if unknown > 3 && len(own) > 1 { // a flood of places hides how few characters they are
		d.Note("R046", len(own), counted(own))
	}
	if len(filled) == 0 {
		return nil
	}
	for i := range d.Readings {
		d.Readings[i].Text = g.apply(d.Readings[i].Text, name, d.Readings[i].Line)
	}
	d.Caption = g.apply(d.Caption, name, 0)
	for i := range d.Cells {
		d.Cells[i].Same = g.apply(d.Cells[i].Same, name, 0)
		d.Cells[i].Header = g.apply(d.Cells[i].Header, name, 0)
	}
	keep := d.Diagnostics[:0]
	for _, x := range d.Diagnostics {
		if x.Code != "R008" || !filled[[2]int{x.Line, x.Column}] { // else staff have said what it is
			keep = append(keep, x)
		}
	}
	d.Diagnostics = keep
	return fit
}

// counted lists characters with their number of places, the most frequent first.
func counted(own map[rune]int) string {
	cs := slices.SortedFunc(maps.Keys(own), func(a, b rune) int { return cmp.Or(cmp.Compare(own[b], own[a]), cmp.Compare(a, b)) })
	var parts []string
	for i, c := range cs {
		if i == mostPlaces {
			parts = append(parts, "…")
			break
		}
		parts = append(parts, fmt.Sprintf("%s×%d", codePoint(c), own[c]))
	}
	return strings.Join(parts, " ")
}

// shown is how a private-use character is called besides its code point: in a
// file of Shift_JIS by its code there.
func (d *Document) shown(c rune) string {
	if sjis := shiftJISOf(c); sjis != "" && d.Source.Encoding == shiftJIS.name {
		return " / Shift_JIS " + sjis
	}
	return ""
}

// IsPrivate reports whether c is of the private use areas (外字).
func IsPrivate(c rune) bool {
	return c >= 0xe000 && c <= 0xf8ff || c >= 0xf0000
}
