package parse

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
	"github.com/toshin-archive/toshin/internal/source/html"
)

// TestKind reads the sample archive, and the real records where they are: every
// file of a folder of replies is a reply, all else minutes, nothing is lost.
func TestKind(t *testing.T) {
	for _, dir := range []string{"../../data/records", "../../../shared/records"} {
		n := 0
		err := filepath.WalkDir(dir, func(p string, e os.DirEntry, err error) error {
			if err != nil || filepath.Ext(p) != ".txt" {
				return err
			}
			n++
			want := record.KindMinutes
			if d := filepath.Dir(p); strings.HasSuffix(d, "replies") || strings.HasSuffix(d, "yokohama") {
				want = record.KindReply
			}
			d := source.File(p, filepath.Base(p))
			r, ds := Document(d)
			if r == nil {
				t.Errorf("%s: no record: %v", p, ds)
				return nil
			}
			if r.Kind != want {
				t.Errorf("%s: %s, want %s", p, r.Kind, want)
			}
			if k := len(Apart([]*source.Document{d})); k != 1 {
				t.Errorf("%s: taken apart into %d", p, k)
			}
			if faults := r.Account(d.Text()); faults != nil {
				t.Errorf("%s: %v", p, faults)
			}
			return nil
		})
		if os.IsNotExist(err) {
			t.Logf("%s is not here", dir)
			continue
		}
		if err != nil || n == 0 {
			t.Errorf("%s: %d files, %v", dir, n, err)
		}
	}
	if r, ds := Document(source.Bytes([]byte("買い物\n大根\n"), "a.txt")); r != nil || len(ds) != 1 || ds[0].Code != "P001" {
		t.Errorf("a shopping list: %v %v", r, ds)
	}
}

// Every document of the minutes' corpus is taken for minutes, whatever it quotes.
func TestCorpusOfMinutesIsMinutes(t *testing.T) {
	files, _ := filepath.Glob("minutes/testdata/corpus/*.txtar")
	if len(files) == 0 {
		t.Fatal("no corpus")
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		head, text, _ := strings.Cut(string(b), "\n")
		text, _, _ = strings.Cut(text, "-- truth --\n")
		name := "a.txt"
		if strings.Contains(head, ".html") {
			name = "a.html"
		}
		r, ds := Document(source.NewReader(source.Text{}, html.Format{}).Bytes([]byte(text), name)[0])
		if r == nil || r.Kind != record.KindMinutes {
			t.Errorf("%s: %v %v", f, r, ds)
		}
	}
}
