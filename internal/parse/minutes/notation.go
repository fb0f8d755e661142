package minutes

import (
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// notation is one way of writing who speaks. at reads a speech's beginning
// from a line; text is "" where the speech begins on the next line.
type notation struct {
	name   string
	at     func(v *voices, s string) (speech, bool)
	sharp  bool // cannot be mistaken inside of a line
	marked bool // … even where no sentence ends before it
}

type speech struct {
	voice voice
	mark  string
	text  string
}

// notations in the order in which a draw is decided: what has a mark of its
// own before what has none.
var notations = []notation{
	{"○役職", atMark, true, true},
	{"【役職】", bracket('【', '】'), true, true},
	{"（役職）", bracket('（', '）'), true, false},
	{"＜役職＞", bracket('＜', '＞'), true, true},
	{"〈役職〉", bracket('〈', '〉'), true, true},
	{"［役職］", bracket('［', '］'), true, true},
	{"〔役職〕", bracket('〔', '〕'), true, true},
	{"《役職》", bracket('《', '》'), true, true},
	{"≪役職≫", bracket('≪', '≫'), true, true},
	{questions, atQuestion, false, false},
	{"役職：", atColon, true, false},
	{"役職；", atSign, true, false},
	{"役職（氏名君）", atTitled, true, false},
	{"役職）", atHalf, false, false},
	{"・役職　発言", atBullet, false, false},
	{"役職　発言", atBlank, true, false},
	{"役職", atBare, false, false},
}

// isMark knows the marks that stand before a speaker.
func isMark(r rune) bool {
	switch r {
	case '○', '◯', '〇', '◎', '◆', '●', '◇', '■', '△', '□', '▲', '▼', '•', '▽', '▷', '▶', '☆', '★', '◈', '❖', '◉', '➢', '♦', '▪', '▫', '⚫', '⚪':
		return true
	}
	return false
}

func atMark(v *voices, s string) (speech, bool) {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || !isMark(r) {
		return speech{}, false
	}
	x, ok := headOf(v, textutil.TrimLeft(s[n:]))
	x.mark = string(r) + x.mark
	return x, ok
}

// headOf reads a label that a blank, a colon, a bracketed name or the line's end closes.
func headOf(v *voices, s string) (speech, bool) {
	best, found := speech{}, false
	depth, count := 0, 0
	try := func(end, skip int, mark string) {
		if x := v.read(textutil.Trim(s[:end])); x.ok {
			best, found = speech{x, mark, textutil.TrimLeft(s[end+skip:])}, true
		}
	}
	for i, r := range s {
		if count++; count > 40 || r == '。' || r == '、' {
			return best, found
		}
		w := utf8.RuneLen(r)
		switch {
		case r == '(' || r == '（':
			depth++
		case r == ')' || r == '）':
			if depth--; depth == 0 {
				try(i+w, 0, "")
			}
		case depth > 0:
		case r == ':' || r == '：' || r == ';' || r == '；':
			try(i, w, string(r))
			return best, found
		case textutil.IsBlank(r):
			try(i, 0, "")
		}
	}
	try(len(s), 0, "")
	return best, found
}

// bracket makes the notation of a label between brackets, of either width.
func bracket(open, close rune) func(*voices, string) (speech, bool) {
	return func(v *voices, s string) (speech, bool) {
		lead := ""
		if r, n := utf8.DecodeRuneInString(s); r == '・' || r == '•' || r == '-' || r == '－' { // ・（委員）…
			lead, s = s[:len(s)-len(textutil.TrimLeft(s[n:]))], textutil.TrimLeft(s[n:])
		}
		r, n := utf8.DecodeRuneInString(s)
		if n == 0 || r != open && (textutil.Half(open) == open || r != textutil.Half(open)) {
			return speech{}, false
		}
		depth, count := 0, 0
		for i, c := range s {
			if count++; count > 40 {
				break
			}
			switch h := textutil.Half(c); h {
			case textutil.Half(open):
				depth++
			case textutil.Half(close):
				if depth--; depth > 0 {
					continue
				}
				w := utf8.RuneLen(c)
				x := v.read(textutil.Trim(s[n:i]))
				if !x.ok {
					return speech{}, false
				}
				mark := strings.TrimRightFunc(lead, textutil.IsBlank) + s[:n] + s[i:i+w]
				text := textutil.TrimLeft(s[i+w:])
				if c := textutil.FirstRune(text); c == ':' || c == '：' {
					mark, text = mark+string(c), textutil.TrimLeft(text[utf8.RuneLen(c):])
				}
				return speech{x, mark, text}, true
			}
		}
		return speech{}, false
	}
}

func atColon(v *voices, s string) (speech, bool) {
	lead := ""
	if r, n := utf8.DecodeRuneInString(s); r == '•' || r == '・' {
		lead, s = string(r), textutil.TrimLeft(s[n:])
	}
	i := labelEnd(clip(s, 90), ':', '：')
	if i <= 0 {
		return speech{}, false
	}
	_, w := utf8.DecodeRuneInString(s[i:])
	x := v.read(textutil.Trim(s[:i]))
	return speech{x, lead + s[i:i+w], textutil.TrimLeft(s[i+w:])}, x.ok
}

// atSign reads a label that a rarer sign closes: 総務課長；…, 事務局⇒…, 会長…はい。
func atSign(v *voices, s string) (speech, bool) {
	for i, r := range clip(s, 90) {
		switch r {
		case ';', '；', '⇒', '→', '…', '―', '─', '＞', '>', '／':
			if i == 0 {
				return speech{}, false
			}
			rest := s[i:]
			text := textutil.TrimLeft(strings.TrimLeft(rest, ";；⇒→…―─＞>／"))
			x := v.read(textutil.Trim(s[:i]))
			return speech{x, s[i : len(s)-len(text)], text}, x.ok && x.plain && text != ""
		}
		if speaks(r) {
			break
		}
	}
	return speech{}, false
}

// labelEnd is where one or other closer stands in s, -1 where a character that no
// label has comes before it.
func labelEnd(s string, half, full rune) int {
	for i, r := range s {
		if r == half || r == full {
			return i
		}
		if speaks(r) {
			break
		}
	}
	return -1
}

// atTitled reads 都市計画課係長(氏名君) … and 12番（氏名議員） …, no mark before.
func atTitled(v *voices, s string) (speech, bool) {
	i := labelEnd(clip(s, 120), ')', '）')
	if i <= 0 {
		return speech{}, false
	}
	_, w := utf8.DecodeRuneInString(s[i:])
	x := v.read(textutil.Trim(s[:i+w]))
	return speech{x, "", textutil.TrimLeft(s[i+w:])}, x.ok && x.speaker.Name != ""
}

func atHalf(v *voices, s string) (speech, bool) {
	depth := 0
	for i, r := range clip(s, 60) {
		switch r {
		case '(', '（':
			depth++
		case ')', '）':
			if depth--; depth >= 0 {
				continue
			}
			w := utf8.RuneLen(r)
			x := v.read(textutil.Trim(s[:i]))
			return speech{x, s[i : i+w], textutil.TrimLeft(s[i+w:])}, x.ok && x.plain
		}
	}
	return speech{}, false
}

func atBlank(v *voices, s string) (speech, bool) {
	if strings.IndexFunc(clip(s, 60), textutil.IsBlank) < 0 {
		return speech{}, false
	}
	if r, n := utf8.DecodeRuneInString(s); isMark(r) && !strings.ContainsRune("○〇◯●△□", textutil.FirstRune(s[n:])) { // ○会長 is no ○会
		return speech{}, false
	}
	x, ok := headOf(v, s)
	return x, ok && x.voice.plain && x.mark == "" && x.text != ""
}

func atBare(v *voices, s string) (speech, bool) {
	if len(s) > 90 {
		return speech{}, false
	}
	x := v.read(s)
	return speech{voice: x}, x.ok && x.plain
}

// atBullet reads ・会長　… .
func atBullet(v *voices, s string) (speech, bool) {
	r, n := utf8.DecodeRuneInString(s)
	if r != '・' && r != '･' && r != '-' && r != '－' {
		return speech{}, false
	}
	x, ok := atBlank(v, textutil.TrimLeft(s[n:]))
	x.mark = string(r)
	return x, ok
}

// clip is the head of s, at most n bytes, whole characters.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// choose tries every notation on the whole document and returns the one that
// explains most speeches, nil where none explains two. inner are the interiors
// of the lines.
func choose(lines []line, inner []interiorAt, v *voices) *notation {
	best, most := -1, 1
	for k, n := range fitting(lines, inner, v) {
		if n > most {
			best, most = k, n
		}
	}
	if best < 0 {
		return nil
	}
	return &notations[best]
}

// fitting counts for every notation the speeches that it explains.
func fitting(lines []line, inner []interiorAt, v *voices) []int {
	counts := make([]int, len(notations))
	for k := range notations {
		count := 0
		if notations[k].sharp {
			for _, s := range inner {
				if x, ok := notations[k].at(v, s.text); ok && x.voice.plain && sentence(x.text) && (s.behind || notations[k].marked) {
					count++
				}
			}
		}
		for i, l := range lines {
			x, ok := notations[k].at(v, l.text)
			if !ok {
				continue
			}
			if x.text != "" && sentence(x.text) || x.text == "" && says(lines, i+1) {
				count++
			}
		}
		counts[k] = count
	}
	return counts
}

type interiorAt struct {
	text   string
	behind bool // a sentence or bracket ends before it
}

// interiors are the places inside of long lines where a speech may begin that
// lost its line.
func interiors(lines []line) []interiorAt {
	var out []interiorAt
	for _, l := range lines {
		if !textutil.Longer(l.text, 60) {
			continue
		}
		prev, word := ' ', ' '
		for i, r := range l.text {
			if i > 0 && !textutil.IsBlank(r) && (ends(prev) || textutil.IsBlank(prev)) && len(out) < 20000 {
				out = append(out, interiorAt{clip(l.text[i:], 240), ends(word)})
			}
			if prev = r; !textutil.IsBlank(r) {
				word = r
			}
		}
	}
	return out
}

// says reports whether line i reads like speech, also where print broke its
// sentence off.
func says(lines []line, i int) bool {
	if i >= len(lines) {
		return false
	}
	s := lines[i].text
	if sentence(s) {
		return true
	}
	return textutil.Longer(s, 18) && i+1 < len(lines) && lines[i+1].gap == 0 && strings.Contains(s, "、") && sentence(s+lines[i+1].text)
}

// sentence reports whether s reads like speech rather than a name or a value.
func sentence(s string) bool {
	if strings.Contains(s, "。") {
		return true
	}
	if !textutil.Longer(s, 5) || !strings.ContainsRune("かすたねよんうい", textutil.LastRune(s)) {
		return false
	}
	hiragana, all, blanks := 0, 0, 0
	for _, r := range clip(s, 600) {
		all++
		switch {
		case textutil.IsHiragana(r):
			hiragana++
		case textutil.IsBlank(r):
			blanks++
		}
	}
	return hiragana >= 3 && hiragana*4 >= all && blanks*4 < all // 大　島　さ　よ is a name
}
