package site

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/toshin-archive/toshin/internal/archive"
)

// A layout that fails on every page ends the build with the layout's name, in
// bounded time, and leaves the old site. Hugo alone would hang on it.
func TestBrokenLayout(t *testing.T) {
	dir := t.TempDir()
	for i := range 200 {
		p := filepath.Join(dir, "content", "replies", fmt.Sprintf("%d.html", i))
		write(t, p, "{\"title\": \"答申\"}\n<p>本文</p>\n")
	}
	write(t, filepath.Join(dir, "content", "_index.html"), "{\"title\": \"入口\"}\n<p>入口</p>\n")
	write(t, filepath.Join(dir, "public", "index.html"), "前のサイト")
	o := Options{
		Archive:    &archive.Archive{Dir: dir, Config: archive.Config{Title: "t", Language: "ja"}},
		ContentDir: filepath.Join(dir, "content"), WorkDir: filepath.Join(dir, "work"), OutDir: filepath.Join(dir, "public"),
		LayoutFS: fstest.MapFS{
			"layouts/baseof.html": {Data: []byte("<!doctype html><title>t</title>{{ .Content }}")},
			"layouts/page.html":   {Data: []byte(`{{ .Absent }}`)},
			"layouts/list.html":   {Data: []byte("{{ .Content }}")},
			"layouts/home.html":   {Data: []byte("{{ .Content }}")},
			"assets/icon.svg":     {Data: []byte("<svg/>")},
		},
	}
	end := time.AfterFunc(2*time.Minute, func() { panic("the build hangs") })
	defer end.Stop()
	_, err := Build(context.Background(), o)
	if err == nil || !strings.Contains(err.Error(), "page.html") {
		t.Errorf("got %v", err)
	}
	if b, err := os.ReadFile(filepath.Join(dir, "public", "index.html")); err != nil || string(b) != "前のサイト" {
		t.Errorf("the old site: %q %v", b, err)
	}
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
