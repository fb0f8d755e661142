package content

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/toshin-archive/toshin/internal/gate"
	"github.com/toshin-archive/toshin/internal/record"
)

func input(rs ...*record.Record) Input {
	res := &gate.Result{Public: rs}
	for _, r := range rs {
		res.Verdicts = append(res.Verdicts, gate.Verdict{ID: r.ID, Kind: r.Kind, Public: true})
	}
	return Input{Result: res, Layouts: []fs.FS{os.DirFS("../../layouts")}}
}

func reply(n, text string) *record.Record {
	return &record.Record{Kind: record.KindReply, ID: record.ID("replies/" + n), Title: "件" + n, FiscalYear: 2020, Date: "2020-05-01",
		Reply: record.Reply{Number: n, Numbers: []string{n}, Sections: []record.Section{{Kind: "text",
			Passages: []record.Passage{{ID: "s0001", Text: text}}}}}}
}

// Only what changed is written, what is gone is removed, and a run that was cut
// off is mended.
func TestWriteOnlyWhatChanged(t *testing.T) {
	dir := t.TempDir()
	write := func(in Input) Stats {
		t.Helper()
		s, err := Write(context.Background(), dir, in)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	first := write(input(reply("1", "甲"), reply("2", "乙")))
	if first.Written != first.Pages {
		t.Errorf("the first run wrote %d of %d pages", first.Written, first.Pages)
	}
	if s := write(input(reply("1", "甲"), reply("2", "乙"))); s.Written != 0 || s.Removed != 0 {
		t.Errorf("the same input again: %+v", s)
	}
	if s := write(input(reply("1", "甲"), reply("2", "丙"))); s.Written != 1 {
		t.Errorf("one text changed: %+v", s)
	}
	if err := os.WriteFile(filepath.Join(dir, "replies", "9.html.tmp"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	os.Remove(filepath.Join(dir, manifestFile))
	if s := write(input(reply("1", "甲"))); s.Removed != 2 {
		t.Errorf("a record gone and a half file left: %+v", s)
	}
}

func TestArticleSlug(t *testing.T) {
	for in, want := range map[string]string{"条例第9条第1項第5号": "jorei-9-1-5", "法第１４条の２第１項": "ho-14no2-1"} {
		if got, _, _ := articleSlug(in); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}
