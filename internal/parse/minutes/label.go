package minutes

import (
	"strings"
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

// matchLabel reads a label of the head: alone on its line, or with its value
// behind a blank, a colon, or (where the value fits) nothing.
func matchLabel(text string) (labelMatch, bool) {
	m := labelMatch{}
	s := text
	if n, ok := numbered(s); ok {
		m.deco, m.n, s = n.style, n.n, n.rest
	} else if r := textutil.FirstRune(s); s != "" && strings.ContainsRune(labelMarks, r) {
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
	m.field, m.word = best.field, best.word
	for _, tail := range labelTails {
		if rest, ok := cutSpaced(after, tail); ok && (rest == "" || textutil.IsBlank(textutil.FirstRune(rest)) || strings.ContainsRune(":：)）】>＞〉(（", textutil.FirstRune(rest)) || textutil.IsDigit(textutil.FirstRune(rest))) {
			after = rest
			break
		}
	}
	closed := false
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
		if m.word == "資料" && textutil.IsDigit(r) || m.field == "body" && !closed && !(m.deco != "" && strings.ContainsRune(opening+"○◯〇", r)) || m.word == "議案" && !closed || m.word == "議題" && textutil.IsDigit(r) && m.deco == "" {
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

// counts knows a note that is the value: 傍聴者（2名）.
func counts(note string) bool {
	key := strings.Trim(textutil.Key(note), "()〔〕計")
	_, n := jadate.Leading(key)
	return n > 0 && (strings.HasSuffix(key, "名") || strings.HasSuffix(key, "人"))
}

// peopleLabel takes a line for the label of people whom a rule or a duty brought
// there: 地方自治法第121条の規定により出席した者.
func peopleLabel(text string) (labelMatch, bool) {
	m := labelMatch{field: "officers", label: text, firm: true}
	s := text
	if n, ok := numbered(s); ok {
		m.deco, m.n, s = n.style, n.n, n.rest
	} else if r := textutil.FirstRune(s); strings.ContainsRune(labelMarks, r) {
		m.deco, s = string(r), textutil.TrimLeft(s[utf8.RuneLen(r):])
	}
	m.word = strings.TrimRight(textutil.Key(s), ":")
	for _, tail := range []string{"は次のとおりである", "は次のとおり", "は、次のとおりである", "は、次のとおり", "の職氏名", "の氏名"} {
		m.word = strings.TrimSuffix(m.word, tail)
	}
	if textutil.Longer(m.word, 40) || !textutil.Longer(m.word, 4) || strings.ContainsAny(m.word, "。、") {
		return m, false
	}
	for _, tail := range []string{"出席した者", "出席者", "出席職員", "出席した職員", "出席を求めた者", "列席した者", "列席者", "列席したもの", "出席した説明員", "出席した事務局職員"} {
		if strings.HasSuffix(m.word, tail) {
			if strings.Contains(m.word, "事務局") {
				m.field = "staff"
			}
			return m, true
		}
	}
	return m, false
}

func noteWords(note string) bool {
	for _, w := range []string{"敬称", "敬省", "順", "以下", "要旨", "概要", "略", "◎", "開会", "公開", "開始", "計"} {
		if strings.Contains(note, w) {
			return true
		}
	}
	return false
}

// places end or fill the name of a room.
var places = strings.Fields("市役所 役場 庁舎 会議室 会議場 センター 会館 公民館 図書館 館 室 ホール 議場 階 オンライン ウェブ Web WEB 書面 号室 小学校 中学校 大学 ビル プラザ 講堂 本部 ロビー コミュニティ 区役所 県庁 都庁 府庁")

func placeLike(s string) bool {
	if textutil.Longer(s, 60) || strings.ContainsAny(s, "。") {
		return false
	}
	for _, w := range places {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// fits reports whether value can follow a label with nothing between them:
// 開催日時平成28年…, 傍聴者0人, and in a numbered list 2 場所市役所5階, 3 出席者会長 ….
func fits(field, value, deco string) bool {
	switch field {
	case "date":
		if d, ok := jadate.First(clip(value, 120)); ok && d.Start == 0 {
			return true
		}
		t := jadate.FindTimes(clip(value, 60))
		return len(t) > 0 && t[0].Start == 0
	case "observers":
		_, n := jadate.Leading(value)
		return n > 0 || strings.HasPrefix(value, "なし") || strings.HasPrefix(value, "無")
	case "venue":
		return placeLike(clip(value, 90)) && !strings.ContainsAny(textutil.Key(clip(value, 3)), "のをはがにで、及等")
	case "attendees", "absentees":
		if !strings.ContainsAny(value, "、，,") && deco == "" {
			return false
		}
		first := strings.FieldsFunc(value, func(r rune) bool { return textutil.IsBlank(r) || strings.ContainsRune("、，,", r) })
		if len(first) == 0 {
			return false
		}
		before, _, role := roleOf(textutil.Key(first[0]))
		return role != "" && qualifies(before) && !strings.Contains(value, "。")
	case "agenda", "handouts":
		if deco == "" {
			return false
		}
		_, ok := numbered(value)
		_, _, _, tag := caseAt(value)
		return ok || tag || textutil.IsDigit(textutil.FirstRune(value)) || strings.HasPrefix(value, "・") || field == "handouts" && strings.HasPrefix(value, "資料")
	case "body":
		if deco == "" {
			return false
		}
		i := strings.IndexAny(clip(value, 90), ")）")
		return i > 0 && (strings.Contains(value[:i], "君") || strings.Contains(value[:i], "会長"))
	}
	return false
}
