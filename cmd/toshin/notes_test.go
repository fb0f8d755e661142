package main

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// Every code of a note that package search knows has its words here and on the
// search page.
func TestNotesHaveWords(t *testing.T) {
	page, err := os.ReadFile("../../layouts/_body/search.html")
	if err != nil {
		t.Fatal(err)
	}
	codes := map[string]bool{}
	for _, f := range []string{"query.go", "filter.go", "period.go", "number.go", "evaluate.go"} {
		b, err := os.ReadFile("../../internal/search/" + f)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`(?:note\(|Note\{|string\{|codes, )"([a-z]+(?:-[a-z]+)+)"`).FindAllStringSubmatch(string(b), -1) {
			codes[m[1]] = true
		}
	}
	if len(codes) < 14 {
		t.Errorf("only %d codes found: %v", len(codes), codes)
	}
	for c := range codes {
		if strings.Count(searchText.notes[c], "%s") != 1 {
			t.Errorf("%s has no words in searchText", c)
		}
		if !strings.Contains(string(page), "data-text-note-"+c+`="`) {
			t.Errorf("%s has no words on the search page", c)
		}
	}
}
