package override

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

func sample() *record.Record {
	return &record.Record{
		Kind: record.KindMinutes, ID: "minutes/r5-2", Date: "2023-10-04", FiscalYear: 2023,
		Source:  record.Source{File: "data/records/a.txt"},
		Minutes: record.Minutes{Attendees: []record.Attendee{{Name: "岬"}}, Handouts: []string{"資料１"}, Items: []record.Item{{Outcome: "了承", Sections: []record.Section{{Kind: "text", Passages: []record.Passage{{ID: "s0001", Text: "\uFFFD橋さんの件。", Speaker: &record.Speaker{Label: "岬主査", Role: "other"}}, {ID: "s0002", Text: "はい。", Speaker: &record.Speaker{Label: "岬主査", Role: "other"}}}}}}}},
		Reply:   record.Reply{Number: "3", Numbers: []string{"3"}},
		Diagnostics: []record.Diagnostic{
			{Code: "R008", Severity: record.Error}, {Code: "P103", Severity: record.Warning}, {Code: "P120", Severity: record.Warning},
		},
	}
}

// apply runs patches over the sample and tells what became of it.
func apply(toml string) (*record.Record, string) {
	d := &source.Document{Source: record.Source{File: "data/records/a.txt"}, Patch: []byte(toml)}
	ps, ds := Read(d)
	r := sample()
	Apply(r, ps)
	var codes []string
	for _, x := range append(ds, r.Diagnostics...) {
		if strings.HasPrefix(x.Code, "P9") {
			codes = append(codes, fmt.Sprintf("%s:%d", x.Code, x.Line))
			if x.File != "data/records/a.txt.toml" {
				codes = append(codes, "in "+x.File)
			}
		}
	}
	return r, strings.Join(codes, " ")
}

func patch(field, was, now string) string {
	return fmt.Sprintf("[[override]]\nfield = %q\nwas = %q\nnow = %q\nreason = \"元の綴りを見た\"\n", field, was, now)
}

func TestOverrides(t *testing.T) {
	for _, c := range []struct {
		toml string
		got  func(r *record.Record) any
		want string
	}{
		{patch("date", "2023-10-04", "2023-10-03"), func(r *record.Record) any { return r.Date }, "2023-10-03"},
		{patch("venue", "", "市役所"), func(r *record.Record) any { return r.Venue }, "市役所"},
		{patch("fiscalYear", "2023", "2022"), func(r *record.Record) any { return r.FiscalYear }, "2022"},
		{patch("items[0].outcome", "了承", "継続"), func(r *record.Record) any { return r.Items[0].Outcome }, "継続"},
		{patch("items[0].sections[0].kind", "text", "questions"), func(r *record.Record) any { return r.Items[0].Sections[0].Kind }, "questions"},
		{patch("s0001.speaker.role", "other", "secretariat"), func(r *record.Record) any { return r.Items[0].Sections[0].Passages[0].Speaker.Role }, "secretariat"},
		{patch("speakers.岬主査.role", "other", "secretariat"), func(r *record.Record) any { return r.Items[0].Sections[0].Passages[1].Speaker.Role }, "secretariat"},
		{patch("s0001.text", "\uFFFD橋", "髙橋"), func(r *record.Record) any { return r.Items[0].Sections[0].Passages[0].Text }, "髙橋さんの件。"},
		{patch("attendees[0].absent", "false", "true"), func(r *record.Record) any { return r.Attendees[0].Absent }, "true"},
		{patch("number", "3", "令5-3"), func(r *record.Record) any { return r.Numbers }, "[令5-3]"},
		{"[[override]]\nfield = \"handouts\"\nwas = [\"資料１\"]\nnow = [\"資料１\", \"資料２\"]\nreason = \"落ち\"\n", func(r *record.Record) any { return len(r.Handouts) }, "2"},
		{patch("id", "minutes/r5-2", "minutes/r5-3"), func(r *record.Record) any { return r.ID }, "minutes/r5-3"},
	} {
		r, faults := apply(c.toml)
		if got := fmt.Sprint(c.got(r)); got != c.want || faults != "" {
			t.Errorf("%s: %q %s", c.toml, got, faults)
		}
		if len(r.Overrides) != 1 || r.Overrides[0].Reason == "" {
			t.Errorf("%s: %+v", c.toml, r.Overrides)
		}
	}
	r, _ := apply(patch("s0001.text", "\uFFFD橋", "髙橋") + patch("date", "2023-10-04", "2023-10-03"))
	if len(r.Diagnostics) != 1 || r.Diagnostics[0].Code != "P120" {
		t.Errorf("what was put right is still complained of: %+v", r.Diagnostics)
	}
}

