package sheet

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// CSV is comma- or tab-separated text in any encoding.
type CSV struct{}

// Name of the format.
func (CSV) Name() string { return "csv" }

// Looks goes by the name: prose has commas too.
func (CSV) Looks(_ []byte, ext string) float64 {
	if source.Has(".csv .tsv", ext) {
		return source.ByName + 0.1
	}
	return 0
}

// Read cuts the text into rows.
func (CSV) Read(b []byte, name string) []*source.Document {
	whole := &source.Document{}
	text, ok := whole.Decode(b, "")
	if !ok {
		return []*source.Document{whole}
	}
	rows, d := parse(text, separator(text, name))
	if d != nil {
		whole.Diagnostics = append(whole.Diagnostics, *d)
		return []*source.Document{whole}
	}
	docs := documents(rows, "")
	if len(docs) == 0 {
		return source.Fault("R005")
	}
	for _, d := range docs {
		d.Source.Encoding, d.Source.Confidence = whole.Source.Encoding, whole.Source.Confidence
	}
	docs[0].Diagnostics = append(docs[0].Diagnostics, whole.Diagnostics...)
	return docs
}

// separator is the one of comma, tab and semicolon that the head has most of.
func separator(text, name string) rune {
	if strings.HasSuffix(strings.ToLower(name), ".tsv") {
		return '\t'
	}
	head := text[:min(len(text), 4096)]
	best, most := ',', strings.Count(head, ",")
	for _, c := range "\t;" {
		if n := strings.Count(head, string(c)); n > most {
			best, most = c, n
		}
	}
	return best
}

func parse(text string, comma rune) ([]row, *record.Diagnostic) {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = comma, -1, false
	var rows []row
	cells := 0
	for {
		c, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			var pe *csv.ParseError
			line, col := 0, 0
			if errors.As(err, &pe) {
				line, col, err = pe.Line, pe.Column, pe.Err
			}
			whole := lineOf(text, line)
			if col > 0 { // the library counts bytes
				col = utf8.RuneCountInString(whole[:min(col-1, len(whole))]) + 1
			}
			d := diag.At("R041", line, col, whole, err.Error())
			return nil, &d
		}
		n, _ := r.FieldPos(0)
		cells += len(c)
		if len(rows) >= maxRows || len(c) > maxColumns || cells > maxCells {
			d := diag.At("R042", n, 0, "", len(rows)+1)
			return nil, &d
		}
		rows = append(rows, row{n: n, cells: c})
	}
}

// lineOf is line n of text, from 1.
func lineOf(text string, n int) string {
	for l := range strings.Lines(text) {
		if n--; n == 0 {
			return strings.TrimRight(l, "\r\n")
		}
	}
	return ""
}
