package source

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/diag"
)

// mostPlaces bounds how many places of a file are named: a file read in the
// wrong encoding has thousands, and one look tells as much as all of them.
const mostPlaces = 50

func codePoint(c rune) string { return fmt.Sprintf("U+%04X", c) }

// reportBad names each place that is no character of the encoding (外字, damage).
func (d *Document) reportBad(e *enc, text string, bad []badBytes) {
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

// reportPrivate names the characters that only one office's fonts can show:
// they are kept, but no reader will see what was meant.
func (d *Document) reportPrivate(text string) {
	var at *placer
	n := 0
	for i, c := range text {
		if !IsPrivate(c) {
			continue
		}
		if at == nil {
			at = places(text)
		}
		if n++; n > mostPlaces {
			continue
		}
		line, col, whole := at.of(i)
		d.Diagnostics = append(d.Diagnostics, diag.At("R012", line, col, whole, codePoint(c)))
	}
	if n > mostPlaces {
		d.Note("R015", n, mostPlaces)
	}
}

// ReportPrivate does the same for lines that were not decoded here.
func (d *Document) ReportPrivate() {
	n := 0
	for _, l := range d.Lines {
		col := 0
		for _, c := range l.Text {
			if col++; !IsPrivate(c) && c != utf8.RuneError {
				continue
			}
			if n++; n <= mostPlaces {
				d.Diagnostics = append(d.Diagnostics, diag.At("R012", l.N, col, l.Text, codePoint(c)))
			}
		}
	}
	if n > mostPlaces {
		d.Note("R015", n, mostPlaces)
	}
}

// IsPrivate reports whether c is of the private use areas (外字).
func IsPrivate(c rune) bool {
	return c >= 0xe000 && c <= 0xf8ff || c >= 0xf0000
}

// placer finds lines and columns of offsets without counting from the start
// each time.
type placer struct {
	text  string
	lines []Line
	from  []int
}

func places(text string) *placer {
	p := &placer{text: text, lines: Split(text)}
	at := 0
	for _, l := range p.lines {
		p.from = append(p.from, at)
		at += len(l.Text)
		if strings.HasPrefix(text[at:], "\r\n") {
			at++
		}
		at++
	}
	return p
}

// of is the 1-based line and column (in characters) of the byte at off, and
// the line's text.
func (p *placer) of(off int) (line, column int, text string) {
	i := sort.SearchInts(p.from, off+1) - 1
	if i < 0 || i >= len(p.lines) {
		return 0, 0, ""
	}
	l := p.lines[i]
	return l.N, utf8.RuneCountInString(l.Text[:min(off-p.from[i], len(l.Text))]) + 1, l.Text
}
