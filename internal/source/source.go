// Package source is the first stage (読込): bytes of a file → lines of text,
// each knowing where it stood. A kind of file is one [Format]; plain text is
// here, the others have a package each below this one, so that what imports the
// types compiles without their libraries. The table of all of them is package
// formats.
package source

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
)

// Line is one line of a source.
type Line struct {
	N       int    // 1-based line in the text of the file: as decoded (text, Markdown, CSV), or as taken out of it, counted through
	Text    string // without its line end; nothing else removed
	Heading int    // 1–6 where the file itself marks it as a heading of that level
	Cell    int    // of a row of a list: which of its cells, from 1
	Of      int    // which of its file's documents it belongs to
	Why     string // a reason of record.Residue where reading alone shows that it is not the record's text; else ""
}

// Cell is one field of a row of a list (答申一覧 and the like). Its text is in
// the lines that name it, the first of them behind the heading and a tab.
type Cell struct {
	Header string // the heading of its column, as written
	Column string // what the heading means: number, date, subject …; "" where it is not known
	Same   string // the text above that a 〃 stands for
}

// Document is a file that could be read as text, or one row of a list.
type Document struct {
	Source      record.Source
	Lines       []Line
	Diagnostics []record.Diagnostic // what reading it showed: undecodable bytes, a doubtful encoding …

	Caption  string           // what stands over the list that this is a row of
	Cells    []Cell           // of a row of a list; the texts are in Lines
	Page     *record.Page     // what the web page says of itself
	Readings []record.Reading // ruby of the source
	Kind     record.Kind      // what staff say it is; "" leaves it to its own words
	Set      []Setting        // fields that the file's own front matter sets
	Patch    []byte           // what stands in <file>.toml; nil where there is none

	undecoded bool // there were bytes that are no character, and they are reported
}

// Setting is one field that staff set in the file itself.
type Setting struct {
	Field string // as in a patch
	Value string
	Line  int
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

// Own parts the lines into those of the record and those that reading set aside
// (the web page around it, page numbers), as residue.
func (d *Document) Own() (lines []Line, aside []record.Residue) {
	for i, l := range d.Lines {
		if l.Why == "" {
			if aside != nil {
				lines = append(lines, l)
			}
			continue
		}
		if aside == nil {
			lines = append(make([]Line, 0, len(d.Lines)), d.Lines[:i]...)
			aside = []record.Residue{}
		}
		if strings.TrimFunc(l.Text, record.IsBlank) != "" {
			aside = append(aside, record.Residue{Line: l.N, Text: l.Text, Why: l.Why})
		}
	}
	if aside == nil {
		return d.Lines, nil
	}
	return lines, aside
}

// Forget drops what a document holds beside its lines, and the readings of words
// that are no longer in them: what was taken out of the lines after reading must
// not come back another way.
func (d *Document) Forget() {
	text := map[int]string{}
	for _, l := range d.Lines {
		text[l.N] += l.Text
	}
	var keep []record.Reading
	for _, r := range d.Readings {
		if strings.Contains(text[r.Line], r.Text) {
			keep = append(keep, r)
		}
	}
	d.Readings = keep
	d.forgetGaiji(text)
	d.Caption = ""
	for i := range d.Cells {
		d.Cells[i].Same = ""
	}
}

// forgetGaiji drops the originals of characters that are no longer in the lines.
func (d *Document) forgetGaiji(text map[int]string) {
	type place struct {
		line int
		text string
	}
	seen := map[place]int{}
	var keep []record.Gaiji
	for _, g := range d.Source.Gaiji {
		p := place{g.Line, g.Text}
		if seen[p]++; seen[p] <= strings.Count(text[g.Line], g.Text) {
			keep = append(keep, g)
		}
	}
	d.Source.Gaiji = keep
}

// Failed reports whether nothing of the file could be read.
func (d *Document) Failed() bool { return len(d.Lines) == 0 }
