// Package markdown reads Markdown as people type it: line by line, since a line
// end that HTML would swallow is one here. Marks of Markdown are layout; the
// front matter (YAML or TOML) sets fields of the record.
package markdown

import (
	"bytes"
	"errors"
	"fmt"
	"html"
	"regexp"
	"sort"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/token"
	"github.com/pelletier/go-toml/v2"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// Format is Markdown.
type Format struct{}

// Name of the format.
func (Format) Name() string { return "md" }

// Looks goes by the name, and by front matter in a file without one.
func (Format) Looks(b []byte, ext string) float64 {
	if source.Has(".md .markdown .mdown", ext) {
		return source.ByName + 0.1
	}
	return 0
}

// Read decodes the text and takes the marks off. Lines keep their numbers in the
// file; those of the front matter are none of the record's text.
func (Format) Read(b []byte, _ string) []*source.Document {
	d := &source.Document{}
	text, ok := d.Decode(b, "")
	if !ok {
		return []*source.Document{d}
	}
	lines := source.Split(text)
	lines = front(d, lines)
	fenced := false
	for _, l := range lines {
		if fence.MatchString(l.Text) {
			fenced = !fenced
			l.Text = ""
		} else if !fenced {
			l.Text, l.Heading = plain(l.Text)
		}
		d.Lines = append(d.Lines, l)
	}
	d.Lines = underlined(d.Lines)
	if strings.TrimSpace(d.Text()) == "" {
		d.Lines = nil
		d.Note("R005")
	}
	return []*source.Document{d}
}

var (
	fence     = regexp.MustCompile("^ {0,3}(?:```|~~~)[ -_a-}~`]*$") // no Japanese behind it: that is text
	heading   = regexp.MustCompile(`^ {0,3}(#{1,6})(?:[ 　\t]+(.*?))?[ \t]*#*[ \t]*$`)
	rule      = regexp.MustCompile(`^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$`)
	quote     = regexp.MustCompile(`^ {0,3}>[ \t]?`)
	bullet    = regexp.MustCompile(`^([ 　\t]*)[-*+][ \t]+`)
	ordered   = regexp.MustCompile(`^([ 　\t]*\d{1,9})\\?([.)])[ \t]+`)
	tableRow  = regexp.MustCompile(`^[ \t]*\|.*\|[ \t]*$`)
	ruling    = regexp.MustCompile(`^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$`)
	link      = regexp.MustCompile(`!?\[([^\[\]]*)\]\([^()\s]*(?:[ \t]+"[^"]*")?\)`)
	strong    = regexp.MustCompile(`(\*\*|__)(\S(?:.*?\S)?)(\*\*|__)`)
	emphasis  = regexp.MustCompile(`(^|[^*\\])\*([^*\s](?:[^*]*[^*\s])?)\*`)
	code      = regexp.MustCompile("`([^`]+)`")
	lineBreak = regexp.MustCompile(`<br ?/?>`)
	tag       = regexp.MustCompile(`</?(?:br|b|i|u|em|strong|span|p|div|font|sub|sup|ins|s|center)\b[^<>]*>`)
	escape    = regexp.MustCompile("\\\\([!-/:-@\\[-`{-~])")
)

// escaped keeps an escaped character out of the reach of the rules: while they
// run, a byte that is none of UTF-8's stands before it, and its own high bit is
// set. No text that was decoded has such bytes.
const escaped = 0xff

func hide(c byte) string { return string([]byte{escaped, c | 0x80}) }

func unhide(s string) string {
	if strings.IndexByte(s, escaped) < 0 {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == escaped && i+1 < len(s) {
			i++
			b = append(b, s[i]&0x7f)
			continue
		}
		b = append(b, s[i])
	}
	return string(b)
}

// plain takes the marks off a line and tells the level of a heading.
func plain(s string) (string, int) {
	if m := heading.FindStringSubmatch(s); m != nil {
		return strings.TrimFunc(inline(m[2]), record.IsBlank), len(m[1])
	}
	if rule.MatchString(s) {
		return "", 0
	}
	s = quote.ReplaceAllString(s, "")
	if strings.Contains(s, "|") && ruling.MatchString(s) {
		return "", 0
	}
	if tableRow.MatchString(s) {
		return row(s), 0
	}
	if m := ordered.FindStringSubmatch(s); m != nil {
		return m[1] + m[2] + " " + inline(s[len(m[0]):]), 0
	}
	if m := bullet.FindStringSubmatch(s); m != nil {
		return m[1] + "・" + inline(s[len(m[0]):]), 0
	}
	return inline(s), 0
}

// row sets the cells of a table's row with tabs between them.
func row(s string) string {
	s = strings.Trim(strings.TrimSpace(s), "|")
	var cells []string
	for _, c := range strings.Split(strings.ReplaceAll(s, `\|`, hide('|')), "|") {
		cells = append(cells, strings.TrimSpace(inline(lineBreak.ReplaceAllString(c, "　"))))
	}
	return strings.TrimRight(strings.Join(cells, "\t"), "\t")
}

func inline(s string) string {
	if !strings.ContainsAny(s, "\\*_`[<&") {
		return strings.TrimRight(unhide(s), " ")
	}
	s = escape.ReplaceAllStringFunc(s, func(e string) string { return hide(e[1]) })
	s = tag.ReplaceAllString(s, "")
	s = code.ReplaceAllString(s, "$1")
	s = link.ReplaceAllString(s, "$1")
	s = strong.ReplaceAllString(s, "$2")
	s = emphasis.ReplaceAllString(s, "$1$2")
	s = html.UnescapeString(s)
	return strings.TrimRight(unhide(s), " \\")
}

var underline = regexp.MustCompile(`^ {0,3}(=+|-+)[ \t]*$`)

// underlined makes headings of lines with === or --- under them.
func underlined(lines []source.Line) []source.Line {
	for i := range lines {
		if i == 0 || lines[i-1].Text == "" || !underline.MatchString(lines[i].Text) {
			continue
		}
		lines[i-1].Heading = 1
		lines[i].Text = ""
	}
	return lines
}

// front takes the front matter off and reads its fields.
func front(d *source.Document, lines []source.Line) []source.Line {
	if len(lines) == 0 {
		return lines
	}
	mark := strings.TrimRight(lines[0].Text, " \t")
	if mark != "---" && mark != "+++" {
		return lines
	}
	end := -1
	for i := 1; i < len(lines); i++ {
		if strings.TrimRight(lines[i].Text, " \t") == mark {
			end = i
			break
		}
	}
	if end < 0 {
		return lines // a rule, not front matter
	}
	var b bytes.Buffer
	for _, l := range lines[1:end] {
		b.WriteString(l.Text + "\n")
	}
	fields := map[string]any{}
	var err error
	switch {
	case mark == "---" && hasAlias(b.String()):
		err = errors.New("anchors and aliases (&, *) are not read")
	case mark == "---":
		err = yaml.Unmarshal(b.Bytes(), &fields)
	default:
		err = toml.Unmarshal(b.Bytes(), &fields)
	}
	if err != nil {
		at, col, what := faultAt(err)
		at = min(at, end-1)
		d.Diagnostics = append(d.Diagnostics, diag.At("P906", lines[at].N, col, lines[at].Text, what))
		return lines[end+1:]
	}
	var names []string
	for k := range fields {
		names = append(names, k)
	}
	sort.Strings(names)
	for _, k := range names {
		set := source.Setting{Field: k, Value: value(fields[k])}
		for _, l := range lines[1:end] {
			if strings.HasPrefix(l.Text, k) {
				set.Line = l.N
				break
			}
		}
		d.Set = append(d.Set, set)
	}
	return lines[end+1:]
}

var yamlPlace = regexp.MustCompile(`^\[(\d+):(\d+)\] (.*)`)

// faultAt is where in the front matter (lines from 1, characters from 1) a fault
// is, and what it is; line 0 is the mark above it.
func faultAt(err error) (line, column int, what string) {
	var de *toml.DecodeError
	if errors.As(err, &de) {
		line, column = de.Position()
		return line, column, firstLine(err.Error())
	}
	what = firstLine(err.Error())
	if m := yamlPlace.FindStringSubmatch(what); m != nil {
		line, _ = strconv.Atoi(m[1])
		column, _ = strconv.Atoi(m[2])
		return line, column, m[3]
	}
	return 0, 1, what
}

// hasAlias reports whether YAML refers back to parts of itself: a few lines of that
// unfold into gigabytes.
func hasAlias(s string) bool {
	for _, t := range lexer.Tokenize(s) {
		if t.Type == token.AliasType {
			return true
		}
	}
	return false
}

// value writes a value of front matter as text; the parts of a list with line
// ends between them.
func value(v any) string {
	switch v := v.(type) {
	case []any:
		var parts []string
		for _, x := range v {
			parts = append(parts, value(x))
		}
		return strings.Join(parts, "\n")
	case fmt.Stringer: // a date of TOML
		return v.String()
	case nil:
		return ""
	}
	return fmt.Sprint(v)
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(strings.TrimSpace(s), "\n")
	return s
}
