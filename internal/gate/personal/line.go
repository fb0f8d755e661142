package personal

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/record"
)

// line is a line in the form that the detectors read: half width, one dash,
// plain blanks. One is used again for every line of a document.
type line struct {
	folded string
	at     []int32 // byte of the source at which each byte of folded stood; one more at the end
	figs   []figure
	kanji  []figure // numbers in kanji
	spots  []spot
	found  []hit
	buf    []byte
}

// spot is a character at which some detector looks closer: most lines have none
// or few, so that nothing has to be searched for in the others.
type spot struct {
	c  rune
	at int // byte of folded
}

// isSpot reports the last characters of honorifics and labels, and those of
// addresses and birthdays.
func isSpot(c rune) bool {
	switch c {
	case '氏', '様', '君', '殿', 'ん', 'ま', '名', '人', '者', '主', '患', '族', '告', '女', '男', '歳', '父', '母', '夫', '妻', '丁', '番', '生', '@', ':':
		return true
	}
	return false
}

// set makes x of s.
func (x *line) set(s string) {
	x.at, x.figs, x.kanji, x.spots, x.found = x.at[:0], x.figs[:0], nil, x.spots[:0], x.found[:0]
	b := x.buf[:0]
	var before rune
	digits, run, spelt := false, 0, false
	for i, c := range s {
		f := fold(c)
		if f == 'ー' && '0' <= before && before <= '9' {
			f = '-' // １２３ー４５６７: the long mark for want of a dash
		}
		if kanjiDigit(f) == 0 {
			run = 0
		} else if run++; run >= 2 {
			spelt = true
		}
		if f < utf8.RuneSelf {
			digits = digits || '0' <= f && f <= '9'
			if f == '@' || f == ':' {
				x.spots = append(x.spots, spot{f, len(b)})
			}
			b = append(b, byte(f))
			x.at = append(x.at, int32(i))
		} else {
			if isSpot(f) {
				x.spots = append(x.spots, spot{f, len(b)})
			}
			n := len(b)
			b = utf8.AppendRune(b, f)
			for range len(b) - n {
				x.at = append(x.at, int32(i))
			}
		}
		before = f
	}
	x.at = append(x.at, int32(len(s)))
	x.buf = b
	if !digits && !spelt && len(x.spots) == 0 {
		x.folded = ""
		return
	}
	x.folded = string(b)
	if digits {
		x.figs = figures(x.folded, x.figs)
	}
	if spelt {
		x.kanji = kanjiFigures(x.folded)
	}
}

// numbers are the figures, those in kanji among them.
func (x *line) numbers() []figure {
	if len(x.kanji) == 0 {
		return x.figs
	}
	return slices.Concat(x.figs, x.kanji)
}

// has reports whether c is among the spots.
func (x *line) has(c rune) bool {
	for _, s := range x.spots {
		if s.c == c {
			return true
		}
	}
	return false
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
