package minutes

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/toshin-archive/toshin/internal/record"
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

// seed is testdata/seed.toml: what a reader found in the real page.
type seed struct {
	TitleLines   []int `toml:"title_lines"`
	FiscalYear   int   `toml:"fiscal_year"`
	Ordinal      int
	Date         string
	Start        string
	End          string
	Venue        string
	VenueLine    int `toml:"venue_line"`
	Observers    string
	PageID       string `toml:"page_id"`
	PageDate     string `toml:"page_date"`
	ResidueLines []int  `toml:"residue_lines"`
	LawLine      int    `toml:"law_citation_line"`
	HandoutLines []int  `toml:"handout_lines"`
	Mentions     []int  `toml:"cite_mentions"`
	Attendees    []struct {
		Group, Name, Title string
		Absent             bool
		Line               int
	}
	Agenda []struct {
		Line               int
		Number, Kind, Case string
	}
	Items []struct {
		Number, Case, Kind, Department, Outcome string
		LabelLines                              []int `toml:"label_lines"`
	}
	Sections []struct {
		Case, Kind string
		Line       int
		First      string `toml:"label_first"`
	}
	Cites []struct {
		Line       int
		Date, What string
	}
	Speeches []struct {
		Line, Section int
		Role          string
	}
}

// TestSeed holds the real page to every fact and position of its truth.
func TestSeed(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(root(t), "..", "shared", "records", "nagaokakyo-h29-2.txt"))
	if err != nil {
		t.Log("the seed page is not here:", err)
		return
	}
	var want seed
	if _, err := toml.DecodeFile("testdata/seed.toml", &want); err != nil {
		t.Fatal(err)
	}
	d := source.Bytes(b, "seed.txt")
	r := Parse(d)
	for _, f := range r.Account(d.Text()) {
		t.Error(f)
	}
	head := func(r *record.Record) string {
		return fmt.Sprint(r.ID, r.FiscalYear, r.Ordinal, r.Date, r.Start, r.End, r.Venue, r.Observers, r.Page.ID, r.Page.Date)
	}
	if got, must := head(r), fmt.Sprint("minutes/h29-2", want.FiscalYear, want.Ordinal, want.Date, want.Start, want.End, want.Venue, want.Observers, want.PageID, want.PageDate); got != must {
		t.Errorf("head: %s, want %s", got, must)
	}
	same(t, "title lines", linesNamed(r, "title"), want.TitleLines)
	var got, must []string
	for _, a := range r.Attendees {
		got = append(got, fmt.Sprintln(a.Line, a.Group, a.Name, a.Title, a.Absent))
	}
	for _, a := range want.Attendees {
		must = append(must, fmt.Sprintln(a.Line, a.Group, a.Name, a.Title, a.Absent))
	}
	same(t, "attendees", got, must)
	groups := map[string]int{}
	for _, a := range r.Attendees {
		if a.Absent {
			groups["欠席"]++
		} else {
			groups[a.Group]++
		}
	}
	if fmt.Sprint(groups) != fmt.Sprint(map[string]int{"委員": 7, "欠席": 2, "事務局": 4, "諮問及び案件関係部署": 5}) {
		t.Errorf("attendees by group: %v", groups)
	}
	if len(r.Handouts) != len(want.HandoutLines) {
		t.Errorf("handouts: %d, want %d", len(r.Handouts), len(want.HandoutLines))
	}
	for i, n := range want.HandoutLines {
		if i < len(r.Handouts) && r.Handouts[i] != strings.TrimSpace(d.Lines[n-1].Text) {
			t.Errorf("handout %d is not line %d", i, n)
		}
	}
	got, must = nil, nil
	for _, a := range r.Agenda {
		got = append(got, fmt.Sprintln(a.Line, a.Number, a.Kind, a.Case))
	}
	for _, a := range want.Agenda {
		must = append(must, fmt.Sprintln(a.Line, a.Number, a.Kind, a.Case))
	}
	same(t, "agenda", got, must)
	seedItems(t, r, &want)
	seedSpeech(t, r, &want)
	var residue []int
	for _, x := range r.Residue {
		residue = append(residue, x.Line)
		if x.Why != record.WhyChrome {
			t.Errorf("residue of line %d is %s", x.Line, x.Why)
		}
	}
	same(t, "residue", residue, want.ResidueLines)
	for _, x := range r.Diagnostics {
		if x.Severity != record.Info {
			t.Errorf("%s: %s", x.Code, x.Message)
		}
	}
}

