package browser

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

var linked = regexp.MustCompile(`(?:src|href)="\.\./((?:js|css)/[^"]+)"`)

// The page that compares is at most 60 KB with all of its scripts and styles,
// not compressed, beside the records that it loads.
func TestCompareIsSmall(t *testing.T) {
	dir := buildSite(t)
	page, err := os.ReadFile(filepath.Join(dir, "compare", "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	total := len(page)
	files := linked.FindAllSubmatch(page, -1)
	if len(files) < 3 {
		t.Fatalf("only %d scripts and styles", len(files))
	}
	for _, m := range files {
		b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(string(m[1]))))
		if err != nil {
			t.Fatal(err)
		}
		if regexp.MustCompile(`\bimport\b *[("'{*]`).Match(b) {
			t.Errorf("%s loads more", m[1])
		}
		total += len(b)
	}
	if total > 60_000 {
		t.Errorf("%d bytes", total)
	}
	t.Logf("%d bytes in %d files", total, len(files)+1)
}
