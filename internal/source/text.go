package source

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/diag"
)

// readText reads plain text in any of the encodings that encoding.go knows.
// Line ends may be LF, CR LF or CR; a form feed ends a line too (old word
// processors put it between pages).
func readText(b []byte, d *Document) {
	if len(strings.TrimSpace(string(b[:min(len(b), 4096)]))) == 0 && len(strings.TrimSpace(string(b))) == 0 {
		d.Diagnostics = append(d.Diagnostics, diag.At("R005", 0, 0, ""))
		return
	}
	enc, sure := detect(b)
	if enc == nil {
		d.Diagnostics = append(d.Diagnostics, diag.At("R007", 0, 0, ""))
		return
	}
	d.Source.Encoding = enc.name
	if !sure {
		d.Diagnostics = append(d.Diagnostics, diag.At("R009", 0, 0, "", enc.name))
	}
	text, bad := enc.decode(b)
	if len(bad) > 0 {
		dg := diag.At("R008", 0, 0, "", enc.name, len(bad), bad[0].offset+1, fmt.Sprintf("% X", bad[0].bytes))
		dg.Line, dg.Column = position(text, bad[0].at)
		dg.Text = lineAt(text, dg.Line)
		d.Diagnostics = append(d.Diagnostics, dg)
	}
	d.Lines = split(text)
	for _, l := range d.Lines {
		if i := strings.IndexFunc(l.Text, isControl); i >= 0 {
			c, _ := utf8.DecodeRuneInString(l.Text[i:])
			d.Diagnostics = append(d.Diagnostics, diag.At("R011", l.N, utf8.RuneCountInString(l.Text[:i])+1, l.Text, fmt.Sprintf("U+%04X", c)))
			break // one is enough to look at the file
		}
	}
}

func isControl(c rune) bool { return c < 0x20 && c != '\t' || c >= 0x7f && c < 0xa0 && c != 0x85 }

// split cuts text into lines, without a last empty one.
func split(text string) []Line {
	lines := make([]Line, 0, strings.Count(text, "\n")+1)
	for n := 1; text != ""; n++ {
		i := strings.IndexAny(text, "\n\r\f")
		if i < 0 {
			lines = append(lines, Line{n, text})
			break
		}
		end := i + 1
		if text[i] == '\r' && end < len(text) && text[end] == '\n' {
			end++
		}
		lines = append(lines, Line{n, text[:i]})
		text = text[end:]
	}
	return lines
}

// position is the 1-based line and column (in characters) of byte at of text.
func position(text string, at int) (line, column int) {
	before := text[:at]
	line = strings.Count(before, "\n") + 1
	return line, utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]) + 1
}

func lineAt(text string, n int) string {
	for _, l := range split(text) {
		if l.N == n {
			return l.Text
		}
	}
	return ""
}
