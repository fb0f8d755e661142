package reply

import (
	"regexp"
	"slices"
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
)

// The head of a reply is a letter: cover (council, number, date), number and
// date again, to whom, from whom, subject, which inquiry is answered, what it
// was about. In most files its line ends are lost, so it is cut by what must
// follow what: dates, 様, 会長, （答申）, 答申します.
var (
	letterSubject = regexp.MustCompile(`に(?:ついて|関する意見)の?\((?:答申|回答|意見|意見書|建議|提言)\)|\(答申\)`)
	letterDate    = regexp.MustCompile(`(?:大正|昭和|平成|令和|\d{4}年)[\d元年月一二三四五六七八九十]{1,14}日(?:\([月火水木金土日](?:曜日?)?\))?`)
	honorific     = regexp.MustCompile(`様|殿|御中`)
	chairOfSender = regexp.MustCompile(`^(.*?(?:会|委員会|懇話会))((?:会長|委員長|座長)(?:職務代理者|代理)?|会長職務代理委員)`)
	councilWord   = regexp.MustCompile(`^.{2,60}?(?:審査会|審議会|協議会|懇話会|委員会議?)`)
	answers       = regexp.MustCompile(`答申(?:します|いたします|致します|する)。?|のとおり(?:(?:回答|建議|提言|具申)(?:します|いたします|する)|意見を述べ(?:ます|る))。?`)
	cityOf        = regexp.MustCompile(`^(?:\p{Han}[\p{Han}\p{Hiragana}\p{Katakana}ー]{0,7}?|[\p{Hiragana}\p{Katakana}ー]{2,7}\p{Han}{0,2}?)[市区町村県都府道]`)
	// headTail is what stands between the head and section 1, woven where the
	// page had it in two columns (別紙 / 答申 / 1).
	headTail = regexp.MustCompile(`(?:別紙)?(?:\(別紙\))?(?:答申書?|別答1?紙申|紙答1?申|別答|別紙|記)(?:\(本文\))?$`)
)

// head reads the letter in sp.
func (p *parser) head(sp span) {
	sp.from = p.webLines(sp)
	if m := headTail.FindStringIndex(p.s[sp.from:sp.to]); m != nil && p.tailAlone(sp.from+m[0]) {
		p.discard(span{sp.from + m[0], sp.to}, record.WhyBoilerplate)
		sp.to = sp.from + m[0]
	}
	sp.from = p.labelsAbove(sp)
	if at := p.letterAbove(sp); at > sp.from && p.labelled(span{at, sp.to}) {
		sp.to = at
	} else if p.labelled(sp) {
		for _, free := range p.left(sp) {
			p.front(free)
		}
		return
	}
	sp.from = p.subjectFirst(sp)
	for _, l := range p.within(sp) { // 宛先　見晴市長
		if name, size, ok := p.labelAt(l); ok && name == "addressee" && size < l.to-l.from && toWhom.MatchString(p.s[l.from:l.to]) {
			p.labelledField(name, span{l.from, l.from + size}, span{l.from + size, l.to})
		}
	}
	s := p.s[sp.from:sp.to]
	subjectEnd := 0
	if m := letterSubject.FindStringIndex(s); m != nil {
		subjectEnd = m[1]
	} else {
		subjectEnd = p.replyLine(sp) - sp.from
	}
	to := p.addressees(s, sp.from, subjectEnd)
	p.front(span{sp.from, sp.from + to.from})
	body := to.to
	if to.to > to.from || subjectEnd > 0 {
		body = p.senderAndSubject(sp, to.to, subjectEnd)
	}
	p.inquiryAndCase(span{sp.from + body, sp.to})
}

