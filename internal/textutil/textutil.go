// Package textutil has the few looks at Japanese text that every parser needs:
// what is a blank, the half-width form used for matching only, and keys with
// the layout taken off. Nothing here ever goes into a record.
package textutil

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// IsBlank reports whether r is layout rather than text. It agrees with
// record.IsBlank for every rune, and is cheap for the common ones.
func IsBlank(r rune) bool {
	switch {
	case r == ' ' || r == '\u3000':
		return true
	case r > ' ' && r < 0x80, r >= 0x3001 && r < 0xfe00:
		return false
	}
	return unicode.IsSpace(r) || r == '\u00a0' || r == '\ufeff' || r == '\u200b'
}

// Trim removes the blanks around s.
func Trim(s string) string { return strings.TrimFunc(s, IsBlank) }

// TrimLeft removes the blanks before s.
func TrimLeft(s string) string { return strings.TrimLeftFunc(s, IsBlank) }

// Half folds full-width ASCII to half width; every other rune stays.
func Half(r rune) rune {
	if r >= '！' && r <= '～' {
		return r - 0xfee0
	}
	return r
}

// Fold is s in half width, blanks kept.
func Fold(s string) string { return strings.Map(Half, s) }

// Key is s in half width without any blank: what two writings of a label or
// heading have in common.
func Key(s string) string {
	return strings.Map(func(r rune) rune {
		if IsBlank(r) {
			return -1
		}
		return Half(r)
	}, s)
}

// Runes counts the characters of s.
func Runes(s string) int { return utf8.RuneCountInString(s) }

// HasAny reports whether one of a few words stands in s: strings.ContainsAny looks
// for each character of s among its own, which in a long text takes ten times as long.
func HasAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// Longer reports whether s has more than n characters, without counting all.
func Longer(s string, n int) bool {
	if len(s) <= n {
		return false
	}
	for range s {
		if n--; n < 0 {
			return true
		}
	}
	return false
}

// IsDigit reports whether r is a digit of either width.
func IsDigit(r rune) bool { r = Half(r); return r >= '0' && r <= '9' }

// IsKanji reports whether r is an ideograph or one of the signs used as one in
// names: 々 〆 ヶ ヵ ノ ツ 〇.
func IsKanji(r rune) bool {
	return unicode.Is(unicode.Han, r) || r == 'ヶ' || r == 'ヵ' || r == 'ケ' || r == 'ノ'
}

// IsKatakana reports whether r is a full-width katakana or its length mark.
func IsKatakana(r rune) bool { return r >= 'ァ' && r <= 'ヺ' || r == 'ー' }

// IsHiragana reports whether r is a hiragana.
func IsHiragana(r rune) bool { return r >= 'ぁ' && r <= 'ゖ' }

// FirstRune is the first character of s, 0 where s is empty.
func FirstRune(s string) rune {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return 0
	}
	return r
}

// LastRune is the last character of s, 0 where s is empty.
func LastRune(s string) rune {
	r, n := utf8.DecodeLastRuneInString(s)
	if n == 0 {
		return 0
	}
	return r
}