// What does not fit any more changes nothing.
func TestPatchesThatDoNotFit(t *testing.T) {
	for _, c := range []struct{ toml, want string }{
		{patch("date", "2023-10-05", "2023-10-03"), "P903:1"},
		{"[[override]]\nfield = \"date\"\nnow = 2023-10-03\nreason = \"x\"\n", "P901:1"},
		{"\n[[override]]\nfield = \"date\"\nwas = \"2023-10-04\"\nnow = \"2023-10-03\"\n", "P901:2"},
		{patch("date", "2023-10-04", "10月3日"), "P904:1"},
		{patch("items[0].outcome", "了承", "承知"), "P904:1"},
		{patch("items[7].outcome", "", "了承"), "P905:1"},
		{patch("s0009.speaker.role", "other", "chair"), "P905:1"},
		{patch("speakers.灯主査.role", "other", "chair"), "P905:1"},
		{patch("s0001.text", "無い文", "x"), "P903:1"},
		{patch("source.sha256", "", "x"), "P902:1"},
		{patch("s0001.id", "s0001", "s0002"), "P902:1"},
		{patch("colour", "", "x"), "P902:1"},
		{patch("items", "", "x"), "P904:1"},
		{"[[override]]\nfield = \"venue\"\nnow = \"x\"\nreason = \"x\"\ncolour = 1\n", "P902:1"},
	} {
		r, faults := apply(c.toml)
		if faults != c.want {
			t.Errorf("%s: %q, want %s", c.toml, faults, c.want)
		}
		r.Diagnostics = nil
		s := sample()
		s.Diagnostics = nil
		got, _ := json.Marshal(r)
		if want, _ := json.Marshal(s); string(got) != string(want) {
			t.Errorf("%s: it changed something: %+v", c.toml, r)
		}
	}
}

func TestFrontMatterNeedsNoReason(t *testing.T) {
	r := sample()
	ps, _ := Read(&source.Document{Set: []source.Setting{{Field: "date", Value: "2023-10-03", Line: 2}, {Field: "layout", Value: "post", Line: 3}, {Field: "kind", Value: "minutes"}}})
	Apply(r, ps)
	if r.Date != "2023-10-03" || len(r.Overrides) != 1 || Kind(ps) != record.KindMinutes {
		t.Errorf("%s %+v", r.Date, r.Overrides)
	}
	if d := r.Diagnostics[len(r.Diagnostics)-1]; d.Code != "P908" {
		t.Errorf("%+v", d)
	}
}

func TestRowsOfLists(t *testing.T) {
	r := sample()
	r.Source.Part = "一覧!3"
	ps := []Patch{{Record: "一覧!4", Field: "venue", Now: "x"}, {Record: "一覧!3", Field: "venue", Now: "市役所"}}
	Apply(r, ps)
	if r.Venue != "市役所" || len(r.Overrides) != 1 {
		t.Errorf("%s %+v", r.Venue, r.Overrides)
	}
	if ds := Missing(ps, func(n string) bool { return n == "一覧!3" }); len(ds) != 1 || ds[0].Code != "P905" {
		t.Errorf("%+v", ds)
	}
}
