package source

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/diag"
)

// Text is plain text in any of the encodings that encoding.go knows. Line ends
// may be LF, CR LF or CR; a form feed ends a line too (old word processors put
// it between pages).
type Text struct{}

// Name of the format.
func (Text) Name() string { return "text" }

// Looks takes files whose name says so, or that have no ending.
func (Text) Looks(_ []byte, ext string) float64 {
	if ext == "" || Has(".txt .text", ext) {
		return ByName
	}
	return 0
}

// Read decodes the bytes and cuts them into lines.
func (Text) Read(b []byte, _ string) []*Document {
	d := &Document{}
	if text, ok := d.Decode(b, ""); ok {
		d.Lines = Split(text)
		d.controls()
	}
	return []*Document{d}
}

// Decode turns b into UTF-8 and notes what it was and what could not be
// decoded. declared is the name of the encoding that the file states of itself,
// "" where it states none: it decides where the bytes do not. ok is false where
// there is no text.
func (d *Document) Decode(b []byte, declared string) (text string, ok bool) {
	if len(bytes.TrimSpace(b)) == 0 || blank(b) {
		d.Note("R005")
		return "", false
	}
	enc, sure := detect(b)
	if said := named(declared); said != nil && said != enc && sure < 0.75 {
		if enc != utf8Enc { // valid UTF-8 is no accident
			enc, sure = said, 0.75
		}
	}
	if enc == nil {
		d.Note("R007")
		return "", false
	}
	d.Source.Encoding = enc.name
	d.Source.Confidence = Sure(sure)
	if sure < 0.6 {
		d.Note("R009", enc.name)
	}
	text, bad := enc.decode(b)
	d.reportBad(enc, text, bad)
	if strings.TrimFunc(text, isBlank) == "" && len(d.Diagnostics) == 0 {
		d.Note("R005") // shifts of the encoding and nothing shifted
		return "", false
	}
	return text, true
}

// blank reports whether b is UTF-8 without anything but blanks.
func blank(b []byte) bool {
	return utf8.Valid(b) && strings.TrimFunc(string(b[:min(len(b), 4096)]), isBlank) == "" && strings.TrimFunc(string(b), isBlank) == ""
}

func isBlank(r rune) bool {
	return r <= ' ' && r != 0x1b || r == '\u3000' || r == '\ufeff' || r == '\u00a0'
}

// controls reports the first control character that has no place in a text.
func (d *Document) controls() {
	for _, l := range d.Lines {
		if i := strings.IndexFunc(l.Text, isControl); i >= 0 {
			c, _ := utf8.DecodeRuneInString(l.Text[i:])
			d.Diagnostics = append(d.Diagnostics, diag.At("R011", l.N, utf8.RuneCountInString(l.Text[:i])+1, l.Text, codePoint(c)))
			return // one is enough to look at the file
		}
	}
}

func isControl(c rune) bool { return c < 0x20 && c != '\t' || c >= 0x7f && c < 0xa0 && c != 0x85 }

// Split cuts text into lines, without a last empty one.
func Split(text string) []Line {
	lines := make([]Line, 0, strings.Count(text, "\n")+1)
	for n := 1; text != ""; n++ {
		i := strings.IndexAny(text, "\n\r\f")
		if i < 0 {
			lines = append(lines, Line{N: n, Text: text})
			break
		}
		end := i + 1
		if text[i] == '\r' && end < len(text) && text[end] == '\n' {
			end++
		}
		lines = append(lines, Line{N: n, Text: text[:i]})
		text = text[end:]
	}
	return lines
}
