package reply

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/jadate"
)

// headingWords says which heading opens which kind of section. Blanks are gone
// and digits half-width; a pattern is matched behind the section's number.
// Earlier rows win.
var headingWords = []struct {
	kind string
	word *regexp.Regexp
}{
	{"conclusion", words(`(?:当?審査会|(?:当?)審議会|本審議会|本会|当?協議会|委員会)の(?:結論|意見)|(?:答申の)?結論|主文`)},
	{"request", words(`(?:本件)?(?:異議申立て|審査請求|不服申立て|異議申立|異議申出|諮問)(?:等|及び審査請求|及び異議申立て)?の(?:趣旨|内容|概要)`)},
	{"history", words(`(?:(?:当?審査会|審議会|調査審議|審議|審査|本件諮問|諮問|異議申立て|審査請求|不服申立て|事案|本件)(?:の処理|及び審査)?(?:の|に至る)(?:経過|経緯)|審査会における調査審議の経過|審議経過|審査経過|審議の記録)`)},
	{"applicant", words(`(?:異議申立人|審査請求人|不服申立人|申立人|請求人|申出人|本件申出者)(?:ら|等)?の[^。「」]{0,40}?(?:意見|主張|反論|申立ての理由|理由)(?:の?要旨|の趣旨)?|(?:異議申立て|審査請求|不服申立て)の理由`)},
	{"agency", words(`(?:実施機関|諮問庁|処分庁|諮問実施機関|本件法人|\p{Han}{2,20})(?:\([^()]{1,20}\))?の[^。、「」]{0,30}?(?:理由説明(?:の?要旨)?|説明(?:の?要旨)|主張(?:の?要旨)?|説明)(?:及び[^。「」]{1,12}の(?:意見|説明))?`)},
	{"judgement", words(`(?:当?審査会|審議会|委員会)の(?:判断|考え方)(?:の理由|及び理由)?|結論(?:に至った|の)理由|判断の?理由|理由|判断`)},
	{"conditions", words(`(?:[付附]帯(?:意見|事項|条件)|審議会からの(?:意見|要望)|意見|要望)`)},
	{"text", words(`(?:本件[^。、「」]{1,40}?について|諮問(?:事項|内容|の概要)|はじめに|おわりに|その他|事案の概要|事実)`)},
}

func words(re string) *regexp.Regexp { return regexp.MustCompile(`^(?:` + re + `)`) }

// heading is a heading found in the body.
type heading struct {
	kind   string
	number int  // its section number; 0 where it has none or lost it
	label  span // number and words
	words  int  // where the words begin
	apart  span // the number, where it has a line of its own
	item   span // the number of the first item, printed before the words: (1)審査会の判断
}

// begin is where the heading's first piece stands.
func (h heading) begin() int {
	switch {
	case !h.apart.empty():
		return h.apart.from
	case !h.item.empty():
		return h.item.from
	}
	return h.label.from
}

// sectionNumber matches a number of the top level: 1, 第1, 第一, 1. and, where the
// page had the number in its own column, 2).
var sectionNumber = regexp.MustCompile(`^第?(\d{1,2}|[一二三四五六七八九十]{1,3})[.．、)]?`)

// headingAt reads a heading at the start of s, which begins at base. whole says
// that s is a line by itself; otherwise text may be glued to the words.
func headingAt(s string, base int) (heading, bool) {
	h := heading{}
	at := 0
	if m := sectionNumber.FindStringSubmatch(s); m != nil {
		h.number, _ = jadate.Int(m[1])
		at = len(m[0])
	}
	for _, row := range headingWords {
		m := row.word.FindString(s[at:])
		if m == "" || !endsHeading(s[at:], len(m), row.kind) {
			continue
		}
		h.kind, h.words = row.kind, base+at
		h.label = span{base, base + at + len(m)}
		return h, true
	}
	return h, false
}

