package reply

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// unspaced takes the blanks out that a text has between all its characters
// (諮 問 日 : 平 成 1 5 年), one each, so that those that are left say something.
func unspaced(d *source.Document) *source.Document {
	const least, most = 0.5, 0.75 // of a text, of a line
	apart, pairs := 0, 0
	for _, l := range d.Lines {
		a, n := glyphsApart(l.Text)
		apart, pairs = apart+a, pairs+n
	}
	if float64(apart) < least*float64(pairs) || pairs == 0 {
		return d
	}
	out := *d
	out.Lines = append([]source.Line(nil), d.Lines...)
	for i, l := range out.Lines {
		if a, n := glyphsApart(l.Text); float64(a) >= most*float64(n) {
			out.Lines[i].Text = closeUp(l.Text)
		}
	}
	return &out
}

// glyphsApart counts the characters of s that stand next to each other in it, and how
// many of them have blanks between them.
func glyphsApart(s string) (apart, pairs int) {
	before, blank := false, false
	for _, r := range s {
		if record.IsBlank(r) {
			blank = true
			continue
		}
		if before {
			pairs++
			if blank {
				apart++
			}
		}
		before, blank = true, false
	}
	return apart, pairs
}

// closeUp takes one blank out behind each character of s.
func closeUp(s string) string {
	var b strings.Builder
	glyph := false
	for _, r := range s {
		if blank := record.IsBlank(r); !blank || !glyph || r == '\t' {
			b.WriteRune(r)
			glyph = !blank
			continue
		}
		glyph = false
	}
	return b.String()
}
