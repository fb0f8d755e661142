package search

import (
	"slices"
	"strings"
)

// plain is s with ASCII half-width and lower-case, signs of range and dashes as
// one, and no blanks.
func plain(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r >= 0xff01 && r <= 0xff5e {
			r -= 0xfee0
		}
		switch {
		case strings.ContainsRune(blanks, r):
			continue
		case r >= 'A' && r <= 'Z':
			r += 'a' - 'A'
		case r == '〜' || r == '∼':
			r = '~'
		case r == '−' || r == '‐' || r == '–':
			r = '-'
		}
		b.WriteRune(r)
	}
	return b.String()
}

const kanjiDigits = "〇一二三四五六七八九"

// number reads the number at the scan's place: digits, or a kanji numeral below
// ten thousand, with its units or digit by digit. More than nine digits are none.
func (s *scan) number() (n int, ok bool) {
	from := s.i
	for ; s.i < len(s.rs) && s.rs[s.i] >= '0' && s.rs[s.i] <= '9'; s.i++ {
		if s.i-from < 9 {
			n = n*10 + int(s.rs[s.i]-'0')
		}
	}
	if s.i > from {
		if s.i-from > 9 {
			s.i = from
			return 0, false
		}
		return n, true
	}
	total, digits, units := 0, 0, false
	for ; s.i < len(s.rs) && s.i-from < 9; s.i++ {
		unit := 0
		switch s.rs[s.i] {
		case '十':
			unit = 10
		case '百':
			unit = 100
		case '千':
			unit = 1000
		default:
			d := runeIndex(kanjiDigits, s.rs[s.i])
			if d < 0 {
				return total + digits, s.i > from
			}
			if units && digits > 0 {
				return total + digits, true
			}
			digits = digits*10 + d
			continue
		}
		total, digits, units = total+max(digits, 1)*unit, 0, true
	}
	return total + digits, s.i > from
}

// take steps over text where it stands.
func (s *scan) take(text string) bool {
	rs := []rune(text)
	if s.i+len(rs) > len(s.rs) || string(s.rs[s.i:s.i+len(rs)]) != text {
		return false
	}
	s.i += len(rs)
	return true
}

func (s *scan) done() bool { return s.i >= len(s.rs) }

func runeIndex(s string, r rune) int {
	n := 0
	for _, x := range s {
		if x == r {
			return n
		}
		n++
	}
	return -1
}

var rangeSigns = []string{"...", "..", "…", "‥", "~", "から", "—", "―"}

// beginsOpen and endsOpen tell a range that goes on before or after w.
func beginsOpen(w string) bool {
	w = plain(w)
	return slices.ContainsFunc(rangeSigns, func(x string) bool { return strings.HasPrefix(w, x) })
}

func endsOpen(w string) bool {
	w = plain(w)
	return slices.ContainsFunc(rangeSigns, func(x string) bool { return strings.HasSuffix(w, x) })
}

// split cuts a plain range at its sign, if it has one: 1..2, 1~2, 1から2まで,
// 1以降, 1以前.
func split(s string) (from, to string, isRange bool) {
	for _, after := range []string{"以降", "以後"} {
		if x, ok := strings.CutSuffix(s, after); ok {
			return x, "", true
		}
	}
	if x, ok := strings.CutSuffix(s, "以前"); ok {
		return "", x, true
	}
	s, until := strings.CutSuffix(s, "まで")
	for _, sign := range rangeSigns {
		if a, b, ok := strings.Cut(s, sign); ok {
			return a, b, true
		}
	}
	if until {
		return "", s, true
	}
	return s, "", false
}
