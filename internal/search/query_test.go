package search

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// read is a query as the golden file has it: a line a part.
func read(q Query) string {
	var b strings.Builder
	sign := func(not bool) string {
		if not {
			return "除く "
		}
		return ""
	}
	for _, c := range q.Clauses {
		var any []string
		for _, t := range c.Any {
			if t.Phrase {
				any = append(any, "句["+t.Text+"]")
			} else {
				any = append(any, "語["+t.Text+"]")
			}
		}
		fmt.Fprintf(&b, "  %s%s\n", sign(c.Not), strings.Join(any, " または "))
	}
	for _, f := range q.Filters {
		is := "に含む"
		if f.Ranges != nil {
			is = ""
		} else if f.Exact {
			is = "がちょうど"
		}
		fmt.Fprintf(&b, "  %s%s%s[%s]", sign(f.Not), f.Name, is, f.Value)
		for _, r := range f.Ranges {
			fmt.Fprintf(&b, " %s〜%s", r.From, r.To)
		}
		b.WriteByte('\n')
	}
	if q.Same {
		b.WriteString("  同じ発言の中で\n")
	}
	for _, n := range q.Notes {
		fmt.Fprintf(&b, "  注意 %s[%s]\n", n.Code, n.Text)
	}
	return b.String()
}

// The golden file holds a query at the margin and, indented, how it is read.
// The browser's twin is held to the same by internal/difftest.
func TestQueries(t *testing.T) {
	const file = "testdata/queries.txt"
	old, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	n := 0
	for l := range strings.Lines(string(old)) {
		switch {
		case strings.HasPrefix(l, "  "):
		case strings.HasPrefix(l, "#") || strings.TrimSpace(l) == "":
			b.WriteString(l)
		default:
			b.WriteString(l + read(Parse(strings.TrimSuffix(l, "\n"))))
			n++
		}
	}
	if n < 60 {
		t.Errorf("only %d queries", n)
	}
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if b.String() != string(old) {
		t.Errorf("queries are read otherwise than %s says; see what -update changes", file)
	}
}

// Every text has a reading, and none is without bound.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"", `"a`, "結論:妥当|一部 -年度:H29..", "期間:平成三十年四月一日~五日", "番号:1097-1142 OR", "「a」b -「c」"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		q := Parse(s)
		if len(q.Clauses)+len(q.Filters) > maxParts {
			t.Errorf("%d parts", len(q.Clauses)+len(q.Filters))
		}
		for _, x := range q.Filters {
			for _, v := range []string{"2017", "29-1", "妥当", "2018-03-29", ""} {
				x.inRange(v)
			}
			for _, r := range x.Ranges {
				if r.From == "" && r.To == "" || x.Name != "番号" && r.To != "" && r.From > r.To {
					t.Errorf("%q: %+v", s, r)
				}
			}
		}
	})
}
