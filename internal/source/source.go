// Package source is the first stage (読込): bytes of a file → lines of text,
// each knowing where it stood. A format is one file with one row in formats.
package source

import "github.com/toshin-archive/toshin/internal/record"

// Line is one line of a source.
type Line struct {
	N    int    // 1-based line in the file as decoded
	Text string // without its line end; nothing else removed
}

// Document is a file that could be read as text.
type Document struct {
	Source      record.Source
	Lines       []Line
	Diagnostics []record.Diagnostic // what reading it showed: undecodable bytes, a doubtful encoding …
}

// Text joins the lines again with "\n".
func (d *Document) Text() string {
	n := 0
	for _, l := range d.Lines {
		n += len(l.Text) + 1
	}
	b := make([]byte, 0, n)
	for _, l := range d.Lines {
		b = append(append(b, l.Text...), '\n')
	}
	return string(b)
}
