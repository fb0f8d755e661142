package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The worker names what the site has of the shell, and has another version as
// soon as a file of it or of the search is another.
func TestWorker(t *testing.T) {
	dir := t.TempDir()
	put := func(name, text string) {
		t.Helper()
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	written := func() string {
		t.Helper()
		if err := writeWorker([]byte(`const VERSION = "{{version}}", SHELL = ["{{shell}}"];`), dir); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(filepath.Join(dir, "sw.js"))
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	put("index.html", "home")
	put("search/index.html", "search")
	put("js/page.js", "1")
	put("search/files/manifest.json", "{}")
	first := written()
	if !strings.Contains(first, `SHELL = ["","search/","search/files/manifest.json","js/page.js"]`) {
		t.Errorf("%s", first)
	}
	if written() != first {
		t.Error("the same site gives another worker")
	}
	put("search/files/manifest.json", `{"records":1}`)
	if written() == first {
		t.Error("another record, and the same version")
	}
}
