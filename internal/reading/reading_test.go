package reading

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/vectors"
)

// TestVectors tries each table of vectors as one small archive: all its texts
// are added, and each query is asked of its own text.
func TestVectors(t *testing.T) {
	files, _ := filepath.Glob("../kana/testdata/*.tsv")
	for _, p := range append(files, "../../../shared/search/kana-dev.tsv") {
		f, err := os.Open(p)
		if err != nil {
			t.Logf("%v", err)
			continue
		}
		rows, err := vectors.Read(f)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		b := NewBuilder(kana.Default())
		for _, r := range rows {
			b.Add(r.Text)
		}
		res, err := b.Build(nil)
		if err != nil {
			t.Fatal(err)
		}
		a := kana.Default().WithWords(res.Words)
		match, matched, guards, kept := 0, 0, 0, 0
		for _, r := range rows {
			if r.Category == "rank" {
				continue
			}
			x, tier, found := a.Analyze(r.Text), kana.Loose, false
			for _, c := range a.QueryWith(r.Query, res.Lexicon) {
				if _, _, _, ok := x.Find(c); ok {
					found, tier = true, min(tier, c.Tier)
				}
			}
			switch r.Expect {
			case vectors.Match:
				match++
				if found {
					matched++
				} else {
					t.Errorf("%s:%d: %s: %q does not find %q (%s)", filepath.Base(p), r.Line, r.Category, r.Query, r.Text, r.Why)
				}
			case vectors.NoMatch:
				guards++
				if !found || tier == kana.Loose {
					kept++
				} else {
					t.Errorf("%s:%d: %s: %q finds %q as %v (%s)", filepath.Base(p), r.Line, r.Category, r.Query, r.Text, tier, r.Why)
				}
			}
		}
		t.Logf("%s: match %d/%d guards %d/%d; %d readings", filepath.Base(p), matched, match, kept, guards, len(res.Lexicon))
	}
}
