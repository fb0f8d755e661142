package minutes

import (
	"github.com/toshin-archive/toshin/internal/source"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// line is a line that is not blank.
type line struct {
	n      int    // in the source, from 1
	text   string // without the blanks around it
	gap    int    // blank lines before it
	indent int    // bytes of blanks before its text
}

func split(d *source.Document) []line {
	lines := make([]line, 0, len(d.Lines))
	gap := 0
	for _, l := range d.Lines {
		left := textutil.TrimLeft(l.Text)
		if left == "" {
			gap++
			continue
		}
		lines = append(lines, line{l.N, textutil.Trim(left), gap, len(l.Text) - len(left)})
		gap = 0
	}
	return lines
}
