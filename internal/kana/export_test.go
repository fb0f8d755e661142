package kana

import (
	"bytes"
	"compress/gzip"
	"os"
	"testing"
)

// The browser looks a part of an expansion up as a character of its own, so the
// two must agree; and the table must stay small.
func TestExport(t *testing.T) {
	a := Default()
	for _, seq := range a.chars.seqs {
		for _, p := range seq {
			if e := a.chars.at(p.r); e.cls != p.cls || e.out(p.r) != p.r {
				t.Errorf("part %q: class %d, by itself %d %q", p.r, p.cls, e.cls, e.out(p.r))
			}
		}
	}
	b, err := a.Export()
	if err != nil {
		t.Fatal(err)
	}
	var z bytes.Buffer
	w, _ := gzip.NewWriterLevel(&z, 9)
	w.Write(b)
	w.Close()
	t.Logf("%d bytes, %d gzipped", len(b), z.Len())
	if z.Len() > 28<<10 { // in two files: what nearly all text keeps to is 17 KB
		t.Errorf("table: %d bytes gzipped, want at most 28 KB", z.Len())
	}
	if p := os.Getenv("KANA_TABLE"); p != "" {
		if err := os.WriteFile(p, b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
