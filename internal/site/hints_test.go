package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The search page reads the manifest and the folding table beside its scripts.
func TestHint(t *testing.T) {
	dir := t.TempDir()
	put := func(name, text string) {
		t.Helper()
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := hint(dir); err != nil {
		t.Errorf("a site without a search: %v", err)
	}
	put("search/index.html", "<head>\n</head>")
	cached := filepath.Join(dir, "cached")
	if err := os.Link(filepath.Join(dir, "search", "index.html"), cached); err != nil {
		t.Fatal(err)
	}
	put(searchManifest, `{"format":1,"kana":["abc","def"]}`)
	if err := hint(dir); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(filepath.Join(dir, "search", "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	want := "<head>\n" + `<link rel="preload" href="files/manifest.json" as="fetch" crossorigin>` + "\n</head>"
	if string(b) != want {
		t.Errorf("%s", b)
	}
	if b, err := os.ReadFile(cached); err != nil || strings.Contains(string(b), "preload") {
		t.Errorf("what shares the page's file: %s, %v", b, err)
	}
}
