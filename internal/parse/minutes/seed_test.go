package minutes

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/toshin-archive/toshin/internal/source"
)

func root(t *testing.T) string {
	dir, _ := os.Getwd()
	for range 8 {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		dir = filepath.Dir(dir)
	}
	t.Fatal("no go.mod above")
	return ""
}

func TestSeed(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(root(t), "..", "shared", "records", "nagaokakyo-h29-2.txt"))
	if err != nil {
		t.Log("the seed page is not here:", err)
		return
	}
	d := source.Bytes(b, "seed.txt")
	r := Parse(d)
	for _, f := range r.Account(d.Text()) {
		t.Error(f)
	}
	roles := map[string]int{}
	for _, it := range r.Items {
		for _, s := range it.Sections {
			for _, x := range s.Passages {
				if x.Speaker != nil {
					roles[x.Speaker.Role]++
				}
			}
		}
		t.Log(it.Number, it.Case, it.Kind, it.Department, it.Outcome, it.Line, len(it.Sections))
	}
	if roles["member"] != 28 || roles["department"] != 27 || roles["chair"] != 13 || roles["secretariat"] != 7 {
		t.Errorf("speeches: %v", roles)
	}
	if r.ID != "minutes/h29-2" || r.FiscalYear != 2017 || r.Date != "2018-03-29" || r.Start != "09:00" || r.End != "11:00" || r.Observers != "なし" || r.Page == nil || r.Page.ID != "7830" || r.Page.Date != "2018-07-19" {
		t.Errorf("head: %s %d %s %s %s %s %+v", r.ID, r.FiscalYear, r.Date, r.Start, r.End, r.Observers, r.Page)
	}
	if len(r.Attendees) != 18 || len(r.Agenda) != 5 || len(r.Items) != 6 || len(r.Handouts) != 10 || len(r.Residue) != 10 {
		t.Errorf("attendees %d, agenda %d, items %d, handouts %d, residue %d", len(r.Attendees), len(r.Agenda), len(r.Items), len(r.Handouts), len(r.Residue))
	}
	want := map[string]string{"報告案件1": "意見", "報告案件2": "意見", "諮問案件4": "答申", "諮問案件3": "継続"}
	for _, it := range r.Items {
		if it.Outcome != want[it.Case] {
			t.Errorf("%s: %q", it.Case, it.Outcome)
		}
	}
}

// Every minute of the sample archive is read without losing a character.
func TestSampleLosesNothing(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(root(t), "data", "records", "minutes", "*.txt"))
	if len(files) == 0 {
		t.Fatal("no sample minutes")
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		d := source.Bytes(b, filepath.Base(f))
		r := Parse(d)
		for _, x := range r.Account(d.Text()) {
			t.Errorf("%s: %s", filepath.Base(f), x)
		}
		n := 0
		for _, it := range r.Items {
			for _, s := range it.Sections {
				n += len(s.Passages)
			}
		}
		if n == 0 || r.Date == "" {
			t.Errorf("%s: %d passages, date %q", filepath.Base(f), n, r.Date)
		}
		t.Log(r.ID, r.Council, r.Date, r.Start, r.End, r.Notation, len(r.Attendees), len(r.Agenda), len(r.Items), n, Score(d), len(r.Diagnostics))
	}
}
