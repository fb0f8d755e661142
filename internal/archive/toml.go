package archive

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/record"
)

// DecodeTOML decodes b into v. The fault, if any, knows its line and column.
// strict also refuses keys that v does not have: in registers a misspelt key
// would be a silent loss.
func DecodeTOML(b []byte, file string, v any, strict bool) *record.Diagnostic {
	dec := toml.NewDecoder(bytes.NewReader(b))
	if strict {
		dec.DisallowUnknownFields()
	}
	err := dec.Decode(v)
	if err == nil {
		return nil
	}
	line, col, msg := 0, 0, err.Error()
	var de *toml.DecodeError
	var se *toml.StrictMissingError
	switch {
	case errors.As(err, &de):
		line, col = de.Position()
	case errors.As(err, &se) && len(se.Errors) > 0:
		line, col = se.Errors[0].Position()
		msg = "unknown key: " + strings.Join(se.Errors[0].Key(), ".")
	}
	text := lineOf(b, line)
	d := diag.InFile(diag.At("A002", line, inCharacters(text, col), text, msg), file)
	return &d
}

// lineOf is the nth line (1-based) of b, "" where there is none.
func lineOf(b []byte, n int) string {
	lines := bytes.Split(b, []byte("\n"))
	if n < 1 || n > len(lines) {
		return ""
	}
	return strings.TrimRight(string(lines[n-1]), "\r")
}

// inCharacters turns a column counted in bytes, as the TOML library does, into
// one counted in characters, as every diagnostic is. Both begin at 1.
func inCharacters(line string, col int) int {
	if col < 1 {
		return col
	}
	return utf8.RuneCountInString(line[:min(col-1, len(line))]) + 1
}
