package kana

import (
	"testing"
	"unicode"
)

// Where empty says that no characters are, one code point tells of its page.
func TestEmptyPages(t *testing.T) {
	c := &chars{seqs: [][]part{nil}}
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !empty(r) {
			continue
		}
		if unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z) {
			t.Fatalf("%U is a character", r)
		}
		if first := r &^ (pageSize - 1); c.entryOf(r, nil) != c.entryOf(first, nil) {
			t.Fatalf("%U is not as %U", r, first)
		}
	}
}
