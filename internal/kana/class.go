package kana

import "unicode"

// class says how the rules treat a folded character. The numbers are part of
// the exported table (see export.go): add at the end only.
type class uint8

const (
	symbol   class = iota // stands for itself; cut like a Japanese character
	skip                  // leaves no trace: selectors, zero-width and direction marks
	space                 // leaves no unit; parts digits and Latin words
	line                  // a line end: as a space; two in a row part blocks
	punct                 // ・ and brackets: leave no unit; part digits and Latin words
	digit                 // 0–9
	letter                // of an alphabet: Latin, Greek, Cyrillic, Hangul …
	hiragana              //
	katakana              //
	kanji                 //
	long                  // ー
	dash                  // whatever is drawn like a dash
	voice                 // ゙ and ゚ apart from their kana
	iterate               // 々 ゝ ゞ ヽ ヾ 〱 〲
	period                // . : 。 after Japanese
	comma                 // , : 、 after Japanese, nothing within 1,000
	small                 // ヶ ヵ ケ 箇 個 : か or が by their neighbours
	vu                    // ヴ ゔ
)

// isKana reports whether the class is of a unit written in kana.
func (c class) isKana() bool { return c == hiragana || c == katakana || c == long }

// whole reports whether units of the class form runs that are never cut.
func (c class) whole() bool { return c == digit || c == letter }

// The characters whose class does not follow from what they fold to.
const (
	dashes      = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u207B\u208B\u2212\u2500\u2501\uFE31\uFE58\uFE63\uFF0D\u2796"
	middleDots  = "\u00B7\u2022\u2027\u2219\u22C5\u30FB\uFF65"
	quotes      = "\"'`<>\u00AB\u00BB\u2039\u203A\u2032\u2033\u301D\u301E\u301F\uFF02\uFF07\uFF1C\uFF1E\uFF40"
	lineEnds    = "\n\v\f\r\u0085\u2028"
	smallKa     = "ヶヵゖゕケ箇個"
	iterations  = "々〻ゝゞヽヾ〱〲〳〴〵"
	voices      = "\u3099\u309A\u309B\u309C\uFF9E\uFF9F"
	tildes      = "~\u02DC\u2053\u223C\u301C\u3030\uFF5E"
	ellipses    = "\u2025\u2026\u22EF"
	paragraphUp = '\u2029' // parts blocks by itself
)

// skipped reports characters that leave no trace (rule 2).
func skipped(r rune) bool {
	switch {
	case r == 0xAD, r == 0x34F, r == 0x61C, r == 0x180E,
		r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E,
		r >= 0x2060 && r <= 0x206F, r == 0xFEFF,
		r >= 0xFE00 && r <= 0xFE0F, r >= 0x180B && r <= 0x180D,
		r >= 0xE0000 && r <= 0xE0FFF:
		return true
	}
	return r < 0x20 && r != '\t' && !unicode.IsSpace(r) || r == 0x7F || r >= 0x300 && r <= 0x36F
}

// classOf is the class of a folded character, by itself.
func classOf(r rune) class {
	switch {
	case r == 0x30FC || r == 0xFF70:
		return long
	case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
		return letter
	case r >= '0' && r <= '9':
		return digit
	case r >= 0x3041 && r <= 0x3096:
		return hiragana
	case r >= 0x30A1 && r <= 0x30FA, r >= 0x31F0 && r <= 0x31FF:
		return katakana
	case isKanji(r):
		return kanji
	case unicode.In(r, unicode.Ps, unicode.Pe, unicode.Pi, unicode.Pf):
		return punct
	case r == paragraphUp:
		return line
	case unicode.IsSpace(r), r == 0x3164, r == 0x2800:
		return space
	case unicode.IsLetter(r), unicode.IsMark(r), unicode.Is(unicode.Nd, r):
		return letter
	}
	return symbol
}

// isKanji covers the unified ideographs of every plane and 〆 and 〇.
func isKanji(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF || r >= 0xF900 && r <= 0xFAFF ||
		r >= 0x20000 && r <= 0x3FFFD || r == '〆' || r == '〇'
}