// endsHeading guards against sentences that begin like a heading: after the words
// the line ends, or, where line ends are lost, a sentence begins — never a
// particle, and never after words that are common in sentences.
func endsHeading(s string, n int, kind string) bool {
	rest := s[n:]
	if rest == "" {
		return true
	}
	word := s[:n]
	if utf8.RuneCountInString(word) < 4 || kind == "text" || kind == "history" || kind == "conditions" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return !strings.ContainsRune("のはがをにでともへや、,。・」)", r)
}

// plainHeading reads a heading of no known words: a numbered short line without
// a stop.
func plainHeading(s string, base, number int) (heading, bool) {
	m := sectionNumber.FindStringSubmatch(s)
	if m == nil || len(s) == len(m[0]) || utf8.RuneCountInString(s) > 45 || strings.ContainsAny(s, "。「」") {
		return heading{}, false
	}
	if n, _ := jadate.Int(m[1]); n != number {
		return heading{}, false
	}
	r, _ := utf8.DecodeRuneInString(s[len(m[0]):])
	if strings.ContainsRune("年月日号条項件枚頁、,-/", r) {
		return heading{}, false
	}
	return heading{kind: "text", number: number, label: span{base, base + len(s)}, words: base + len(m[0])}, true
}

// headings finds the sections of the body in sp, in order. Numbers must go on
// from one heading to the next and no kind but text comes twice, so that
// headings inside quoted requests are passed over.
func (p *parser) headings(start heading, sp span) []heading {
	hs := append([]heading{start}, p.knownHeadings(start, sp)...)
	var all []heading
	for i, h := range hs {
		all = append(all, h)
		next, to := 0, sp.to
		if i+1 < len(hs) {
			next, to = hs[i+1].number, hs[i+1].label.from
		}
		if i+1 < len(hs) && next <= max(h.number, 1)+1 {
			continue
		}
		all = append(all, p.plainHeadings(span{h.label.to, to}, max(h.number, 1)+1, next)...)
	}
	return all[1:]
}

func (p *parser) knownHeadings(start heading, sp span) []heading {
	var hs []heading
	seen := map[string]bool{start.kind: true}
	last := max(start.number, 1) // also where section 1 lost its number
	if start.number == 0 && p.starts(start.label.from) && (start.label.empty() || p.starts(start.label.to)) {
		last = 0 // the sections have no numbers
	}
	for _, l := range p.within(sp) {
		h, ok := headingAt(p.s[l.from:l.to], l.from)
		if !ok {
			h, ok = p.wovenHeading(l, last)
		}
		switch {
		case !ok || seen[h.kind] && h.kind != "text":
			continue
		case h.number == 0 && h.kind == "judgement" && (h.words > l.from || !h.apart.empty()):
			// its number went astray
		case h.number == 0 && h.kind != "conditions" && last > 0:
			continue
		case h.number > 0 && (h.number <= last || h.number > last+3):
			continue
		}
		last = max(last, h.number)
		seen[h.kind] = true
		hs = append(hs, h)
	}
	return hs
}

var itemNumber = regexp.MustCompile(`^\(\d{1,2}\)`)

// wovenHeading reads a heading that the page set apart from its text and the file
// has run into its neighbours: at the end of the paragraph before (…した。4申立人の
// 本件処分に対する意見), or behind the number of its first item ((1)審査会の判断). last
// is the number of the section before.
func (p *parser) wovenHeading(l line, last int) (heading, bool) {
	s := p.s[l.from:l.to]
	m := itemNumber.FindString(s)
	h, ok := headingAt(s[len(m):], l.from+len(m))
	if m != "" && ok && h.kind == "judgement" && h.number == 0 && h.label.to == l.to {
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
	h, ok = headingAt(s[i:], l.from+i)
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

// plainHeadings fills the gap between two known headings, from number on to
// before next (0: open).
func (p *parser) plainHeadings(sp span, number, next int) []heading {
	var hs []heading
	for _, l := range p.within(sp) {
		if next > 0 && number >= next || next == 0 {
			break
		}
		if h, ok := plainHeading(p.s[l.from:l.to], l.from, number); ok {
			hs = append(hs, h)
			number++
		}
	}
	return hs
}
