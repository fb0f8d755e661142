package release

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/toshin-archive/toshin/internal/record"
)

// publish makes a release of records with so many redactions each.
func publish(t *testing.T, s Site, redactions map[record.ID]int) *Release {
	t.Helper()
	unlock, err := s.Lock(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer unlock()
	r, err := s.Publish(func(dir string) (*Manifest, error) {
		if err := errors.Join(os.Mkdir(dir, 0o755), os.WriteFile(filepath.Join(dir, "index.html"), []byte("入口"), 0o644)); err != nil {
			return nil, err
		}
		var rs []*record.Record
		for id := range redactions {
			rs = append(rs, &record.Record{ID: id, Source: record.Source{SHA256: "元の符丁"}})
		}
		return NewManifest("test", "", rs, func(id record.ID) int { return redactions[id] }), nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// What was withdrawn or blacked out since does not come back unasked.
func TestRollback(t *testing.T) {
	s := Site{Dir: t.TempDir()}
	first := publish(t, s, map[record.ID]int{"replies/1": 0, "replies/2": 0, "replies/3": 1})
	second := publish(t, s, map[record.ID]int{"replies/1": 1, "replies/3": 1})
	var w *Withdrawn
	if _, err := s.Rollback("", false); !errors.As(err, &w) || !slices.Equal(w.Records, []record.ID{"replies/1", "replies/2"}) {
		t.Errorf("got %v %v", w, err)
	}
	if id, _ := s.LiveID(); id != second.ID {
		t.Errorf("%s is live", id)
	}
	if r, err := s.Rollback(first.ID, true); err != nil || r.ID != first.ID {
		t.Errorf("got %v %v", r, err)
	}
	if _, err := s.Rollback("", false); !errors.Is(err, ErrNone) {
		t.Errorf("before the first: %v", err)
	}
	for _, id := range []string{"../x", ".new-1", "none"} {
		if _, err := s.Rollback(id, true); !errors.Is(err, ErrNone) {
			t.Errorf("%q: %v", id, err)
		}
	}
}

// A build that fails, or a release that is pruned, leaves the live site.
func TestPublishAndPrune(t *testing.T) {
	s := Site{Dir: t.TempDir()}
	live := publish(t, s, nil)
	fault := errors.New("no")
	if _, err := s.Publish(func(dir string) (*Manifest, error) { return nil, errors.Join(fault, os.Mkdir(dir, 0o755)) }); !errors.Is(err, fault) {
		t.Errorf("got %v", err)
	}
	if id, _ := s.LiveID(); id != live.ID {
		t.Errorf("%s is live", id)
	}
	for range 3 {
		live = publish(t, s, nil)
	}
	if _, err := s.Rollback("000001-files", false); err != nil {
		t.Fatal(err)
	}
	gone, err := s.Prune(2)
	if err != nil || !slices.Equal(gone, []string{"000002-files", "000003-files"}) {
		t.Errorf("pruned %v %v", gone, err)
	}
	rs, err := s.List()
	if err != nil || len(rs) != 2 || rs[0].ID != live.ID || !rs[1].Live {
		t.Errorf("left %+v %v", rs, err)
	}
	if next := publish(t, s, nil); next.ID != "000005-files" {
		t.Errorf("the next is %s: no ID may be used twice", next.ID)
	}
}

// The manifest tells nothing of a record's source.
func TestManifestTellsNoSource(t *testing.T) {
	r := &record.Record{ID: "replies/1", Title: "題"}
	a := NewManifest("p", "", []*record.Record{r}, func(record.ID) int { return 0 })
	other := *r
	other.Source.SHA256, other.Residue = "x", []record.Residue{{Text: "秘"}}
	b := NewManifest("p", "", []*record.Record{&other}, func(record.ID) int { return 0 })
	if a.Records[0] != b.Records[0] {
		t.Errorf("%+v %+v", a, b)
	}
}

func TestSomethingInTheWay(t *testing.T) {
	s := Site{Dir: t.TempDir()}
	if err := errors.Join(os.MkdirAll(filepath.Join(s.Dir, "releases"), 0o755), os.Mkdir(s.Live(), 0o755)); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Publish(func(string) (*Manifest, error) { t.Error("built"); return nil, nil }); err == nil {
		t.Error("published over somebody's folder")
	}
}
