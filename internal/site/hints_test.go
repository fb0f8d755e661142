package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The search page reads the manifest and the folding table beside its scripts.
func TestHint(t *testing.T) {
	layout, err := os.ReadFile("../../layouts/_partials/assets.html")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(layout), manifestHint) {
		t.Fatalf("the layout has no %s", manifestHint)
	}
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
	put("search/index.html", "<head>\n"+manifestHint+"\n</head>")
	put(searchManifest, `{"format":1,"kana":["abc","def"]}`)
	if err := hint(dir); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(filepath.Join(dir, "search", "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	want := "<head>\n" + manifestHint + "\n" + `<link rel="preload" href="files/abc.bin" as="fetch" crossorigin>` + "\n</head>"
	if string(b) != want {
		t.Errorf("%s", b)
	}
	put(searchManifest, "{")
	if err := hint(dir); err == nil {
		t.Error("a cut manifest is no error")
	}
}
