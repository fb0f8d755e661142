package export

import (
	"reflect"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The large files are appended value by value: encoding/json and encoding/csv
// write the same bytes and take four times as long, most of it for rows that are
// of one kind and columns that are strings.

// jsonLines is the rows as JSON Lines.
func jsonLines[Row any](t *table, rows []Row) []byte {
	var b []byte
	for i := range rows {
		b = append(t.appendJSON(b, reflect.ValueOf(&rows[i]).Elem()), '\n')
	}
	return b
}

// csvLines is the rows as lines of CSV (RFC 4180).
func csvLines[Row any](t *table, rows []Row) []byte {
	var b []byte
	for i := range rows {
		v := reflect.ValueOf(&rows[i]).Elem()
		for k, c := range t.columns {
			if k > 0 {
				b = append(b, ',')
			}
			b = appendCell(b, cell(v.Field(c.field)))
		}
		b = append(b, "\r\n"...)
	}
	return b
}

// appendJSON writes a row as encoding/json does without escapes for HTML.
func (t *table) appendJSON(b []byte, row reflect.Value) []byte {
	b = append(b, '{')
	first := true
	for _, c := range t.columns {
		v := row.Field(c.field)
		if c.optional && (v.Kind() == reflect.Slice && v.Len() == 0 || v.IsZero()) {
			continue
		}
		if !first {
			b = append(b, ',')
		}
		first = false
		b = append(appendString(b, c.name), ':')
		switch v.Kind() {
		case reflect.Int:
			b = strconv.AppendInt(b, v.Int(), 10)
		case reflect.Slice:
			b = append(b, '[')
			for i := range v.Len() {
				if i > 0 {
					b = append(b, ',')
				}
				b = appendString(b, v.Index(i).String())
			}
			b = append(b, ']')
		default:
			b = appendString(b, v.String())
		}
	}
	return append(b, '}')
}

// appendString writes s as encoding/json does: what is no UTF-8 as \ufffd, and the
// two separators of lines that JavaScript did not take.
func appendString(b []byte, s string) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	valid := utf8.ValidString(s)
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		size, escaped := 1, ""
		switch {
		case c == '"':
			escaped = `\"`
		case c == '\\':
			escaped = `\\`
		case c >= utf8.RuneSelf && valid && c != "\u2028"[0]:
		case c >= utf8.RuneSelf:
			var r rune
			if r, size = utf8.DecodeRuneInString(s[i:]); r == utf8.RuneError && size == 1 {
				escaped = `\ufffd`
			} else if r == '\u2028' || r == '\u2029' {
				escaped = `\u202` + hex[r&0xf:r&0xf+1]
			}
		case c >= ' ':
		case c == '\b':
			escaped = `\b`
		case c == '\f':
			escaped = `\f`
		case c == '\n':
			escaped = `\n`
		case c == '\r':
			escaped = `\r`
		case c == '\t':
			escaped = `\t`
		default:
			escaped = `\u00` + hex[c>>4:c>>4+1] + hex[c&0xf:c&0xf+1]
		}
		if escaped != "" {
			b = append(append(b, s[from:i]...), escaped...)
			from = i + size
		}
		i += size
	}
	return append(append(b, s[from:]...), '"')
}

// appendCell writes a cell as encoding/csv does, with line ends as CRLF.
func appendCell(b []byte, s string) []byte {
	first, _ := utf8.DecodeRuneInString(s)
	if s == "" || s != `\.` && !unicode.IsSpace(first) && !strings.ContainsAny(s, ",\"\r\n") {
		return append(b, s...)
	}
	b = append(b, '"')
	for {
		i := strings.IndexAny(s, "\"\r\n")
		if i < 0 {
			return append(append(b, s...), '"')
		}
		b = append(b, s[:i]...)
		switch s[i] {
		case '"':
			b = append(b, `""`...)
		case '\n':
			b = append(b, "\r\n"...)
		}
		s = s[i+1:]
	}
}

// indented puts each value of compact JSON on its own line, as json.Indent does.
// It takes for granted that the JSON is whole.
func indented(compact []byte) []byte {
	b := make([]byte, 0, len(compact)+len(compact)/4)
	depth := 0
	line := func() {
		b = append(b, '\n')
		for range depth {
			b = append(b, ' ')
		}
	}
	for i := 0; i < len(compact); i++ {
		switch c := compact[i]; c {
		case '"':
			end := i + 1
			for compact[end] != '"' {
				if compact[end] == '\\' {
					end++
				}
				end++
			}
			b = append(b, compact[i:end+1]...)
			i = end
		case '{', '[':
			b = append(b, c)
			if next := compact[i+1]; next == '}' || next == ']' {
				b = append(b, next)
				i++
				continue
			}
			depth++
			line()
		case '}', ']':
			depth--
			line()
			b = append(b, c)
		case ',':
			b = append(b, c)
			line()
		case ':':
			b = append(b, c, ' ')
		default: // of a number, true, false, null, or the line end
			b = append(b, c)
		}
	}
	return b
}
