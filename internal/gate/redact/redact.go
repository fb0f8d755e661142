// Package redact takes out of a text what must not go out (墨消し), before
// anything else reads it: no title, ID, citation or index entry can be made
// from words that are not there any more.
//
// Staff mark a stretch in the text, [[墨消し:理由]]…[[/]], or name it in a rule
// beside the file ([Rule]). In its place stands a token without letters and
// digits, so that no parser mistakes it for a word, a number or a heading.
// When the record has been parsed, [Expand] turns tokens into the mark that
// readers see: █墨消し（理由）█. A block at either end keeps phrases from
// reaching over it in search, and its length says nothing of what was there.
package redact

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// Redaction is one stretch that was taken out. It does not hold the stretch.
type Redaction struct {
	Line   int    // of the file, 1-based, where it began
	Column int    // 1-based, in characters
	Reason string // as readers see it
	By, On string // who asked for it and when, of a rule; for the register, never published
}

// span is a stretch of the text to be taken out, in bytes.
type span struct {
	from, to int
	Redaction
}

// Apply takes the marked stretches and those of rules out of d and lists them
// in the order of the text: the nth one's token is Token(n). Faults are
// reported; where a mark is damaged, rather too much is taken out than too
// little.
func Apply(d *source.Document, rules []Rule) ([]Redaction, []record.Diagnostic) {
	if len(rules) == 0 && !marked(d.Lines) {
		return nil, nil
	}
	t := newText(d.Lines)
	spans, ds := t.marks()
	more, faults := t.rules(rules)
	ds = append(ds, faults...)
	spans = merge(append(spans, more...))
	ds = append(ds, t.told(spans)...)
	rs := make([]Redaction, len(spans))
	for i, s := range spans {
		rs[i] = s.Redaction
	}
	secrets := t.secrets(spans)
	d.Lines = t.without(spans)
	ds = append(ds, left(d.Lines, secrets)...)
	return rs, ds
}

// text is a document as one string, lines joined with "\n".
type text struct {
	s     string
	lines []source.Line
	start []int // byte at which each line begins
}

func newText(lines []source.Line) *text {
	t := &text{lines: lines}
	var b strings.Builder
	for _, l := range lines {
		t.start = append(t.start, b.Len())
		b.WriteString(l.Text)
		b.WriteByte('\n')
	}
	t.s = b.String()
	return t
}

// at is the line (index), the file's line and the column of byte i.
func (t *text) at(i int) (k, line, column int) {
	k = max(sort.SearchInts(t.start, i+1)-1, 0)
	l := t.lines[k]
	return k, l.N, utf8.RuneCountInString(t.s[t.start[k]:i]) + 1
}

// fault is a diagnostic at byte i. It does not quote the line: diagnostics are
// shown where others may read them.
func (t *text) fault(code string, i int, args ...any) record.Diagnostic {
	_, line, column := t.at(i)
	return diag.At(code, line, column, "", args...)
}

// merge orders spans and joins those that overlap; the first one's reason
// stands.
func merge(spans []span) []span {
	sort.SliceStable(spans, func(i, j int) bool { return spans[i].from < spans[j].from })
	var out []span
	for _, s := range spans {
		if n := len(out); n > 0 && s.from < out[n-1].to {
			out[n-1].to = max(out[n-1].to, s.to)
			continue
		}
		out = append(out, s)
	}
	return out
}

// without gives the lines with tokens in the place of spans. What follows a
// span of several lines goes on in the line where it began.
func (t *text) without(spans []span) []source.Line {
	var out []source.Line
	var b strings.Builder
	k, i := 0, 0 // line that is being made; byte up to which the text is dealt with
	end := func() {
		l := t.lines[k]
		l.Text = b.String()
		out = append(out, l)
		b.Reset()
	}
	for n := 0; n <= len(spans); n++ {
		to := len(t.s)
		if n < len(spans) {
			to = spans[n].from
		}
		for i < to {
			stop := strings.IndexByte(t.s[i:to], '\n')
			if stop < 0 {
				b.WriteString(t.s[i:to])
				i = to
				break
			}
			b.WriteString(t.s[i : i+stop])
			end()
			i += stop + 1
			if i < len(t.s) {
				k, _, _ = t.at(i)
			}
		}
		if n < len(spans) {
			b.WriteString(Token(n))
			i = spans[n].to
		}
	}
	if b.Len() > 0 {
		end()
	}
	return out
}
