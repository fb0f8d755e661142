package jadate

import "unicode/utf8"

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
		if blank(r) {
			gap = true
		} else {
			gs = append(gs, glyph{half(r), i, i + n, gap})
			gap = false
		}
		i += n
	}
	return gs
}

func blank(r rune) bool {
	switch r {
	case ' ', '\t', '\r', '\n', '\u3000', '\u00a0', '\u200b', '\ufeff':
		return true
	}
	return false
}

// half folds full-width ASCII to half width; every other character stays.
func half(r rune) rune {
	if r >= '！' && r <= '～' {
		return r - 0xfee0
	}
	return r
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
