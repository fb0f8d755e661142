package house

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// minRun is the length in characters from which words in common are a sentence
// taken over, not a term of the field.
const minRun = 28

// formula is how many real records must share a run for it to be a formula of the
// trade (「…の規定に基づく諮問について（答申）」), which nobody can word otherwise.
const formula = 3

// Real records are somebody's words about somebody: none of their sentences may
// stand in the repository.
func TestNoSentenceOfRealRecords(t *testing.T) {
	dir := realRecords(t)
	if dir == "" {
		return
	}
	ours := map[uint64]string{} // hash of a run → file that has it
	for _, f := range tracked(t) {
		if bytes.IndexByte(f.text, 0) >= 0 || strings.HasSuffix(f.name, ".sum") {
			continue
		}
		for line := range bytes.Lines(f.text) {
			for _, r := range runs(line) {
				ours[r.hash] = f.name
			}
		}
	}
	taken := map[uint64]borrowed{}
	err := filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		for line := range bytes.Lines(b) {
			for _, r := range runs(line) {
				if _, ok := ours[r.hash]; !ok {
					continue
				}
				if t := taken[r.hash]; t.from != p {
					taken[r.hash] = borrowed{r.text, p, t.records + 1}
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]bool{}
	for hash, b := range taken {
		if name := ours[hash]; b.records < formula && !said[name] {
			said[name] = true
			t.Errorf("%s has words of %s: %s", name, filepath.Base(b.from), b.text)
		}
	}
}

// borrowed is a run that stands in real records as well: the last of them, and
// how many.
type borrowed struct {
	text, from string
	records    int
}

type stretch struct {
	hash uint64
	text string
}

// citation is the number of a law behind its name: whoever cites the law has the
// same words.
var citation = regexp.MustCompile(`\((明治|大正|昭和|平成|令和)[^()]{1,30}号`)

// runs are all stretches of minRun characters of a line, its blanks left out, its
// widths folded, and cut where a law is cited. A stretch without Japanese is a
// ruled line or a list of numbers.
func runs(line []byte) []stretch {
	text := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, norm.NFKC.String(string(line)))
	var out []stretch
	for _, part := range citation.Split(text, -1) {
		out = append(out, windows([]rune(part))...)
	}
	return out
}

func windows(text []rune) []stretch {
	var out []stretch
	for i := 0; i+minRun <= len(text); i++ {
		part := text[i : i+minRun]
		h, words := uint64(14695981039346656037), false // FNV-1a, a character at a time
		for _, r := range part {
			h = (h ^ uint64(r)) * 1099511628211
			words = words || unicode.In(r, unicode.Hiragana, unicode.Katakana, unicode.Han)
		}
		if words {
			out = append(out, stretch{h, string(part)})
		}
	}
	return out
}
