package gate

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// A rule beside a list reaches every row, and what a row holds beside its lines
// does not bring the words back.
func TestListsAreRedactedRowByRow(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.csv")
	rule := "[[redact]]\ntext = \"霧原秘子\"\nreason = \"個人\"\nby = \"総務課\"\non = 2024-01-01\n"
	if err := os.WriteFile(path+SidecarExt, []byte(rule), 0o644); err != nil {
		t.Fatal(err)
	}
	row := func(n int, text string) *source.Document {
		return &source.Document{
			Source:   record.Source{File: "data/records/a.csv", Part: text},
			Lines:    []source.Line{{N: n, Text: "件名\t" + text, Cell: 1}, {N: n, Text: "電話0771-22-3344", Why: record.WhyChrome}},
			Cells:    []source.Cell{{Header: "件名", Column: "subject", Same: "霧原秘子の件"}},
			Caption:  "霧原秘子に関する答申",
			Readings: []record.Reading{{Text: "霧原秘子", Kana: "きりはらひめこ", Line: n}, {Text: "件名", Kana: "けんめい", Line: n}},
		}
	}
	docs := []*source.Document{row(2, "港の図面"), row(3, "霧原秘子の記録")}
	xs := (&Registers{}).PrepareAll(docs, path)
	for i, d := range docs {
		if len(xs[i].Redactions) != 1 || len(xs[i].Findings) != 0 {
			t.Errorf("row %d: %+v", i, xs[i])
		}
		if all := d.Text() + d.Caption + d.Cells[0].Same; strings.Contains(all, "秘") {
			t.Errorf("row %d: %q", i, all)
		}
		if len(d.Readings) != 1 || d.Readings[0].Text != "件名" {
			t.Errorf("row %d: %+v", i, d.Readings)
		}
		if len(d.Lines) != 2 || d.Lines[0].Of != i {
			t.Errorf("row %d: %+v", i, d.Lines)
		}
		for _, x := range d.Diagnostics {
			t.Errorf("row %d: %+v", i, x)
		}
	}
}
