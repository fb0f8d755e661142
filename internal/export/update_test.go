package export

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/toshin-archive/toshin/internal/house/folder"
	"github.com/toshin-archive/toshin/internal/record"
)

// Whatever changes, comes or goes, the files kept from the run before become
// those of an export into an empty folder; nothing is written into a file that a
// site may have, too.
func TestUpdateIsWrite(t *testing.T) {
	minutes := func(n int, text string) *record.Record {
		return &record.Record{Kind: record.KindMinutes, ID: record.ID(fmt.Sprintf("minutes/h30-%d", n)), Title: "会議", Date: "2018-05-01",
			Minutes: record.Minutes{Items: []record.Item{{Title: "件", Sections: []record.Section{{Kind: "text",
				Passages: []record.Passage{{ID: "s0001", Text: text}, {ID: "s0002", Text: "二"}}}}}}}}
	}
	in := Input{}
	for n := range 9 {
		in.Records = append(in.Records, minutes(n, "一"))
	}
	kept := filepath.Join(t.TempDir(), "data")
	var site map[string]string // what a site has of the last run
	var links string
	for _, step := range []struct {
		name   string
		change func()
	}{
		{"at first", func() {}},
		{"nothing", func() {}},
		{"one in the middle", func() { in.Records[4] = minutes(4, "ことば") }},
		{"the first and the last", func() { in.Records[0], in.Records[8] = minutes(0, "あ"), minutes(8, "\"い\",\n") }},
		{"one gone", func() { in.Records = slices.Delete(in.Records, 2, 3) }},
		{"one come, with a mention", func() {
			r := minutes(2, "また")
			r.Cites = []record.Cite{{Kind: "reply", Text: "答申第1号", Number: "1"}}
			in.Records = append(in.Records, r)
		}},
		{"the licence", func() { in.Config.License = "CC0-1.0" }},
		{"a hand in a file", func() {
			if err := os.WriteFile(filepath.Join(kept, "records.csv"), []byte("x"), 0o644); err != nil {
				t.Fatal(err)
			}
			site = nil
		}},
		{"none", func() { in.Records = nil }},
	} {
		step.change()
		fresh := t.TempDir()
		a, err1 := Update(context.Background(), kept, "program", in)
		b, err2 := Write(context.Background(), fresh, in)
		if err1 != nil || err2 != nil || a != b {
			t.Fatalf("%s: %v %v, %+v and %+v", step.name, err1, err2, a, b)
		}
		if !maps.Equal(folder.Texts(t, kept), folder.Texts(t, fresh)) {
			t.Errorf("%s: other files than those made anew", step.name)
		}
		if site != nil && !maps.Equal(folder.Texts(t, links), site) {
			t.Errorf("%s: the site that stands has changed", step.name)
		}
		links = filepath.Join(t.TempDir(), "site")
		for name := range folder.Texts(t, kept) {
			if err := os.MkdirAll(filepath.Dir(filepath.Join(links, name)), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.Link(filepath.Join(kept, name), filepath.Join(links, name)); err != nil {
				t.Fatal(err)
			}
		}
		site = folder.Texts(t, links)
	}
}
