package minutes

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/record"
)

var update = flag.Bool("update", false, "write the outlines anew")

// Every case is text, a line of "-- outline --", and what it was read as.
func TestOutlines(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	if len(files) == 0 {
		t.Fatal("no cases")
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		text, want, _ := strings.Cut(string(b), "-- outline --\n")
		text = strings.TrimPrefix(text, "-- minutes --\n")
		d := document(text)
		r := Parse(d)
		for _, x := range r.Account(d.Text()) {
			t.Errorf("%s: %s", f, x)
		}
		got := outline(r)
		if *update {
			if err := os.WriteFile(f, []byte("-- minutes --\n"+text+"-- outline --\n"+got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", f, got, want)
		}
	}
}

// outline writes what a clerk would check.
func outline(r *record.Record) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s 第%d回 %s %s–%s %s 発言の書き方: %s\n", r.ID, r.Council, r.Ordinal, r.Date, r.Start, r.End, r.Venue, r.Notation)
	for _, a := range r.Attendees {
		fmt.Fprintf(&b, "出席 %s: %s %s 欠席=%v\n", a.Group, a.Name, a.Title, a.Absent)
	}
	for _, a := range r.Agenda {
		fmt.Fprintf(&b, "議題 %s [%s] %s %s\n", a.Number, a.Kind, a.Case, a.Title)
	}
	for _, it := range r.Items {
		fmt.Fprintf(&b, "案件 %s [%s] %s %s 所管=%s 結果=%s\n", it.Number, it.Kind, it.Case, it.Title, it.Department, it.Outcome)
		for _, s := range it.Sections {
			fmt.Fprintf(&b, "  節 %s %s\n", s.Kind, s.Label)
			for _, p := range s.Passages {
				who := "―"
				if p.Speaker != nil {
					who = fmt.Sprintf("%s(%s %s)", p.Speaker.Label, p.Speaker.Role, p.Speaker.Name)
				}
				fmt.Fprintf(&b, "    %s %s: %s\n", p.ID, who, strings.ReplaceAll(p.Text, "\n", " / "))
			}
		}
	}
	for _, x := range r.Residue {
		fmt.Fprintf(&b, "残り %s: %s\n", x.Why, x.Text)
	}
	for _, x := range r.Diagnostics {
		fmt.Fprintf(&b, "診断 %s %s\n", x.Code, x.Message)
	}
	return b.String()
}
