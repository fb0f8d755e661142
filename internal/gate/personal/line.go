package personal

import (
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/record"
)

// line is a line in the form that the detectors read: half width, one dash,
// plain blanks.
type line struct {
	folded string
	at     []int // byte of the source at which each byte of folded stood; one more at the end
	found  []hit
	figs   []figure
}

func newLine(s string) *line {
	x := &line{at: make([]int, 0, len(s)+1)}
	b := make([]byte, 0, len(s))
	var before rune
	for i, c := range s {
		n := len(b)
		f := fold(c)
		if f == 'ー' && '0' <= before && before <= '9' {
			f = '-' // １２３ー４５６７: the long mark for want of a dash
		}
		b = utf8.AppendRune(b, f)
		for range len(b) - n {
			x.at = append(x.at, i)
		}
		before = f
	}
	x.at = append(x.at, len(s))
	x.folded = string(b)
	x.figs = figures(x.folded)
	return x
}

// fold is c in half width, dashes as one, blanks as one.
func fold(c rune) rune {
	switch {
	case c < 0x80:
		return c
	case '！' <= c && c <= '～':
		return c - '！' + '!'
	case c > '\u3000':
		return c
	case '‐' <= c && c <= '―', c == '−':
		return '-'
	case record.IsBlank(c):
		return ' '
	}
	return c
}

// Fold is s in half width and lower case, without blanks, for comparison.
func Fold(s string) string {
	return strings.ToLower(strings.Map(func(c rune) rune {
		if record.IsBlank(c) {
			return -1
		}
		return fold(c)
	}, s))
}

// worth reports whether the line can hold a finding at all: digits, a mail or
// web address, a form of address. It is cheap, for most lines have none.
func worth(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case '0' <= c && c <= '9', c == '@':
			return true
		case c == 0xEF && i+2 < len(s) && s[i+1] == 0xBC && (0x90 <= s[i+2] && s[i+2] <= 0x99 || s[i+2] == 0xA0):
			return true // ０–９, ＠
		}
	}
	for _, w := range honorifics {
		if strings.Contains(s, w) {
			return true
		}
	}
	return strings.Contains(s, "://") || hasAny(s, labels) || strings.Contains(s, "丁目") || strings.Contains(s, "番地")
}

// before and after are up to n characters beside a place.
func (x *line) before(i, n int) string {
	from := i
	for ; n > 0 && from > 0; n-- {
		_, w := utf8.DecodeLastRuneInString(x.folded[:from])
		from -= w
	}
	return x.folded[from:i]
}

func (x *line) after(i, n int) string {
	to := i
	for ; n > 0 && to < len(x.folded); n-- {
		_, w := utf8.DecodeRuneInString(x.folded[to:])
		to += w
	}
	return x.folded[i:to]
}

// taken reports whether an earlier detector found something in h.
func (x *line) taken(h hit) bool {
	for _, f := range x.found {
		if h.from < f.to && f.from < h.to {
			return true
		}
	}
	return false
}
