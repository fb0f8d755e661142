package town_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/toshin-archive/toshin/internal/bench/town"
	"github.com/toshin-archive/toshin/internal/cases"
	"github.com/toshin-archive/toshin/internal/pipeline"
	"github.com/toshin-archive/toshin/internal/record"
)

// What is measured is there: all records may go out, replies are tied to cases
// and cases through meetings, mentions are found, and the same bytes come again.
func TestTown(t *testing.T) {
	a, b := t.TempDir(), t.TempDir()
	const n = 90
	s, err := town.Write(a, n, town.Densities["dense"])
	if err != nil || s.Minutes+s.Replies != n || s.Minutes == 0 || s.Types == 0 {
		t.Fatalf("%+v %v", s, err)
	}
	if _, err := town.Write(b, n, town.Densities["dense"]); err != nil {
		t.Fatal(err)
	}
	err = fs.WalkDir(os.DirFS(a), ".", func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		x, err1 := os.ReadFile(filepath.Join(a, p))
		y, err2 := os.ReadFile(filepath.Join(b, p))
		if err1 == nil && err2 == nil && !bytes.Equal(x, y) {
			t.Errorf("%s is another the second time", p)
		}
		return errors.Join(err1, err2)
	})
	if err != nil {
		t.Fatal(err)
	}
	c, err := pipeline.Check(context.Background(), pipeline.Options{Source: a, Cache: filepath.Join(b, "cache")})
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Gate.Public) != n {
		t.Errorf("%d of %d may go out", len(c.Gate.Public), n)
	}
	resolved, articles := 0, 0
	for _, r := range c.Records {
		for _, x := range r.Cites {
			if x.To != "" {
				resolved++
			}
		}
		articles += len(r.Articles)
	}
	set := cases.Tied(c.Records, c.Cases, c.Archive.Config.CouncilKey)
	answered, carried := 0, 0
	for _, x := range set.Cases {
		if len(x.Replies) > 0 {
			answered++
		}
		if len(x.Steps) > 1 {
			carried++
		}
	}
	if replies := countKind(c.Records, record.KindReply); answered < replies-1 || carried == 0 || resolved < n || articles < n {
		t.Errorf("of %d replies %d are tied; %d cases carried over, %d mentions resolved, %d articles", replies, answered, carried, resolved, articles)
	}
}

func countKind(rs []*record.Record, k record.Kind) (n int) {
	for _, r := range rs {
		if r.Kind == k {
			n++
		}
	}
	return n
}
