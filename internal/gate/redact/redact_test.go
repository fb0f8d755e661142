package redact

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

func document(text string) *source.Document {
	d := &source.Document{}
	for i, l := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		d.Lines = append(d.Lines, source.Line{N: i + 1, Text: l})
	}
	return d
}

// rules reads the rules of a case: text or /pattern/, tab, reason.
func rules(s string) []Rule {
	var rs []Rule
	for i, l := range strings.Split(strings.TrimSpace(s), "\n") {
		what, reason, _ := strings.Cut(l, "\t")
		if what == "" {
			continue
		}
		r := Rule{Text: what, Reason: reason, By: "情報公開課", On: "2024-05-01", File: "a.txt.toml", Line: i + 1}
		if p, ok := strings.CutPrefix(what, "/"); ok {
			r.Text, r.Pattern = "", strings.TrimSuffix(p, "/")
		}
		rs = append(rs, r)
	}
	return rs
}

// The cases are written as clerks write: the text, the rules beside it, what
// is published, and what they are told.
func TestCases(t *testing.T) {
	b, err := os.ReadFile("testdata/cases.txtar")
	if err != nil {
		t.Fatal(err)
	}
	part := map[string]string{}
	n := 0
	for _, f := range txtar.Parse(b).Files {
		name, what, _ := strings.Cut(f.Name, "/")
		part[what] = string(f.Data)
		if what != "told" {
			continue
		}
		n++
		d := document(part["text"])
		rs, ds := Apply(d, rules(part["rules"]))
		r := &record.Record{Title: d.Text()}
		Expand(r, rs)
		if r.Title != part["published"] {
			t.Errorf("%s: published\n%swant\n%s", name, r.Title, part["published"])
		}
		var told []string
		for _, x := range ds {
			told = append(told, fmt.Sprintf("%s %d:%d", x.Code, x.Line, x.Column))
		}
		if got := strings.Join(told, "\n"); got != strings.TrimSpace(part["told"]) {
			t.Errorf("%s: told\n%s\nwant\n%s", name, got, part["told"])
		}
		part = map[string]string{}
	}
	if n < 20 {
		t.Errorf("only %d cases", n)
	}
}

// A line knows where it stood after a redaction of several lines.
func TestLinesKeepTheirNumbers(t *testing.T) {
	d := document("一\n二[[墨消し:氏名]]三\n四\n五[[/]]六\n七\n")
	Apply(d, nil)
	var got []string
	for _, l := range d.Lines {
		got = append(got, fmt.Sprintf("%d %s", l.N, l.Text))
	}
	if want := "1 一|2 二" + Token(0) + "六|5 七"; strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Tokens are told apart from each other, and have nothing that a parser reads.
func TestTokens(t *testing.T) {
	seen := map[string]bool{}
	var rs []Redaction
	var all strings.Builder
	for n := range 500 {
		s := Token(n)
		if seen[s] || strings.Trim(s, "█▁▂▃▄▅▆▇") != "" {
			t.Errorf("token %d is %q", n, s)
		}
		seen[s] = true
		rs = append(rs, Redaction{Reason: fmt.Sprint(n)})
		all.WriteString(s)
	}
	r := &record.Record{Title: all.String()}
	Expand(r, rs)
	for i, p := range Marks(r.Title) {
		if want := Mark(fmt.Sprint(i)); r.Title[p.From:p.To] != want || r.Title[p.Label:p.LabelEnd] != Label(fmt.Sprint(i)) {
			t.Fatalf("%d: %q, want %q", i, r.Title[p.From:p.To], want)
		}
	}
	// The source's own blocks stay as they are.
	for _, own := range []string{"█", "█▁█", "████"} {
		r := &record.Record{Title: own}
		if Expand(r, nil); r.Title != own {
			t.Errorf("%q became %q", own, r.Title)
		}
	}
}

// Every string of a record is reached, whatever it is nested in.
func TestWalkReachesEverything(t *testing.T) {
	p := []record.Passage{{Text: "x", Speaker: &record.Speaker{Label: "x", Name: "x"}}}
	r := &record.Record{ID: "x", Title: "x", Header: []record.Field{{Text: "x"}}, Cites: []record.Cite{{Text: "x"}},
		Minutes:     record.Minutes{Handouts: []string{"x"}, Items: []record.Item{{Title: "x", Sections: []record.Section{{Passages: p}}}}},
		Reply:       record.Reply{Addressee: []string{"x"}, Sections: []record.Section{{Label: "x", Passages: p[:0]}}},
		Page:        &record.Page{ID: "x"},
		Residue:     []record.Residue{{Text: "x"}},
		Diagnostics: []record.Diagnostic{{Message: "x", Args: []any{"x", 1}}},
	}
	n := 0
	Walk(r, func(s string) string {
		if s == "x" {
			n++
		}
		return "y"
	})
	if n != 15 || r.Diagnostics[0].Args[0] != "y" || r.Items[0].Sections[0].Passages[0].Speaker.Name != "y" {
		t.Errorf("%d strings reached", n)
	}
}

// Whatever the marks are, no character between them goes out, and nothing
// panics.
func FuzzApply(f *testing.F) {
	f.Add("あ[[墨消し:氏名]]X[[/]]い")
	f.Add("[[墨消し:氏名]]X\nX[[墨消し:住所]]X[[/]]X\n[[/]]")
	f.Add("[[/]][[墨消し:]]X")
	f.Fuzz(func(t *testing.T, s string) {
		if strings.ContainsAny(s, "�\x00") || len(s) > 1000 {
			return
		}
		d := document("[[墨消し:a]]" + strings.ReplaceAll(s, "[[/]]", "") + "HIMITSU")
		Apply(d, nil)
		if out := d.Text(); strings.Contains(out, "HIMITSU") && !closing.MatchString(s) {
			t.Errorf("%q left %q", s, out)
		}
	})
}
