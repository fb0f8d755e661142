package diag

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite docs/diagnostics.ja.md")

const pageFile = "../../docs/diagnostics.ja.md"

// The page in docs is what the catalogue says; -update writes it anew.
func TestPage(t *testing.T) {
	got := Page()
	if *update {
		if err := os.WriteFile(pageFile, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(pageFile)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not what the catalogue says: go test ./internal/diag -run TestPage -update", pageFile)
	}
	for _, e := range All() {
		if !strings.Contains(string(got), "\n### "+e.Code+"\n") {
			t.Errorf("%s has no section: its letter has no chapter", e.Code)
		}
	}
}

// Every code has an example, which fills all that its texts ask for, and no
// example is of a code that is gone.
func TestExamples(t *testing.T) {
	for _, e := range All() {
		x, ok := exampleOf(e.Code)
		if !ok || x.File == "" {
			t.Errorf("%s has no example", e.Code)
			continue
		}
		if d := x.diagnostic(e.Code); strings.Contains(d.Message+d.Hint, "{") {
			t.Errorf("%s: the example leaves a place open: %s %s", e.Code, d.Message, d.Hint)
		}
		if n := len([]rune(x.Text)); x.Column > n+1 && x.Text != "" {
			t.Errorf("%s: column %d of %d", e.Code, x.Column, n)
		}
	}
	for _, table := range examples {
		for code := range table {
			if _, ok := find(code); !ok {
				t.Errorf("an example of %s, which is no code", code)
			}
		}
	}
}
