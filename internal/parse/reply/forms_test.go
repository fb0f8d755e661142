package reply

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/record"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write the outlines anew")

// Each file of testdata/forms has a reply of the made-up city in one form, and
// the outline of what is read from it.
func TestForms(t *testing.T) {
	for _, f := range forms(t) {
		t.Run(filepath.Base(f.name), func(t *testing.T) {
			d := document("source.txt", f.source)
			r := Parse(d)
			if faults := r.Account(d.Text()); faults != nil {
				t.Error(faults)
			}
			got := outline(r)
			if *update {
				f.archive.Files = []txtar.File{{Name: "source.txt", Data: []byte(f.source)}, {Name: "outline", Data: []byte(got)}}
				if err := os.WriteFile(f.name, txtar.Format(f.archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != f.outline {
				t.Errorf("the outline differs (go test -update writes it anew):\n%s", got)
			}
		})
	}
}

type form struct {
	name, source, outline string
	archive               *txtar.Archive
}

func forms(t testing.TB) []form {
	files, err := filepath.Glob("testdata/forms/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no forms", err)
	}
	var fs []form
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		f := form{name: name, archive: txtar.Parse(b)}
		for _, part := range f.archive.Files {
			switch part.Name {
			case "source.txt":
				f.source = string(part.Data)
			case "outline":
				f.outline = string(part.Data)
			}
		}
		fs = append(fs, f)
	}
	return fs
}

// outline shows a record so that it can be compared with its source by eye.
func outline(r *record.Record) string {
	var b bytes.Buffer
	line := func(label string, values ...string) {
		if v := strings.Join(values, " / "); v != "" {
			fmt.Fprintf(&b, "%s: %s\n", label, strings.ReplaceAll(v, "\n", " ⏎ "))
		}
	}
	line("id", string(r.ID))
	line("番号", r.Numbers...)
	line("日付", r.Date)
	if r.FiscalYear > 0 {
		line("年度", fmt.Sprint(r.FiscalYear))
	}
	line("機関", r.Council)
	line("宛先", r.Addressee...)
	for _, q := range r.Inquiries {
		line("諮問", strings.TrimSpace(q.Number+" "+q.Document+" "+q.Date))
	}
	line("件名", r.Title)
	line("結論の別", r.Outcome)
	line("部会", r.Division)
	line("委員", r.Members...)
	line("条文", r.Articles...)
	for _, l := range r.Laws {
		line("法令", l.Term, l.Name, l.Number)
	}
	for _, c := range slices.Concat(r.Cites, r.Rulings) {
		line("引用 "+c.Kind, c.Number, c.Date, c.Council, c.Text)
	}
	for _, h := range r.Header {
		line(fmt.Sprintf("頭 %d行 %s", h.Line, h.Name), strings.TrimSpace(h.Label+" "+h.Text))
	}
	for _, s := range r.Sections {
		fmt.Fprintf(&b, "節 %d行 %s: %s\n", s.Line, s.Kind, strings.ReplaceAll(s.Label, "\n", " ⏎ "))
		for _, p := range s.Passages {
			line(fmt.Sprintf("  %s %d行", p.ID, p.Line), p.Text)
		}
	}
	for _, c := range r.Conditions {
		line("附帯意見 "+c.ID, c.Text)
	}
	for _, p := range r.Progress {
		fmt.Fprintf(&b, "経過 %d行 %s [%s]: %s\n", p.Line, p.Date, strings.ReplaceAll(p.When, "\n", " ⏎ "), strings.ReplaceAll(p.Text, "\n", " ⏎ "))
	}
	for _, x := range r.Residue {
		line(fmt.Sprintf("残り %d行 %s", x.Line, x.Why), x.Text)
	}
	for _, d := range r.Diagnostics {
		line(fmt.Sprintf("%s %d行", d.Code, d.Line), d.Message)
	}
	return b.String()
}