// labelsAbove reads the labels that stand above a letter (諮問番号　…, 答申番号　…) and
// tells where that begins.
func (p *parser) labelsAbove(sp span) int {
	const least = 2
	ls := p.within(sp)
	n := 0
	for n < len(ls) {
		if name, size, ok := p.labelAt(ls[n]); !ok || name == "" || size == ls[n].to-ls[n].from {
			break
		}
		n++
	}
	if n < least || n == len(ls) {
		return sp.from
	}
	letter := span{ls[n].from, sp.to}
	if m := answers.FindStringIndex(p.s[letter.from:letter.to]); m == nil || !letterSubject.MatchString(p.s[letter.from:letter.from+m[1]]) || !honorific.MatchString(p.s[letter.from:letter.from+m[1]]) {
		return sp.from
	}
	for _, l := range ls[:n] {
		name, size, _ := p.labelAt(l)
		p.labelledField(name, span{l.from, l.from + size}, span{l.from + size, l.to})
	}
	return letter.from
}

// subjectFirst reads the title of a report that begins with it, day and body below:
// …のあり方について(答申). It tells where the rest begins.
func (p *parser) subjectFirst(sp span) int {
	ls := p.within(sp)
	if len(ls) < 2 {
		return sp.from
	}
	title := p.s[ls[0].from:ls[0].to]
	m := letterSubject.FindStringIndex(title)
	if m == nil || m[1] != len(title) || m[0] == 0 || letterDate.MatchString(title) || !letterDate.MatchString(p.s[ls[1].from:ls[1].to]) && !bodyName.MatchString(p.s[ls[1].from:ls[1].to]) {
		return sp.from
	}
	p.subject = ls[0].span
	p.field("subject", p.subject)
	for _, l := range ls[1:] {
		switch s := p.s[l.from:l.to]; {
		case letterDate.FindString(s) == s:
			p.front(l.span)
		case bodyName.MatchString(s):
			p.rec.Council = s
			p.field("sender", l.span)
		default:
			return l.from
		}
	}
	return sp.to
}

// replyLine is the end of a line below the addressee that is the subject of a
// letter without (答申): …に係る審査請求に関する答申. It is sp.from where there is none.
func (p *parser) replyLine(sp span) int {
	named := false
	for _, l := range p.within(sp) {
		s := p.s[l.from:l.to]
		if answers.MatchString(s) {
			break
		}
		if named && replySubject.MatchString(s) {
			return l.to
		}
		named = named || honorific.MatchString(s)
	}
	return sp.from
}

// toWhom is the label of an addressee in a letter that has no other.
var toWhom = regexp.MustCompile(`^(?:宛先|あて先|提出先)`)

var replySubject = regexp.MustCompile(`^[^。]{4,80}(?:に関する|についての|に係る|に対する)(?:答申|意見)(?:書)?$`)

// letterAbove tells where the labels begin below a letter that says the council
// answers; sp.from where there is no such letter.
func (p *parser) letterAbove(sp span) int {
	m := answers.FindStringIndex(p.s[sp.from:sp.to])
	if m == nil || !letterSubject.MatchString(p.s[sp.from:sp.from+m[1]]) {
		return sp.from
	}
	for _, l := range p.within(sp) {
		if _, _, ok := p.labelAt(l); ok {
			if l.from < sp.from+m[1] {
				return sp.from
			}
			return l.from
		}
	}
	return sp.from
}

// tailAlone guards against a title that happens to end in 答申 or 記: the tail
// begins a line, stands apart, or follows the words that end a title.
func (p *parser) tailAlone(at int) bool {
	before := p.s[:at]
	return p.starts(at) || p.gap(at) || at == 0 ||
		strings.HasPrefix(p.s[at:], "別") || strings.HasPrefix(p.s[at:], "紙") || strings.HasSuffix(before, "諮問")
}

// field adds a head field without a label.
func (p *parser) field(name string, sp span) {
	if t := p.take(sp); t != "" {
		p.fieldAt(sp.from, record.Field{Name: name, Text: t, Line: p.lineAt(sp.from)})
	}
}

// fieldAt keeps the fields in the order of the source, found in whatever order.
func (p *parser) fieldAt(at int, f record.Field) {
	i, _ := slices.BinarySearch(p.fieldsAt, at)
	p.fieldsAt = slices.Insert(p.fieldsAt, i, at)
	p.rec.Header = slices.Insert(p.rec.Header, i, f)
}

func first(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// oneLine joins the lines of a text.
func oneLine(s string) string { return strings.ReplaceAll(s, "\n", "") }
