// Package vectors reads tables of what a search must and must not match, like
// testdata/vectors.tsv: category, query, text, expect and why, tab-separated.
package vectors

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Row is one line of a table, its escapes decoded.
type Row struct {
	Line                          int // 1-based
	Category, Query, Text, Expect string
	Why                           string
}

// Expect kinds.
const (
	Match   = "match"
	NoMatch = "nomatch" // by exact folding; a loose tier may list it below
	May     = "may"     // never counts
	Lower   = "lower"   // every match text of the same query scores above it
)

// Read reads a table. It errors at the first line that is not five columns (the
// last may be missing) or has an unknown expectation or a broken escape.
func Read(r io.Reader) ([]Row, error) {
	var rows []Row
	sc := bufio.NewScanner(r)
	for n := 1; sc.Scan(); n++ {
		l := strings.TrimSuffix(sc.Text(), "\r")
		if l == "" || strings.HasPrefix(l, "# ") || l == "#" {
			continue
		}
		f := strings.Split(l, "\t")
		if len(f) < 4 {
			return nil, fmt.Errorf("vectors: line %d: %d columns, want category, query, text, expect, why", n, len(f))
		}
		row := Row{Line: n, Category: f[0], Expect: f[3], Why: strings.Join(f[4:], "\t")}
		switch row.Expect {
		case Match, NoMatch, May, Lower:
		default:
			return nil, fmt.Errorf("vectors: line %d: unknown expectation %q", n, row.Expect)
		}
		var err error
		if row.Query, err = Decode(f[1]); err != nil {
			return nil, fmt.Errorf("vectors: line %d: query: %w", n, err)
		}
		if row.Text, err = Decode(f[2]); err != nil {
			return nil, fmt.Errorf("vectors: line %d: text: %w", n, err)
		}
		rows = append(rows, row)
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("vectors: %w", err)
	}
	return rows, nil
}

// Decode resolves \n, \r and \u{HEX}.
func Decode(s string) (string, error) {
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '\\')
		if i < 0 {
			b.WriteString(s)
			return b.String(), nil
		}
		b.WriteString(s[:i])
		s = s[i:]
		switch {
		case strings.HasPrefix(s, `\n`):
			b.WriteByte('\n')
			s = s[2:]
		case strings.HasPrefix(s, `\r`):
			b.WriteByte('\r')
			s = s[2:]
		case strings.HasPrefix(s, `\u{`) && strings.Contains(s, "}"):
			end := strings.IndexByte(s, '}')
			v, err := strconv.ParseUint(s[3:end], 16, 32)
			if err != nil {
				return "", fmt.Errorf("escape %q: %w", s[:end+1], err)
			}
			b.WriteRune(rune(v))
			s = s[end+1:]
		default:
			b.WriteByte('\\')
			s = s[1:]
		}
	}
}
