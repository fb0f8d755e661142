package redact

import (
	"regexp"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// Rule is one [[redact]] of the file beside a record: what to take out, why,
// who says so and when. It has either Text or Pattern.
type Rule struct {
	Text    string // as written; blanks, line ends and width (０ or 0) do not matter
	Pattern string // RE2, over the whole text; (?m) and (?s) as usual
	Lines   []int  // only stretches that begin in these lines; empty: all
	Reason  string
	By      string
	On      string // ISO
	File    string // where the rule stands, for diagnostics
	Line    int
}

// rules finds what the rules name. A rule that names nothing is an error: the
// document was changed, or the rule misspelt, and what it was to hide goes out.
func (t *text) rules(rules []Rule) ([]span, []record.Diagnostic) {
	var spans []span
	var ds []record.Diagnostic
	for _, r := range rules {
		places, err := t.places(r)
		if err != nil {
			ds = append(ds, diag.InFile(diag.At("G027", r.Line, 1, "", err), r.File))
			continue
		}
		n := len(spans)
		for _, p := range places {
			_, line, column := t.at(p[0])
			if p[1] > p[0] && (len(r.Lines) == 0 || among(r.Lines, line)) {
				spans = append(spans, span{p[0], p[1], Redaction{line, column, clean(r.Reason), r.By, r.On}})
			}
		}
		if len(spans) == n {
			ds = append(ds, diag.InFile(diag.At("G025", r.Line, 1, ""), r.File))
		}
	}
	return spans, ds
}

// Mask is s with marks in the place of what the rules name. It is for texts that
// do not come from the document: what staff write in its stead.
func Mask(s string, rules []Rule) string {
	for _, r := range rules {
		places, err := (&text{s: s}).places(r)
		if err != nil {
			continue // told where the document was redacted
		}
		for i := len(places) - 1; i >= 0; i-- {
			if p := places[i]; p[1] > p[0] {
				s = s[:p[0]] + Mark(clean(r.Reason)) + s[p[1]:]
			}
		}
	}
	return s
}

func among(ns []int, n int) bool {
	for _, x := range ns {
		if x == n {
			return true
		}
	}
	return false
}

func (t *text) places(r Rule) ([][]int, error) {
	if r.Pattern != "" {
		re, err := regexp.Compile(r.Pattern)
		if err != nil {
			return nil, err
		}
		return re.FindAllStringIndex(t.s, -1), nil
	}
	return loose(t.s, r.Text), nil
}

// loose finds the places of want in s, blanks and width aside.
func loose(s, want string) [][]int {
	w := compact(want)
	if w.s == "" {
		return nil
	}
	c := compact(s)
	var out [][]int
	for i := 0; ; {
		j := strings.Index(c.s[i:], w.s)
		if j < 0 {
			return out
		}
		from := i + j
		to := from + len(w.s)
		out = append(out, []int{c.from[from], c.to[to-1]})
		i = to
	}
}

// compacted is a string without blanks, in half width and lower case; from and
// to say for each of its bytes where in the string the character stood.
type compacted struct {
	s        string
	from, to []int
}

func compact(s string) compacted {
	var c compacted
	b := make([]byte, 0, len(s))
	for i, r := range s {
		if record.IsBlank(r) {
			continue
		}
		n := len(b)
		b = utf8.AppendRune(b, narrow(r))
		for range len(b) - n {
			c.from = append(c.from, i)
			c.to = append(c.to, i+utf8.RuneLen(r))
		}
	}
	c.s = string(b)
	return c
}

// narrow is c in half width and lower case, every dash as one.
func narrow(c rune) rune {
	switch {
	case '！' <= c && c <= '～':
		c -= '！' - '!'
	case strings.ContainsRune("‐‑‒–—―−－", c):
		return '-'
	}
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}

// told reports reasons that tell what they hide.
func (t *text) told(spans []span) []record.Diagnostic {
	var ds []record.Diagnostic
	secrets := t.secrets(spans)
	for _, s := range spans {
		reason := compact(s.Reason).s
		for _, x := range secrets {
			if k := compact(x.s).s; utf8.RuneCountInString(k) >= 2 && strings.Contains(reason, k) {
				ds = append(ds, t.fault("G026", s.from))
				break
			}
		}
	}
	return ds
}

// secret is the text of a redaction, without marks, and the line of it.
type secret struct {
	s    string
	line int
}

func (t *text) secrets(spans []span) []secret {
	var out []secret
	for _, s := range spans {
		x := t.s[s.from:s.to]
		x = closing.ReplaceAllString(opening.ReplaceAllString(x, ""), "")
		out = append(out, secret{x, s.Line})
	}
	return out
}

// left warns where what was taken out at one place still stands at another, in
// any spelling that search would find. Long stretches are not looked for: nobody
// writes a paragraph twice.
func left(lines []source.Line, secrets []secret) []record.Diagnostic {
	var ds []record.Diagnostic
	var folded []*kana.Text
	seen := map[string]bool{}
	for _, x := range secrets {
		k := compact(x.s).s
		if n := utf8.RuneCountInString(k); n < 2 || n > 20 || seen[k] {
			continue
		}
		seen[k] = true
		want := foldedUnits(kana.Default().Analyze(x.s))
		if utf8.RuneCountInString(want) < 2 {
			continue
		}
		if folded == nil {
			for _, l := range lines {
				folded = append(folded, kana.Default().Analyze(token.ReplaceAllString(l.Text, Block)))
			}
		}
		for i, l := range lines {
			if strings.Contains(foldedUnits(folded[i]), want) {
				ds = append(ds, diag.At("G028", l.N, 0, "", x.line))
			}
		}
	}
	return ds
}

func foldedUnits(x *kana.Text) string {
	rs := make([]rune, len(x.Spans))
	for i, s := range x.Spans {
		rs[i] = s.Rune
	}
	return string(rs)
}

func sortEvents(es []event) {
	sort.Slice(es, func(i, j int) bool { return es[i].from < es[j].from })
}
