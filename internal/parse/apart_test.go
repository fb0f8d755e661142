package parse

import (
	"os"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/source"
)

// TestApart reads a file with two meetings as two records, nothing lost, and leaves
// every other document of the corpus whole.
func TestApart(t *testing.T) {
	files, err := os.ReadDir("minutes/testdata/corpus")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		b, err := os.ReadFile("minutes/testdata/corpus/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		text, _, _ := strings.Cut(strings.TrimPrefix(string(b), "-- source --\n"), "-- truth --\n")
		whole := source.Bytes([]byte(text), "two.txt")
		docs := Apart([]*source.Document{whole})
		if !strings.HasPrefix(f.Name(), "k0-") {
			if len(docs) != 1 {
				t.Errorf("%s: taken apart into %d", f.Name(), len(docs))
			}
			continue
		}
		if len(docs) != 2 {
			t.Fatalf("%s: %d documents", f.Name(), len(docs))
		}
		if got := docs[0].Text() + docs[1].Text(); got != whole.Text() {
			t.Errorf("lines are lost")
		}
		for i, want := range []string{"minutes/r5-1", "minutes/r5-2"} {
			r, _ := Document(docs[i])
			if string(r.ID) != want || len(r.Attendees) < 2 || r.Date == "" || r.Account(docs[i].Text()) != nil {
				t.Errorf("record %d: %s %s, %d people", i, r.ID, r.Date, len(r.Attendees))
			}
			for _, d := range r.Diagnostics {
				if d.Code == "P108" {
					t.Errorf("record %d still has another meeting", i)
				}
			}
		}
	}
}
