package content

import (
	"context"
	"maps"
	"testing"

	"github.com/toshin-archive/toshin/internal/house/folder"
	"github.com/toshin-archive/toshin/internal/record"
)

// Whatever changes — a record, what others say of it, a setting — the pages kept
// from the run before become those of a run from nothing.
func TestWriteAgainAsAnew(t *testing.T) {
	kept := t.TempDir()
	for _, step := range []struct {
		name   string
		change func(in *Input, rs []*record.Record)
	}{
		{"at first", func(*Input, []*record.Record) {}},
		{"a text", func(_ *Input, rs []*record.Record) { rs[0].Sections[0].Passages[0].Text = "甲二" }},
		{"a title that others name", func(_ *Input, rs []*record.Record) { rs[1].Title = "別の件" }},
		{"a day, and with it the order", func(_ *Input, rs []*record.Record) { rs[2].Date = "2021-04-01" }},
		{"a mention", func(_ *Input, rs []*record.Record) {
			rs[2].Cites = []record.Cite{{Kind: "reply", Text: "答申第1号", To: rs[0].ID}}
		}},
		{"the mentioned one is gone", func(in *Input, rs []*record.Record) { *in = input(rs[1:]...) }},
		{"a condition", func(_ *Input, rs []*record.Record) {
			rs[1].Conditions = []record.Condition{{ID: "c01", Text: "記録を残すこと。"}}
		}},
		{"an article that two have", func(_ *Input, rs []*record.Record) {
			rs[1].Articles, rs[2].Articles = []string{"条例第7条"}, []string{"条例第7条"}
		}},
		{"what the gate took out", func(in *Input, _ []*record.Record) { in.Result.Verdicts[0].Redacted = 3 }},
		{"roles for names", func(in *Input, _ []*record.Record) { in.Result.NoMembers = true }},
		{"the city", func(in *Input, _ []*record.Record) { in.Config.City = "見晴市" }},
		{"the address", func(in *Input, _ []*record.Record) { in.Config.BaseURL = "https://example.jp/toshin/" }},
		{"the licence", func(in *Input, _ []*record.Record) { in.Config.LicenseURL = "https://example.jp/licence" }},
		{"residue", func(_ *Input, rs []*record.Record) {
			rs[0].Residue = []record.Residue{{Line: 1, Text: "- 1 -", Why: record.WhyFurniture}}
		}},
	} {
		rs := []*record.Record{reply("1", "甲"), reply("2", "乙"), reply("3", "丙")}
		in := input(rs...)
		step.change(&in, rs)
		fresh := t.TempDir()
		for _, dir := range []string{kept, fresh} {
			if _, err := Write(context.Background(), dir, in); err != nil {
				t.Fatal(err)
			}
		}
		if got, want := folder.Texts(t, kept), folder.Texts(t, fresh); !maps.Equal(got, want) {
			t.Errorf("%s: the pages differ from those made anew", step.name)
		}
	}
}
