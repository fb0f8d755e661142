package reply

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// undrawn takes the lines out that a text draws a table with (┌─┬┐, │): a row is
// left with blanks between its cells. What was drawn is residue.
func (v *view) undrawn(d *source.Document) *source.Document {
	out := *d
	copied := false
	for i, l := range d.Lines {
		if !drawn(l.Text) {
			continue
		}
		if !copied {
			out.Lines, copied = append([]source.Line(nil), d.Lines...), true
		}
		var marks, text strings.Builder
		rule := true
		for _, r := range l.Text {
			if !record.IsRule(r) {
				text.WriteRune(r)
				rule = false
				continue
			}
			if !rule {
				marks.WriteByte('\n')
				rule = true
			}
			marks.WriteRune(r)
			text.WriteByte('\t')
		}
		v.pages = append(v.pages, record.Residue{Line: l.N, Text: strings.TrimSpace(marks.String()), Why: record.WhyFurniture})
		out.Lines[i].Text = text.String()
	}
	return &out
}

// drawn tells that s has a border between cells, or is nothing but a rule.
func drawn(s string) bool {
	const least = 4                         // glyphs of a rule
	if !strings.Contains(s, "\u2500"[:2]) { // the cheap look: borders share their first two bytes
		return false
	}
	rules, others := 0, 0
	for _, r := range s {
		switch {
		case r == '│' || r == '┃' || r == '┆' || r == '┊' || r == '├' || r == '┠' || r == '┣' || r == '└' || r == '┗' || r == '┌' || r == '┏':
			return true
		case record.IsRule(r):
			rules++
		case !record.IsBlank(r):
			others++
		}
	}
	return others == 0 && rules >= least
}
