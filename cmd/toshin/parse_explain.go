package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/mattn/go-runewidth"

	"github.com/toshin-archive/toshin/internal/report"
)

// Widths of the columns of parse --explain, in cells of a terminal: with the
// line's number they come to a little over 120.
const (
	becameWidth = 40
	textWidth   = 70
)

// explainLines shows the source line by line with what each became. A line that
// goes on with the one above has 〃.
func explainLines(w io.Writer, lang string, e *report.Explained) {
	s := say(lang)
	row := func(line, became, text string) {
		fmt.Fprintln(w, strings.TrimRight(cells(line, 9, true)+"  "+cells(became, becameWidth, false)+"  "+cells(text, textWidth, false), " "))
	}
	if e.Why != "" {
		fmt.Fprintln(w, "  "+s.because+e.Why)
	}
	row(s.line, s.became, s.text)
	for _, l := range e.Lines {
		line := fmt.Sprint(l.Line)
		if l.Page > 0 {
			line = fmt.Sprintf("p%d:%s", l.Page, line)
		}
		places := became(l.Parts)
		for _, p := range places {
			text := p.text
			if len(places) == 1 {
				text = l.Text
			}
			row(line, p.what, text)
			line = ""
		}
		if l.Why != "" {
			fmt.Fprintln(w, strings.TrimRight(strings.Repeat(" ", 11)+cells(s.because+l.Why, becameWidth+textWidth, false), " "))
		}
	}
	fmt.Fprintln(w)
}

// place is where a stretch of a line went.
type place struct{ what, text string }

// became is what a line became, one row a place: a label and its text, or a
// speaker and the speech, are one place.
func became(parts []report.Part) []place {
	var rows []place
	last := ""
	for _, p := range parts {
		if p.What != last {
			last = p.What
			rows = append(rows, place{what: p.What})
			if p.Goes {
				rows[len(rows)-1].what = "〃"
			}
		}
		r := &rows[len(rows)-1]
		r.text += p.Text
		if p.Value != "" {
			r.what += " = " + p.Value
		}
	}
	if rows == nil {
		rows = []place{{what: "?"}}
	}
	return rows
}

// cells sets s in that many cells of a terminal, in which a full-width
// character takes two.
func cells(s string, width int, right bool) string {
	wide := runewidth.Condition{EastAsianWidth: true}
	s = strings.Map(func(c rune) rune {
		if c < 0x20 || c == 0x7f {
			return ' '
		}
		return c
	}, s)
	s = wide.Truncate(s, width, "…")
	pad := strings.Repeat(" ", max(0, width-wide.StringWidth(s)))
	if right {
		return pad + s
	}
	return s + pad
}
