package scaffold

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
)

func TestWrite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "archive")
	sample := fstest.MapFS{"config.toml": {Data: []byte("title = \"見本\"\n")}, "data/records/a.txt": {Data: []byte("会議録\n")}}
	if err := Write(dir, sample); err != nil {
		t.Fatal(err)
	}
	for _, f := range []string{"config.toml", "data/records/a.txt", ".gitignore", ".gitlab-ci.yml", ".github/workflows/publish.yml"} {
		if b, err := os.ReadFile(filepath.Join(dir, f)); err != nil || len(b) == 0 {
			t.Errorf("%s: %v", f, err)
		}
	}
	if err := Write(dir, sample); !errors.Is(err, ErrNotEmpty) {
		t.Errorf("a second init gave %v", err)
	}
}
