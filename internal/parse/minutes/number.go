package minutes

import (
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// number is what a heading is numbered with.
type number struct {
	style string // 1. · 1 · (1) · ① · ア · (ア) · 第1 …: what numbers of one level share
	n     int
	text  string // as a record has it: half width, without its point
	rest  string // of the line, blanks before it taken off
}

const kana = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ"

// numbered reads the number at the head of s. Counted things are no numbers of
// headings: 1点目, 9条1項, 29年度.
func numbered(s string) (number, bool) {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case textutil.IsDigit(r):
		return digits(s)
	case r == '(' || r == '（':
		end := strings.IndexAny(s, ")）")
		if end < 0 || end-size > 12 || end == size {
			return number{}, false
		}
		inner := textutil.Key(s[size:end])
		_, w := utf8.DecodeRuneInString(s[end:])
		rest := textutil.TrimLeft(s[end+w:])
		if n, ok := jadate.Int(inner); ok {
			return number{"(1)", n, "(" + inner + ")", rest}, true
		}
		if i := strings.Index(kana, inner); i >= 0 && len(inner) == 3 {
			return number{"(ア)", i/3 + 1, "(" + inner + ")", rest}, true
		}
	case r >= '①' && r <= '⑳':
		return number{"①", int(r-'①') + 1, string(r), textutil.TrimLeft(s[size:])}, true
	case r >= '⑴' && r <= '⒇':
		return number{"(1)", int(r-'⑴') + 1, string(r), textutil.TrimLeft(s[size:])}, true
	case r >= 'Ⅰ' && r <= 'Ⅻ':
		return number{"Ⅰ", int(r-'Ⅰ') + 1, string(r), textutil.TrimLeft(strings.TrimLeft(s[size:], ".．、"))}, true
	case r == '第':
		n, w := jadate.Leading(s[size:])
		if w == 0 {
			return number{}, false
		}
		after := s[size+w:]
		next := textutil.FirstRune(after)
		if textutil.IsBlank(next) || strings.ContainsRune(".．、", next) && after != "" {
			return number{"第1", n, textutil.Key(s[:size+w]), textutil.TrimLeft(strings.TrimLeft(after, ".．、"))}, true
		}
	default:
		i := strings.IndexRune(kana, r)
		if i < 0 || size != 3 {
			return number{}, false
		}
		after := s[size:]
		next := textutil.FirstRune(after)
		if textutil.IsBlank(next) || strings.ContainsRune(".．、)）", next) && after != "" || textutil.IsKanji(next) && next != 'ケ' && next != 'ノ' {
			return number{"ア", i/3 + 1, string(r), textutil.TrimLeft(strings.TrimLeft(after, ".．、)）"))}, true
		}
	}
	return number{}, false
}

func digits(s string) (number, bool) {
	w := 0
	for _, r := range s {
		if !textutil.IsDigit(r) {
			break
		}
		w += utf8.RuneLen(r)
	}
	if w > 12 {
		return number{}, false
	}
	n, ok := jadate.Int(s[:w])
	after := s[w:]
	next, nw := utf8.DecodeRuneInString(after)
	if !ok || after == "" {
		return number{}, false
	}
	text := textutil.Key(s[:w])
	switch {
	case strings.ContainsRune(".．、", next):
		rest := after[nw:]
		if f := textutil.FirstRune(rest); textutil.IsDigit(f) || rest == "" {
			return number{}, false
		}
		return number{"1.", n, text, textutil.TrimLeft(rest)}, true
	case next == ')' || next == '）':
		return number{"1)", n, text, textutil.TrimLeft(after[nw:])}, true
	case textutil.IsBlank(next):
		return number{"1", n, text, textutil.TrimLeft(after)}, true
	case strings.ContainsRune("【[〔「『<＜《≪", next):
		return number{"1", n, text, after}, true
	}
	return number{}, false
}
