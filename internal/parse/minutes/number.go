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

const (
	kana  = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ"
	iroha = "イロハニホヘトチリヌル"
	kanji = "一二三四五六七八九十"
	// points may stand behind a number
	points = ".．、，"
)

// numbered reads the number at the head of s. Counted things are no numbers of
// headings: 1点目, 9条1項, 29年度.
func numbered(s string) (number, bool) {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case size == 0:
	case textutil.IsDigit(r):
		return digits(s)
	case r == '(' || r == '（' || r == '[' || r == '［' || r == '〔':
		return inBrackets(s, size)
	case r >= '①' && r <= '⑳':
		return number{"①", int(r-'①') + 1, string(r), textutil.TrimLeft(strings.TrimLeft(s[size:], points))}, true
	case r >= '⑴' && r <= '⒇':
		return number{"(1)", int(r-'⑴') + 1, string(r), textutil.TrimLeft(s[size:])}, true
	case r >= '⒈' && r <= '⒛':
		return number{"1.", int(r-'⒈') + 1, string(r), textutil.TrimLeft(s[size:])}, true
	case r >= 'Ⅰ' && r <= 'Ⅻ':
		return number{"Ⅰ", int(r-'Ⅰ') + 1, string(r), textutil.TrimLeft(strings.TrimLeft(s[size:], points))}, true
	case r >= 'ⅰ' && r <= 'ⅻ':
		return number{"ⅰ", int(r-'ⅰ') + 1, string(r), textutil.TrimLeft(strings.TrimLeft(s[size:], points))}, true
	case r == '第':
		n, w := jadate.Leading(s[size:])
		if w == 0 {
			return number{}, false
		}
		after := s[size+w:]
		next := textutil.FirstRune(after)
		if textutil.IsBlank(next) || strings.ContainsRune(points, next) && after != "" {
			return number{"第1", n, textutil.Key(s[:size+w]), textutil.TrimLeft(strings.TrimLeft(after, points))}, true
		}
	case strings.ContainsRune(kanji, r):
		w := len(s) - len(strings.TrimLeft(s, kanji)) // 一　九月定例会 is no nineteen
		n, ok := jadate.Int(s[:w])
		if !ok || n == 0 || n > 30 {
			return number{}, false
		}
		after := s[w:]
		next := textutil.FirstRune(after)
		if after != "" && (textutil.IsBlank(next) || strings.ContainsRune(points, next)) {
			return number{"一", n, textutil.Key(s[:w]), textutil.TrimLeft(strings.TrimLeft(after, points))}, true
		}
	default:
		return kanaNumber(s, r, size)
	}
	return number{}, false
}

func kanaNumber(s string, r rune, size int) (number, bool) {
	i := strings.IndexRune(kana, r)
	if i < 0 || size != 3 {
		return number{}, false
	}
	after := s[size:]
	next := textutil.FirstRune(after)
	if textutil.IsBlank(next) || strings.ContainsRune(points+")）", next) && after != "" || textutil.IsKanji(next) && next != 'ケ' && next != 'ノ' && next != 'ヶ' && next != '々' {
		return number{"ア", i/3 + 1, string(r), textutil.TrimLeft(strings.TrimLeft(after, points+")）"))}, true
	}
	return number{}, false
}

// inBrackets reads (1), （ア）, （一）, [1] and 〔1〕, a substitute for ①.
func inBrackets(s string, size int) (number, bool) {
	end := strings.IndexAny(s, ")）]］〕")
	if end < 0 || end-size > 12 || end == size {
		return number{}, false
	}
	inner := textutil.Key(s[size:end])
	_, w := utf8.DecodeRuneInString(s[end:])
	rest := textutil.TrimLeft(strings.TrimLeft(s[end+w:], points))
	text, style := "("+inner+")", "(1)"
	if r := textutil.FirstRune(s); r != '(' && r != '（' {
		text, style = textutil.Key(s[:end+w]), "["
	}
	n, ok := jadate.Int(inner)
	if ok && n < 100 {
		if !textutil.IsDigit(textutil.FirstRune(inner)) {
			style = "(一)"
		}
		return number{style, n, text, rest}, true
	}
	if i := strings.Index(kana, inner); i >= 0 && len(inner) == 3 && style == "(1)" {
		return number{"(ア)", i/3 + 1, text, rest}, true
	}
	if len(inner) == 1 && inner[0] >= 'a' && inner[0] <= 'z' && style == "(1)" {
		return number{"(a)", int(inner[0]-'a') + 1, text, rest}, true
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
	if w > 9 {
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
	case strings.ContainsRune(points, next):
		rest := after[nw:]
		if f := textutil.FirstRune(rest); textutil.IsDigit(f) || rest == "" {
			return number{}, false
		}
		return number{"1.", n, text, textutil.TrimLeft(rest)}, true
	case next == '-' || next == '－' || next == '‐': // 1-2
		rest := after[nw:]
		t := strings.TrimLeftFunc(rest, textutil.IsDigit)
		if minor, is := jadate.Int(rest[:len(rest)-len(t)]); is && minor < 100 && n < 100 && t != "" && textutil.IsBlank(textutil.FirstRune(t)) {
			return number{"1-1", minor, textutil.Key(s[:len(s)-len(t)]), textutil.TrimLeft(t)}, true
		}
	case next == ')' || next == '）':
		return number{"1)", n, text, textutil.TrimLeft(after[nw:])}, true
	case textutil.IsBlank(next):
		rest := textutil.TrimLeft(after)
		if n > 99 || strings.HasPrefix(rest, "年") || strings.HasPrefix(rest, "月") { // 令和 5 年: the number is no heading's
			return number{}, false
		}
		return number{"1", n, text, rest}, true
	case strings.ContainsRune("【[〔「『<＜《≪", next):
		return number{"1", n, text, after}, true
	}
	return number{}, false
}
