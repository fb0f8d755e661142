package scaffold

import (
	"io/fs"
	"regexp"
	"sync"
)

// prompt is what a blank says to write: in brackets, a thing's name or a sentence.
var prompt = regexp.MustCompile(`（[^（）]+(?:の名前|。)）`)

// Prompts are what the blanks say to write, as they say it, brackets included.
// A record that still has one is not filled in.
var Prompts = sync.OnceValue(func() map[string]bool {
	ps := map[string]bool{}
	files, _ := fs.Glob(blanks, "blank/*.txt") // the pattern is well formed
	for _, f := range files {
		b, _ := blanks.ReadFile(f) // embedded
		for _, p := range prompt.FindAllString(string(b), -1) {
			ps[p] = true
		}
	}
	return ps
})
