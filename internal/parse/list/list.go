// Package list makes a record of one row of a list of replies (答申一覧). What
// identifies the reply goes to the head, what it says to sections.
package list

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/parse/reply"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// fields are the columns that go to the head, with the field's name there.
var fields = map[string]string{
	"number": "number", "date": "date", "inquiry": "inquiry", "inquired": "inquiry", "subject": "subject",
	"agency": "", "council": "sender", "division": "", "addressee": "addressee", "articles": "", "serial": "",
}

// sections are the columns that hold what the reply says, by the kind of
// section; a column that nobody knows is text.
var sections = map[string]string{"outcome": "conclusion", "summary": "text", "judgement": "judgement", "remark": "text", "": "text"}

var body = regexp.MustCompile(`[^\s　、。（）()「」]*(?:審査会|審議会|委員会)`)

// Parse reads a row as a reply. It never returns nil.
func Parse(d *source.Document) *record.Record {
	r := &record.Record{Kind: record.KindReply, Source: d.Source}
	line := 0
	for _, l := range d.Lines {
		if l.Why == "" {
			line = l.N
			break
		}
	}
	fault := func(code string, args ...any) {
		text := ""
		for _, l := range d.Lines {
			if l.N == line {
				text = l.Text
				break
			}
		}
		r.Diagnostics = append(r.Diagnostics, diag.At(code, line, 0, text, args...))
	}
	number, conclusion := "", ""
	for _, c := range cells(d) {
		means := c.text
		if c.Same != "" {
			means = c.Same
		}
		name, ok := fields[c.Column]
		if !ok {
			if c.label+c.text != "" {
				section(r, c, line)
			}
			if c.Column == "outcome" && conclusion == "" {
				conclusion = means
			}
			continue
		}
		if c.label+c.text != "" { // else it is one with the cell above, whose row has its words
			r.Header = append(r.Header, record.Field{Name: name, Label: c.label, Text: c.text, Line: line})
		}
		switch c.Column {
		case "number":
			number = means
		case "date":
			if date, ok := jadate.First(means); ok && date.ISO() != "" {
				r.Date, r.FiscalYear = date.ISO(), date.FiscalYear()
			} else {
				fault("P302", oneLine(means))
			}
		case "inquiry":
			inquiry(r).Number = oneLine(means)
		case "inquired":
			if date, ok := jadate.First(means); ok {
				inquiry(r).Date = date.ISO()
			}
		case "subject":
			r.Title = oneLine(means)
		case "agency", "addressee":
			if !slices.Contains(r.Addressee, oneLine(means)) && (c.Column == "addressee" || len(r.Addressee) == 0) {
				r.Addressee = append(r.Addressee, oneLine(means))
			}
		case "council":
			r.Council = oneLine(means)
		case "division":
			r.Division = oneLine(means)
		}
	}
	caption(r, d.Caption)
	reply.Listed(r, number, conclusion)
	if o := outcomeOf(conclusion); o != "" {
		r.Outcome = o
	}
	if r.Number == "" {
		fault("P301")
		if r.Date == "" {
			r.ID = record.ID(fmt.Sprintf("replies/row%d", line))
		}
	}
	return r
}

// caption takes from what stands over the list whatever the row leaves open.
func caption(r *record.Record, text string) {
	lines := strings.Split(text, "\n")
	for _, l := range slices.Backward(lines) { // the nearest is the most exact
		if r.Council == "" {
			r.Council = body.FindString(l)
		}
		if y, ok := jadate.FindFiscalYear(l); ok && r.FiscalYear == 0 {
			r.FiscalYear = y.Year
		}
	}
}

// cell is a cell with its text, as the lines have it.
type cell struct {
	source.Cell
	label, text string
}

func cells(d *source.Document) []cell {
	cs := make([]cell, len(d.Cells))
	seen := make([]bool, len(d.Cells))
	for i, c := range d.Cells {
		cs[i].Cell = c
	}
	for _, l := range d.Lines {
		i := l.Cell - 1
		if i < 0 || i >= len(cs) || l.Why != "" {
			continue
		}
		c, text := &cs[i], l.Text
		if !seen[i] {
			seen[i] = true
			if t, ok := strings.CutPrefix(text, c.Header+"\t"); ok && c.Header != "" {
				c.label, text = c.Header, t
			}
			c.text = text
			continue
		}
		c.text += "\n" + text
	}
	return slices.DeleteFunc(cs, func(c cell) bool { return c.label+c.text+c.Same == "" })
}

func inquiry(r *record.Record) *record.Inquiry {
	if len(r.Inquiries) == 0 {
		r.Inquiries = []record.Inquiry{{}}
	}
	return &r.Inquiries[0]
}

func section(r *record.Record, c cell, line int) {
	kind := sections[c.Column]
	if key := textutil.Key(c.Header); strings.HasPrefix(key, "附帯意見") || strings.HasPrefix(key, "付帯意見") {
		kind = "conditions"
		r.Conditions = append(r.Conditions, record.Condition{ID: fmt.Sprintf("c%02d", len(r.Conditions)+1), Text: c.text, Line: line})
	}
	n := 1
	for _, s := range r.Sections {
		n += len(s.Passages)
	}
	r.Sections = append(r.Sections, record.Section{Kind: kind, Label: c.label, Line: line,
		Passages: []record.Passage{{ID: fmt.Sprintf("s%04d", n), Text: c.text, Line: line}}})
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
