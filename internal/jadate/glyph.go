package jadate

import (
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// glyph is one character of a text with its layout taken off: blanks are
// dropped (justified print sets 平 成 ２ ９ 年), widths folded. at and end are its
// bytes in the text; gap says that blanks stood before it.
type glyph struct {
	r       rune
	at, end int
	gap     bool
}

func glyphs(s string) []glyph {
	gs := make([]glyph, 0, len(s)/2)
	gap := false
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if textutil.IsBlank(r) {
			gap = true
		} else {
			gs = append(gs, glyph{textutil.Half(r), i, i + n, gap})
			gap = false
		}
		i += n
	}
	return gs
}

// is reports whether the glyphs from i on read as word.
func is(gs []glyph, i int, word string) bool {
	for _, r := range word {
		if i >= len(gs) || gs[i].r != r {
			return false
		}
		i++
	}
	return true
}

// oneOf returns how many glyphs the first of words that stands at i takes, 0
// where none does.
func oneOf(gs []glyph, i int, words ...string) int {
	for _, w := range words {
		if is(gs, i, w) {
			return utf8.RuneCountInString(w)
		}
	}
	return 0
}
