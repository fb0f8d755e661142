package browser

import (
	"context"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	toshin "github.com/toshin-archive/toshin"
	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/content"
	"github.com/toshin-archive/toshin/internal/export"
	"github.com/toshin-archive/toshin/internal/gate"
	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/site"
)

// hostile is markup of every kind that a page might take for its own.
const hostile = `<script>window.hit=1</script><img src=x onerror="window.hit=1">{{< ref "x" >}}{{% x %}}{{ 1 }} **太字** <案1> ]]> &amp; "'`

// fixtures are the records in testdata, every text of one of them hostile.
func fixtures(t *testing.T) (rs []*record.Record) {
	t.Helper()
	b, err := os.ReadFile("testdata/records.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(strings.ReplaceAll(string(b), "HOSTILE", quoted(hostile))), &rs); err != nil {
		t.Fatal(err)
	}
	return rs
}

// buildSite makes a site of the fixtures and gives its folder.
func buildSite(t *testing.T) string { return buildOf(t, fixtures(t), nil) }

// buildOf makes a site of records; fill, where there is one, adds what else it has.
func buildOf(t *testing.T, rs []*record.Record, fill func(dir string) error) string {
	t.Helper()
	res := &gate.Result{Public: rs}
	for _, r := range rs {
		res.Verdicts = append(res.Verdicts, gate.Verdict{ID: r.ID, Kind: r.Kind, Public: true})
	}
	res.Verdicts = append(res.Verdicts, gate.Verdict{ID: "minutes/h29-4", Kind: record.KindMinutes, File: "data/records/himitsu.txt",
		Reasons: []record.Diagnostic{{Code: "G002", Message: "himitsu"}}})
	res.Notices = []gate.Notice{{ID: "replies/999", State: gate.Withdrawn, Reason: "前提がなくなったため", On: "2022-06-30", By: "審査会"}}
	dir := t.TempDir()
	a := &archive.Archive{Dir: dir, Config: archive.Config{Title: "試しの書庫", Language: "ja", City: "見晴市", Contact: "総務課"}}
	layouts, err := fs.Sub(toshin.Assets, "layouts")
	if err != nil {
		t.Fatal(err)
	}
	pages := filepath.Join(dir, "pages")
	if _, err := content.Write(context.Background(), pages, content.Input{Config: a.Config, Result: res, Layouts: []fs.FS{layouts},
		Words: &content.Vocabulary{Table: kana.Default(), Lexicon: kana.Lexicon{}}}); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "public")
	if _, err := site.Build(context.Background(), site.Options{Archive: a, ContentDir: pages, WorkDir: filepath.Join(dir, "work"),
		LayoutFS: toshin.Assets, OutDir: out, Fill: []func(dir string) error{func(dir string) error {
			_, err := export.Write(context.Background(), filepath.Join(dir, content.DataFolder), export.Input{Config: a.Config, Records: rs})
			if err == nil && fill != nil {
				err = fill(dir)
			}
			return err
		}}}); err != nil {
		t.Fatal(err)
	}
	return out
}

// quoted is s as it stands within a JSON string.
func quoted(s string) string {
	b, _ := json.Marshal(s)
	return string(b[1 : len(b)-1])
}
