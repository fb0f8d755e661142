package scaffold

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/goccy/go-yaml"
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
	workflows(t, dir)
	if err := Write(dir, sample); !errors.Is(err, ErrNotEmpty) {
		t.Errorf("a second init gave %v", err)
	}
}

// workflows wants the files of the CI services to be YAML that runs the program,
// with the steps where the services look for them.
func workflows(t *testing.T, dir string) {
	t.Helper()
	for file, place := range map[string]string{
		".github/workflows/publish.yml": "$.jobs.publish.steps[*].run",
		".gitlab-ci.yml":                "$.pages.script[*]",
	} {
		f, err := os.Open(filepath.Join(dir, file))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		p, err := yaml.PathString(place)
		if err != nil {
			t.Fatal(err)
		}
		var runs []string
		if err := p.Read(f, &runs); err != nil {
			t.Errorf("%s: %v", file, err)
		}
		for _, want := range []string{`"$TOSHIN" check`, `"$TOSHIN" build --base-url "`} {
			if !strings.Contains(fmt.Sprint(runs), want) {
				t.Errorf("%s runs %q, and no %s", file, runs, want)
			}
		}
	}
}
