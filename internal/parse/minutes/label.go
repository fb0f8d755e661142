package minutes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// labelMatch is a label found at the head of a line.
type labelMatch struct {
	field, word string
	label       string // as written, with its number, brackets, note and colon
	value       string // the rest of the line
	deco        string // style of its number, its mark or bracket; "" for none
	n           int    // its number
	note        string // 敬称略, 〔◎会長〕
	firm        bool   // a colon, a bracket or the line's end closes it
}

// labelMarks stand before a label: ■日時, ●日 時, • 日時.
const labelMarks = "■●○◆◇□◎・•▼▶※*〇◯▪▲△◉➢"

// isLabelMark reports whether r can stand before a label: those counted, and any
// other sign that is no bracket, no operator and no part of a word.
func isLabelMark(r rune) bool {
	return strings.ContainsRune(labelMarks, r) || r > 0x7f && r != utf8.RuneError && unicode.IsSymbol(r) && !strings.ContainsRune(opening+closing+"＋－＝＜＞～〒¬×÷→←↑↓⇒⇔", r) && (r < 0x2500 || r > 0x257f)
}

// matchLabel reads a label of the head: alone on its line, or with its value
// behind a blank, a colon, or (where the value fits) nothing.
func matchLabel(text string) (labelMatch, bool) {
	m := labelMatch{}
	s := text
	if n, ok := numbered(s); ok {
		m.deco, m.n, s = n.style, n.n, n.rest
	} else if r := textutil.FirstRune(s); s != "" && isLabelMark(r) {
		m.deco, s = string(r), textutil.TrimLeft(s[utf8.RuneLen(r):])
	} else if n, rest, ok := tight(s); ok { // 1日時
		if x, is := matchWord(rest, labelMatch{deco: "1", n: n}, text); is && (x.field != "body" || x.value == "") {
			return x, true
		}
	}
	return matchWord(s, m, text)
}

// tight reads a number with nothing behind it: 1日時平成18年….
func tight(s string) (n int, rest string, ok bool) {
	r := textutil.FirstRune(s)
	if !textutil.IsDigit(r) {
		return 0, s, false
	}
	rest = strings.TrimLeftFunc(s, textutil.IsDigit)
	n, ok = jadate.Int(s[:len(s)-len(rest)])
	return n, rest, ok && n < 30
}

func matchWord(s string, m labelMatch, text string) (labelMatch, bool) {
	open := textutil.FirstRune(s)
	bracket := s != "" && strings.ContainsRune(opening+"「『", open)
	if bracket {
		m.deco += string(open)
		s = textutil.TrimLeft(s[utf8.RuneLen(open):])
	}
	best, after := headLabel{}, ""
	for _, l := range labelsByFirst[textutil.FirstRune(s)] {
		if rest, ok := cutSpaced(s, l.word); ok && len(l.word) > len(best.word) {
			best, after = l, rest
		}
	}
	if best.word == "" {
		return m, false
	}
	if t := textutil.TrimLeft(after); t != after && !strings.HasPrefix(s, best.word) && spaced[best.word+string(textutil.FirstRune(t))] { // 事 務 局 長　…
		return m, false
	}
	m.field, m.word = best.field, best.word
	for _, tail := range labelTails {
		if rest, ok := cutSpaced(after, tail); ok && (rest == "" || textutil.IsBlank(textutil.FirstRune(rest)) || strings.ContainsRune(":：)）】>＞〉(（", textutil.FirstRune(rest)) || textutil.IsDigit(textutil.FirstRune(rest))) {
			after = rest
			break
		}
	}
	closed := false
	if mark := textutil.FirstRune(m.deco); !bracket && m.deco != "" && strings.ContainsRune("■●◆◇□◎○▪▲△★☆※", mark) { // ■日　時■　…
		if t := textutil.TrimLeft(after); strings.HasPrefix(t, string(mark)) {
			if t = t[utf8.RuneLen(mark):]; t == "" || textutil.IsBlank(textutil.FirstRune(t)) {
				after, closed = t, true
			}
		}
	}
	if bracket {
		rest := textutil.TrimLeft(after)
		r := textutil.FirstRune(rest)
		if rest == "" || !strings.ContainsRune(closing+"」』", r) {
			return m, false
		}
		after, closed = rest[utf8.RuneLen(r):], true
	} else if best.word == "出席" || best.word == "欠席" || best.word == "職員" || best.word == "経過" {
		if t := textutil.TrimLeft(after); t != "" && t == after && !strings.ContainsRune(":：", textutil.FirstRune(t)) {
			return m, false
		}
	}
	// a note on the label: (敬称略、五十音順), (以下、概要)
	if t := textutil.TrimLeft(after); t != "" && strings.ContainsRune("(（〔", textutil.FirstRune(t)) {
		if i := strings.IndexAny(t, ")）〕"); i > 0 && i < 120 {
			_, w := utf8.DecodeRuneInString(t[i:])
			note := t[:i+w]
			if tail := textutil.TrimLeft(t[i+w:]); tail == "" || strings.ContainsRune(":：", textutil.FirstRune(tail)) || noteWords(note) {
				m.note, after, closed = note, t[i+w:], closed || tail != ""
			}
		}
	}
	value := textutil.TrimLeft(after)
	switch r := textutil.FirstRune(value); {
	case value == "":
		m.firm = true
	case r == ':' || r == '：':
		value, m.firm = textutil.TrimLeft(value[utf8.RuneLen(r):]), true
	case r == '…' || r == '‥':
		value, m.firm = strings.TrimLeft(value, "…‥ 　"), true
	case closed || len(value) < len(after):
		if m.word == "資料" && textutil.IsDigit(r) || m.field == "body" && !closed && !(m.deco != "" && strings.ContainsRune(opening+"○◯〇", r)) || m.word == "議案" && !closed || m.word == "議題" && textutil.IsDigit(r) && m.deco == "" && !apart(s, after) {
			return m, false
		}
		m.firm = closed
	case fits(m.field, value, m.deco):
	default:
		return m, false
	}
	m.value = value
	m.label = textutil.Trim(text[:len(text)-len(value)])
	return m, true
}

// apart reports whether the label that after follows is set with blanks between
// its glyphs (議 題 １ …): no heading of a matter is.
func apart(s, after string) bool {
	label := textutil.Trim(s[:len(s)-len(after)])
	if gap := strings.TrimSuffix(after, textutil.TrimLeft(after)); len([]rune(gap)) > 1 {
		return true
	}
	return strings.ContainsFunc(label, textutil.IsBlank) && len(textutil.TrimLeft(after)) < len(after)
}

// cutSpaced takes word off the head of s, blanks between its glyphs allowed.
func cutSpaced(s, word string) (string, bool) {
	for _, w := range word {
		s = textutil.TrimLeft(s)
		r, n := utf8.DecodeRuneInString(s)
		if r != w {
			return "", false
		}
		s = s[n:]
	}
	return s, true
}
