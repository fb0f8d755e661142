package reply

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/jadate"
)

var itemNumber = regexp.MustCompile(`^\(\d{1,2}\)`)

// wovenHeading reads a heading that the page set apart from its text and the file
// has run into its neighbours: at the end of the paragraph before (…した。4申立人の
// 本件処分に対する意見), or behind the number of its first item ((1)審査会の判断). last
// is the number of the section before.
func (p *parser) wovenHeading(l line, last int) (heading, bool) {
	s := p.s[l.from:l.to]
	m := itemNumber.FindString(s)
	h, ok := p.headingAt(s[len(m):], l.from+len(m))
	if m != "" && ok && h.kind == "judgement" && h.number == 0 && h.label.to == l.to && strings.Contains(p.s[h.words:h.label.to], "会") {
		h.item = span{l.from, l.from + len(m)}
		if i := p.lineIndex(l.from); i > 0 {
			above := p.lines[i-1]
			if n, ok := jadate.Int(strings.TrimRight(p.s[above.from:above.to], ").")); ok && n == last+1 {
				h.apart = above.span
			}
		}
		return h, true
	}
	if h, ok := requestInside(s, l.from, last); ok {
		return h, true
	}
	i := strings.LastIndex(s, "。")
	if i < 0 {
		return heading{}, false
	}
	i += len("。")
	h, ok = p.headingAt(s[i:], l.from+i)
	ok = ok && h.label.to == l.to && h.kind != "text" && h.kind != "history" && h.kind != "conditions" &&
		(h.number == last+1 || h.number == 0 && h.kind == "judgement" && utf8.RuneCountInString(s[i:]) > 5)
	return h, ok
}

// insideWords is a request section run into the line of the conclusion; its text
// repeats the heading's words.
var insideWords = regexp.MustCompile(`。(?:\d[.)]?)?((?:異議申立て|審査請求)の趣旨)本件`)

func requestInside(s string, base, last int) (heading, bool) {
	m := insideWords.FindStringSubmatchIndex(s)
	if m == nil || last != 1 {
		return heading{}, false
	}
	return heading{kind: "request", number: 2, label: span{base + m[0] + len("。"), base + m[3]}, words: base + m[2]}, true
}
