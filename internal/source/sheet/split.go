// Package sheet reads tables: .csv and .xlsx. A list of replies (答申一覧) gives
// one document a row; every other table is read as lines, a row a line with its
// cells separated by tabs.
package sheet

import (
	"fmt"
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// row is one row of a table: its number in the file, its cells, and which of them
// are one with the cell above.
type row struct {
	n     int
	cells []string
	above map[int]bool
}

// Limits of a table. The largest list seen has 2,700 rows.
const (
	maxRows    = 100_000
	maxColumns = 500
	maxCells   = 2_000_000
	maxText    = 64 << 20 // bytes of all cells
	maxMerges  = 20_000   // the library compares each with all others
)

// headRows is how far down the headings of a list may stand.
const headRows = 30

// documents makes the documents of one table; sheet is its name, "" in a CSV.
func documents(rows []row, sheet string) []*source.Document {
	at := -1
	for i, r := range rows[:min(len(rows), headRows)] {
		if heads(r.cells) {
			at = i
			break
		}
	}
	if at < 0 {
		return lines(rows, sheet)
	}
	l := &list{sheet: sheet, head: rows[at].cells, same: map[int]string{}}
	for _, r := range rows[:at] {
		if t := joined(r.cells); t != "" {
			l.above = append(l.above, source.Line{N: r.n, Text: t, Why: record.WhyBoilerplate})
			l.caption = append(l.caption, t)
		}
	}
	for i, h := range l.head {
		if h = oneLine(h); h != "" && columnOf(h) == "" && used(rows[at+1:], i) {
			l.unknown = append(l.unknown, h)
		}
	}
	for _, r := range rows[at+1:] {
		l.add(r)
	}
	return l.finish()
}

// list is a list of replies on its way to documents.
type list struct {
	sheet   string
	head    []string
	above   []source.Line // what stands over the headings
	caption []string
	unknown []string
	same    map[int]string // by column: the last value written, for 〃
	docs    []*source.Document
}

func (l *list) add(r row) {
	filled, known := 0, 0
	for i, c := range r.cells {
		if strings.TrimFunc(c, record.IsBlank) == "" {
			continue
		}
		filled++
		if i < len(l.head) && columnOf(l.head[i]) != "" {
			known++
		}
	}
	switch {
	case filled == 0:
		return
	case heads(r.cells): // printed again on a new page
		l.aside(r)
		return
	case filled == 1 && len(l.head) > 2, known == 0: // 令和５年度, ※ a note
		l.aside(r)
		l.caption = append(l.caption, joined(r.cells))
		return
	}
	d := &source.Document{Caption: strings.Join(l.caption, "\n")}
	d.Source.Part = fmt.Sprint(r.n)
	if l.sheet != "" {
		d.Source.Part = l.sheet + "!" + d.Source.Part
	}
	cells := r.cells
	for i := range r.above {
		for len(cells) <= i {
			cells = append(cells, "")
		}
	}
	for i, c := range cells {
		c = strings.TrimFunc(c, record.IsBlank)
		if c == "" {
			if r.above[i] && i < len(l.head) && l.same[i] != "" {
				h := oneLine(l.head[i])
				d.Cells = append(d.Cells, source.Cell{Header: h, Column: columnOf(h), Same: l.same[i]})
			}
			continue
		}
		cell := source.Cell{}
		if i < len(l.head) {
			cell.Header = oneLine(l.head[i])
			cell.Column = columnOf(cell.Header)
		}
		switch textutil.Key(c) {
		case "〃", "同上", "々", "\"", "''", "同":
			cell.Same = l.same[i]
		default:
			l.same[i] = c
		}
		d.Cells = append(d.Cells, cell)
		first := true
		for t := range strings.SplitSeq(c, "\n") {
			if first && cell.Header != "" {
				t = cell.Header + "\t" + t
			}
			first = false
			d.Lines = append(d.Lines, source.Line{N: r.n, Text: t, Cell: len(d.Cells)})
		}
	}
	l.docs = append(l.docs, d)
}

// aside keeps a row that is no reply with the last one before it.
func (l *list) aside(r row) {
	line := source.Line{N: r.n, Text: joined(r.cells), Why: record.WhyBoilerplate}
	if len(l.docs) == 0 {
		l.above = append(l.above, line)
		return
	}
	d := l.docs[len(l.docs)-1]
	d.Lines = append(d.Lines, line)
}

func (l *list) finish() []*source.Document {
	if len(l.docs) == 0 {
		return nil
	}
	d := l.docs[0]
	d.Lines = append(l.above, d.Lines...)
	if len(l.unknown) > 0 {
		d.Note("R043", strings.Join(l.unknown, "、"))
	}
	return l.docs
}

// lines reads a table that is no list: a form with one field a row, or minutes
// set in cells.
func lines(rows []row, sheet string) []*source.Document {
	d := &source.Document{}
	d.Source.Part = sheet
	for _, r := range rows {
		d.Lines = append(d.Lines, setRow(r.cells, r.n)...)
	}
	if d.Failed() || strings.TrimFunc(d.Text(), record.IsBlank) == "" {
		return nil
	}
	return []*source.Document{d}
}

// setRow sets one row of a table as lines: its cells separated by tabs, and what
// goes on in a cell below itself under it.
func setRow(cells []string, n int) []source.Line {
	var out []source.Line
	for _, t := range source.RowLines(cells) {
		out = append(out, source.Line{N: n, Text: t})
	}
	if out == nil {
		out = []source.Line{{N: n}}
	}
	return out
}

func joined(cells []string) string {
	var filled []string
	for _, c := range cells {
		if c = oneLine(c); c != "" {
			filled = append(filled, c)
		}
	}
	return strings.Join(filled, "\t")
}

func oneLine(s string) string {
	return strings.TrimFunc(strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' }), ""), record.IsBlank)
}

// used reports whether any row has text in column i.
func used(rows []row, i int) bool {
	for _, r := range rows {
		if i < len(r.cells) && strings.TrimFunc(r.cells[i], record.IsBlank) != "" {
			return true
		}
	}
	return false
}
