package release

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"
)

// Sums taken from the release before are those that reading gives: of a file that
// is shared, of one that only looks alike, and of one that a hand has touched.
func TestSumsOfAnOlderRelease(t *testing.T) {
	older, dir := t.TempDir(), t.TempDir()
	put := func(folder, name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	share := func(name string) {
		t.Helper()
		if err := os.Link(filepath.Join(older, name), filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"shared", "alike", "touched", "gone"} {
		put(older, name, "one")
		past := time.Now().Add(-time.Minute)
		if err := os.Chtimes(filepath.Join(older, name), past, past); err != nil {
			t.Fatal(err)
		}
	}
	if err := (&Manifest{Format: manifestFormat}).seal(older, ""); err != nil {
		t.Fatal(err)
	}
	share("shared")
	share("touched")
	put(dir, "alike", "two")
	put(dir, "new", "new")
	put(older, "touched", "TWO")
	soon := time.Now().Add(time.Minute)
	if err := os.Chtimes(filepath.Join(older, "touched"), soon, soon); err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	asked := map[string]bool{}
	known := sumsOf(older)
	got, err := list(dir, func(path string, st os.FileInfo) (string, bool) {
		sum, ok := known(path, st)
		mu.Lock()
		asked[path] = ok
		mu.Unlock()
		return sum, ok
	})
	if err != nil {
		t.Fatal(err)
	}
	if want := map[string]bool{"shared": true, "alike": false, "touched": false, "new": false}; !maps.Equal(asked, want) {
		t.Errorf("known without reading: %v, want %v", asked, want)
	}
	want, err := list(dir, noSums)
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("got %v, want %v (%v)", got, want, err)
	}
}
