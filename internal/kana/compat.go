package kana

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// compat is NFKC of one code point, and NFKD without accents outside of kana
// and kanji, so that é and e with a combining accent meet.
func compat(r rune) string {
	switch r {
	case 'ß', 'ẞ':
		return "ss"
	case '\\':
		return "¥" // one key, one code in JIS
	case 0x3164, 0xFFA0:
		return " "
	}
	if to, ok := radicals[r]; ok {
		return string(to)
	}
	if to, ok := dingbat(r); ok {
		return to
	}
	s := norm.NFKC.String(string(r))
	var b strings.Builder
	for _, d := range s {
		if unicode.In(d, unicode.Latin, unicode.Greek, unicode.Cyrillic) {
			for _, x := range norm.NFKD.String(string(d)) {
				if x < 0x300 || x > 0x36F {
					b.WriteRune(x)
				}
			}
			continue
		}
		if d < 0x300 || d > 0x36F {
			b.WriteRune(d)
		}
	}
	return b.String()
}

// lower is simple lower-casing; ß and final sigma meet what people type.
func lower(r rune) rune {
	switch r {
	case 'ς':
		return 'σ'
	case 'İ', 'ı':
		return 'i'
	}
	return unicode.ToLower(r)
}

// dingbat is the number in a dingbat circle, which NFKC leaves alone.
func dingbat(r rune) (string, bool) {
	n := rune(0)
	switch {
	case r >= 0x2776 && r <= 0x277F:
		n = r - 0x2775
	case r >= 0x2780 && r <= 0x2789:
		n = r - 0x277F
	case r >= 0x278A && r <= 0x2793:
		n = r - 0x2789
	case r >= 0x24EB && r <= 0x24F4:
		n = r - 0x24EB + 11
	case r >= 0x24F5 && r <= 0x24FE:
		n = r - 0x24F4
	case r == 0x24FF:
		return "0", true
	default:
		return "", false
	}
	if n >= 10 {
		return string('0'+n/10) + string('0'+n%10), true
	}
	return string('0' + n), true
}

// blocks stand as they are. They make half of NFKC, and no
// council's records have them: Hangul, Arabic forms, Indic and phonetic letters,
// Greek and Latin with accents of accents.
var blocks = [][2]rune{{0x180, 0x24F}, {0x250, 0x2AF}, {0x460, 0x52F}, {0x900, 0x11FF}, {0x1200, 0x2000 - 1}, {0x2C00, 0x2DFF},
	{0x3131, 0x3163}, {0x3165, 0x318E}, {0xA000, 0xABFF}, {0xAC00, 0xD7FF}, {0xFB13, 0xFDFF}, {0xFE70, 0xFEFE}, {0xFFA1, 0xFFDC},
	{0x10000, 0x1AFFF}, {0x1B123, 0x1BFFF}, {0x1E000, 0x1F0FF}, {0x1F130, 0x1F1FF}}

func unfolded(r rune) bool {
	for _, b := range blocks {
		if r >= b[0] && r <= b[1] {
			return true
		}
	}
	return false
}