func seedItems(t *testing.T, r *record.Record, want *seed) {
	items := map[string]record.Item{}
	for _, it := range r.Items {
		items[it.Number+it.Case] = it
	}
	if len(r.Items) != len(want.Items) {
		t.Errorf("items: %d, want %d", len(r.Items), len(want.Items))
	}
	var got, must []string
	for _, w := range want.Items {
		it := items[w.Number+w.Case]
		must = append(must, fmt.Sprintln(w.Number, w.Case, w.Kind, w.Department, w.Outcome, w.LabelLines))
		var ls []int
		for _, l := range it.Labels {
			ls = append(ls, l.Line)
		}
		got = append(got, fmt.Sprintln(it.Number, it.Case, it.Kind, it.Department, it.Outcome, ls))
	}
	same(t, "items", got, must)
	got, must = nil, nil
	for _, it := range r.Items {
		for _, s := range it.Sections {
			if s.Label != "" {
				first, _, _ := strings.Cut(s.Label, " ")
				got = append(got, fmt.Sprintln(s.Line, it.Case, s.Kind, first))
			}
		}
	}
	for _, s := range want.Sections {
		first, _, _ := strings.Cut(s.First, " ")
		must = append(must, fmt.Sprintln(s.Line, s.Case, s.Kind, first))
	}
	same(t, "sections", got, must)
	dates := map[int]string{}
	mentions := map[int]int{}
	for _, c := range r.Cites {
		if c.Date != "" {
			dates[c.Line] = c.Date
		} else {
			mentions[c.Line]++
		}
	}
	for _, c := range want.Cites {
		if dates[c.Line] != c.Date {
			t.Errorf("cite of line %d: %q, want %s", c.Line, dates[c.Line], c.Date)
		}
	}
	if len(mentions) == 0 {
		t.Error("no mention of the earlier reply in the speeches")
	}
}

func seedSpeech(t *testing.T, r *record.Record, want *seed) {
	var got, must []string
	roles := map[string]int{}
	id := 0
	for _, it := range r.Items {
		for _, s := range it.Sections {
			for _, x := range s.Passages {
				if x.Speaker == nil {
					continue
				}
				id++
				roles[x.Speaker.Role]++
				got = append(got, fmt.Sprintln(x.Line, x.Speaker.Role, s.Line))
				if x.Speaker.Name != "" || x.Speaker.Mark != "【】" || strings.Contains(x.Speaker.Label, "法") {
					t.Errorf("line %d: speaker %+v", x.Line, *x.Speaker)
				}
			}
		}
	}
	for _, s := range want.Speeches {
		must = append(must, fmt.Sprintln(s.Line, s.Role, s.Section))
	}
	same(t, "speeches", got, must)
	if id != 75 || roles["member"] != 28 || roles["department"] != 27 || roles["chair"] != 13 || roles["secretariat"] != 7 {
		t.Errorf("%d speeches: %v", id, roles)
	}
}

func linesNamed(r *record.Record, name string) (lines []int) {
	for _, f := range r.Header {
		if f.Name == name {
			lines = append(lines, f.Line)
		}
	}
	return lines
}

// same reports the first places at which two lists differ.
func same[T comparable](t *testing.T, what string, got, want []T) {
	t.Helper()
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			t.Errorf("%s: missing %v", what, want[i])
		case i >= len(want):
			t.Errorf("%s: too many: %v", what, got[i])
		case got[i] != want[i]:
			t.Errorf("%s %d: %v, want %v", what, i, got[i], want[i])
			return
		}
	}
}

// Every minute of the sample archive is read without losing a character.
func TestSampleLosesNothing(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(root(t), "data", "records", "minutes", "*.txt"))
	if len(files) < 11 {
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
		if n == 0 || r.Date == "" || len(r.Items) == 0 || r.Items[0].Title == "" {
			t.Errorf("%s: %d passages, date %q, %d items", filepath.Base(f), n, r.Date, len(r.Items))
		}
	}
}
