package truth

import (
	"slices"
	"testing"

	"github.com/toshin-archive/toshin/internal/record"
)

const dir = "../testdata/truth"

// As the truth says it, a record has no fault; with one thing changed, it has
// exactly the fault of that field.
func TestCompare(t *testing.T) {
	rs, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(rs) != 147 {
		t.Fatalf("%d replies in the sample, want 147", len(rs))
	}
	for _, want := range rs {
		if want.NumbersCount > 0 || want.InquiriesCount > 0 || want.ProgressWoven {
			continue // the truth gives only the ends
		}
		if fs := want.Compare(asRecord(want)); len(fs) > 0 {
			t.Errorf("unchanged: %v", fs)
		}
		for field, spoil := range map[string]func(*record.Record){
			"number":     func(r *record.Record) { r.Numbers = append(r.Numbers, "1") },
			"date":       func(r *record.Record) { r.Date = "" },
			"addressee":  func(r *record.Record) { r.Addressee = nil },
			"inquiries":  func(r *record.Record) { r.Inquiries = append(r.Inquiries, record.Inquiry{Document: "総第1号"}) },
			"outcome":    func(r *record.Record) { r.Outcome = "その他" },
			"title":      func(r *record.Record) { r.Title = "" },
			"conclusion": func(r *record.Record) { r.Conclusion += "以上" },
			"sections":   func(r *record.Record) { r.Sections[0].Line++ },
			"division":   func(r *record.Record) { r.Division = "第九部会" },
			"members":    func(r *record.Record) { r.Members = append(r.Members, "甲野") },
			"progress":   func(r *record.Record) { r.Progress = r.Progress[1:] },
		} {
			r := asRecord(want)
			spoil(r)
			if fs := want.Compare(r); len(fs) != 1 || fs[0].Field != field {
				t.Errorf("%s: %s spoilt: %v", want.File, field, fs)
			}
		}
	}
}

// The three sources of truth agree where they say the same.
func TestAgree(t *testing.T) {
	rs, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	out, err := LoadOutcomes(dir)
	if err != nil {
		t.Fatal(err)
	}
	heads, err := LoadHeads(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(heads) != out.Total {
		t.Errorf("%d heads, %d outcomes", len(heads), out.Total)
	}
	by := map[string]Head{}
	for _, h := range heads {
		by[h.Number] = h
	}
	for _, r := range rs {
		h := by[r.Number]
		if a := out.Accept(r.Number); !slices.Contains(a, r.Outcome) {
			t.Errorf("%s: outcome %s and %v", r.File, r.Outcome, a)
		}
		if h.Dates[0] != r.Date || h.Division != r.Division || len(h.Members) != len(r.Members) || len(h.Addressee) != len(r.Addressee) {
			t.Errorf("%s: heads.tsv has %+v", r.File, h)
		}
	}
}

func asRecord(w Reply) *record.Record {
	r := &record.Record{Kind: record.KindReply, Date: w.Date, Division: w.Division, Title: w.TitleFirst + "甲" + w.TitleLast}
	r.Numbers, r.Addressee, r.Outcome, r.Members = w.Numbers, w.Addressee, w.Outcome, w.Members
	r.Conclusion = w.ConclusionFirst + "乙" + w.ConclusionLast
	for _, q := range w.Inquiries {
		r.Inquiries = append(r.Inquiries, record.Inquiry{Document: q.Document, Date: q.Date})
	}
	for _, s := range w.Sections {
		r.Sections = append(r.Sections, record.Section{Kind: s.Kind, Line: s.Line, Label: "１　" + s.LabelFirst})
	}
	for _, p := range w.Progress {
		r.Progress = append(r.Progress, record.Progress{Date: p.Date, Text: p.TextFirst + "丙"})
	}
	return r
}
