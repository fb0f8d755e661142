package override

import (
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// Whatever stands in the file beside a record: it changes what it says it
// changes, or says why not; and never the text without a word.
func FuzzPatch(f *testing.F) {
	f.Add(patch("date", "2023-10-04", "2023-10-03"))
	f.Add(patch("s0001.text", "\uFFFD橋", "髙橋") + patch("items[9].outcome", "", "継続"))
	f.Add("[[override]]\nfield = \"items[0].sections[-1].passages[1e9].speaker\"\nnow = 3\nreason = \"\"\n[[redact]]\ntext = 1\n")
	f.Add("[[override]\n")
	f.Fuzz(func(t *testing.T, toml string) {
		d := &source.Document{Source: record.Source{File: "data/records/a.txt"}, Patch: []byte(toml)}
		ps, ds := Read(d)
		for _, x := range ds {
			if x.Line < 0 || x.File != "data/records/a.txt.toml" {
				t.Fatalf("%+v", x)
			}
		}
		r, old := sample(), sample()
		Apply(r, ps)
		if strings.Join(piecesOf(r), "\n") != strings.Join(piecesOf(old), "\n") && len(r.Overrides) == 0 {
			t.Fatalf("%q changed the text without a word", toml)
		}
	})
}

func piecesOf(r *record.Record) (out []string) {
	for _, p := range r.Pieces() {
		out = append(out, p.Text)
	}
	return out
}
