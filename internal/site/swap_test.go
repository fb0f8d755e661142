package site

import (
	"os"
	"path/filepath"
	"testing"
)

// A kill between the two renames leaves the site beside its place: the next
// run brings it back.
func TestSwapIsMended(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	put := func(dir, text string) {
		t.Helper()
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "index.html"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want := func(text string) {
		t.Helper()
		if b, err := os.ReadFile(filepath.Join(out, "index.html")); err != nil || string(b) != text {
			t.Fatalf("%q %v, want %q", b, err, text)
		}
	}
	put(out+".old", "old")
	if err := recoverSwap(out); err != nil {
		t.Fatal(err)
	}
	want("old")
	put(out+".new", "new")
	old, err := swap(out+".new", out)
	if err != nil {
		t.Fatal(err)
	}
	want("new")
	if err := os.RemoveAll(old); err != nil {
		t.Fatal(err)
	}
	for _, left := range []string{".old", ".new"} {
		if _, err := os.Stat(out + left); !os.IsNotExist(err) {
			t.Errorf("%s is left", left)
		}
	}
}
