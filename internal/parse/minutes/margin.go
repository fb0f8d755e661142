package minutes

import (
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/textutil"
)

const (
	narrow = 50  // columns: no page is set narrower
	wide   = 116 // and no page wider: longer lines are paragraphs
)

// columns is how wide a line is in print: two for a full-width glyph, one for
// any other. Beyond the widest page it only says so.
func columns(s string) int {
	n := 0
	for _, r := range s {
		if n > wide {
			break
		}
		if n++; r > 0xff && (r < 0xff61 || r > 0xff9f) {
			n++
		}
	}
	return n
}

// marginOf finds the column at which print broke the lines: none is longer, and
// several reach it. 0 where the lines end as their sentences do.
func marginOf(widths []int) int {
	most := 0
	for _, w := range widths {
		most = max(most, w)
	}
	if most < narrow || most > wide {
		return 0
	}
	n := 0
	for _, w := range widths {
		if w > most-4 {
			n++
		}
	}
	if n < 5 || n*25 < len(widths) {
		return 0
	}
	return most
}

// unbroken joins the lines of a list that print broke inside of a word: an open
// bracket at the margin, or a comma's list that goes on below it.
func unbroken(lines []line) []line {
	var out []line
	for i, l := range lines {
		if n := len(out); n > 0 && l.gap == 0 && l.cell == noCell && out[n-1].cell == noCell && breaksOff(out[n-1], l.text, i > 0 && (lines[i-1].full || lines[i-1].near && strings.Contains(lines[i-1].text, "、"))) {
			out[n-1].text += l.text
			continue
		}
		out = append(out, l)
	}
	return out
}

// breaksOff reports whether a line of a list goes on with next.
func breaksOff(l line, next string, full bool) bool {
	if textutil.Longer(l.text, 400) {
		return false
	}
	if (full || textutil.Longer(l.text, 20)) && halved(l.text, next) {
		return true
	}
	if givenBelow(l.text, next) {
		return true
	}
	depth, commas := 0, 0
	for _, r := range l.text {
		switch r {
		case '(', '（':
			depth++
		case ')', '）':
			depth = max(depth-1, 0)
		case '、', '，':
			commas++
		}
	}
	last := textutil.LastRune(l.text)
	if last == '、' || last == '，' {
		return false // the list goes on by itself
	}
	return depth > 0 && (full || textutil.Longer(l.text, 20)) || full && (commas > 1 && !strings.ContainsRune(opening, textutil.FirstRune(next)) || closesFirst(next))
}

// givenBelow reports whether a list of titles and whole names broke inside of a name:
// … 主幹 古市場 / 孝、文化財課 ….
func givenBelow(s, next string) bool {
	first, _, ok := strings.Cut(next, "、")
	k := strings.LastIndex(s, "、")
	if !ok || k < 0 || textutil.Longer(first, 3) || nameShape(first) < 0 || wordOf(first) != "" {
		return false
	}
	words := strings.FieldsFunc(s[k+len("、"):], textutil.IsBlank)
	n := len(words)
	return n > 1 && nameShape(words[n-1]) >= 0 && wordOf(words[n-1]) == "" && (postShape(words[0]) > 0 || postShape(words[n-2]) > 0)
}

func closesFirst(s string) bool {
	r := textutil.FirstRune(s)
	return r == ')' || r == '）' || r == '、'
}

// halved reports whether the last word of s and the first of next are one role
// that print broke: … 阪口課長補 / 佐、….
func halved(s, next string) bool {
	parted := func(r rune) bool { return textutil.IsBlank(r) || strings.ContainsRune("、，,()（）:：", r) }
	a := s
	if i := strings.LastIndexFunc(s, parted); i >= 0 {
		_, w := utf8.DecodeRuneInString(s[i:])
		a = s[i+w:]
	}
	b, _, _ := strings.Cut(strings.Map(func(r rune) rune {
		if parted(r) {
			return ' '
		}
		return r
	}, clip(next, 40)), " ")
	if a == "" || b == "" {
		return false
	}
	_, _, whole := roleOf(textutil.Key(a + b))
	_, _, first := roleOf(textutil.Key(a))
	_, _, second := roleOf(textutil.Key(b))
	return whole != "" && first == "" && second == ""
}
