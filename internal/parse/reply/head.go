package reply

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/record"
)

// The head of a reply is a letter: cover (council, number, date), number and
// date again, to whom, from whom, subject, which inquiry is answered, what it
// was about. In most files its line ends are lost, so it is cut by what must
// follow what: dates, 様, 会長, （答申）, 答申します.
var (
	letterSubject = regexp.MustCompile(`に(?:ついて|関する意見)\(答申\)|\(答申\)`)
	letterDate    = regexp.MustCompile(`(?:大正|昭和|平成|令和|\d{4}年)[\d元年月]{1,9}日`)
	honorific     = regexp.MustCompile(`様|殿`)
	chairOfSender = regexp.MustCompile(`^(.*?(?:会|委員会|懇話会))((?:会長|委員長|座長)(?:職務代理者|代理)?|会長職務代理委員)`)
	councilWord   = regexp.MustCompile(`^.{2,60}?(?:審査会|審議会|協議会|懇話会|委員会)`)
	answers       = regexp.MustCompile(`答申(?:します|いたします|致します|する)。?`)
	cityOf        = regexp.MustCompile(`^\p{Han}[\p{Han}\p{Hiragana}\p{Katakana}ー]{0,7}?[市区町村県都府道]`)
	// headTail is what stands between the head and section 1, woven where the
	// page had it in two columns (別紙 / 答申 / 1).
	headTail = regexp.MustCompile(`(?:別紙)?(?:\(別紙\))?(?:答申書?|別答1?紙申|紙答1?申|別答|別紙|記)(?:\(本文\))?$`)
)

// head reads the letter in sp.
func (p *parser) head(sp span) {
	if m := headTail.FindStringIndex(p.s[sp.from:sp.to]); m != nil && p.tailAlone(sp.from+m[0]) {
		p.discard(span{sp.from + m[0], sp.to}, record.WhyBoilerplate)
		sp.to = sp.from + m[0]
	}
	if p.labelled(sp); len(p.rec.Header) > 1 {
		for _, free := range p.left(sp) {
			p.frontPart(free, false)
		}
		return
	}
	s := p.s[sp.from:sp.to]
	subjectEnd := 0
	if m := letterSubject.FindStringIndex(s); m != nil {
		subjectEnd = m[1]
	}
	to := p.addressees(s, sp.from, subjectEnd)
	p.front(span{sp.from, sp.from + to.from})
	body := to.to
	if to.to > to.from || subjectEnd > 0 {
		body = p.senderAndSubject(sp, to.to, subjectEnd)
	}
	p.inquiryAndCase(span{sp.from + body, sp.to})
}

// tailAlone guards against a title that happens to end in 答申 or 記: the tail
// begins a line, stands apart, or follows the words that end a title.
func (p *parser) tailAlone(at int) bool {
	before := p.s[:at]
	return p.starts(at) || p.gap(at) || at == 0 ||
		strings.HasPrefix(p.s[at:], "別") || strings.HasPrefix(p.s[at:], "紙") || strings.HasSuffix(before, "諮問")
}

// addressees finds the run of addressees (…様…様) in s, as offsets in s, and
// records their offices. It is empty, at the front's end, where there is none.
func (p *parser) addressees(s string, base, subjectEnd int) span {
	limit := len(s)
	if subjectEnd > 0 {
		limit = subjectEnd
	}
	var ends []int
	for _, m := range honorific.FindAllStringIndex(s[:limit], -1) {
		at := base + m[1]
		if m[1] == limit || p.starts(at) || p.gap(at) || cityOf.MatchString(s[m[1]:limit]) || honorific.MatchString(first(s[m[1]:], 1)) {
			ends = append(ends, m[1])
		}
	}
	// A subject (仕様について) is no addressee: those come one after the other.
	for i := 1; i < len(ends); i++ {
		if letterSubject.MatchString(s[ends[i-1]:ends[i]]) || answers.MatchString(s[ends[i-1]:ends[i]]) {
			ends = ends[:i]
			break
		}
	}
	if len(ends) == 0 || strings.Contains(s[:ends[0]], "答申します") {
		return p.noAddressee(s, base, limit)
	}
	from := 0
	for _, m := range letterDate.FindAllStringIndex(s[:ends[0]], -1) {
		from = m[1]
	}
	if from == 0 { // a letter without a date before it: the line of the first 様
		from = max(p.lines[p.lineIndex(base+ends[0]-1)].from-base, 0)
		if m := numberField.FindStringIndex(s[from:ends[0]]); m != nil {
			from += m[1]
		}
	}
	sp := span{from, ends[len(ends)-1]}
	p.field("addressee", span{base + sp.from, base + sp.to})
	p.rec.Addressee = offices(s[sp.from:sp.to])
	return sp
}

// noAddressee ends the front behind its last date before the subject.
func (p *parser) noAddressee(s string, base, limit int) span {
	end := 0
	for _, m := range letterDate.FindAllStringIndex(s[:limit], -1) {
		if l := p.lines[p.lineIndex(base+m[0])]; base+m[1] == l.to || end == 0 {
			end = m[1]
		}
		if len(s[:m[1]]) > 400 {
			break
		}
	}
	if m := numberField.FindStringIndex(s[:limit]); m != nil && m[1] > end {
		end = m[1]
	}
	return span{end, end}
}

// front reads what stands before the addressee: cover, number and date, twice
// where the letter repeats the cover.
func (p *parser) front(sp span) {
	s := p.s[sp.from:sp.to]
	dates := letterDate.FindAllStringIndex(s, -1)
	at := 0
	for i := 0; i <= len(dates); i++ {
		end := len(s)
		if i < len(dates) {
			end = dates[i][0]
		}
		p.frontPart(span{sp.from + at, sp.from + end}, i > 0 && i < len(dates))
		if i < len(dates) {
			d := span{sp.from + dates[i][0], sp.from + dates[i][1]}
			p.field("date", d)
			p.dates = append(p.dates, d)
			at = dates[i][1]
		}
	}
}

// frontPart reads a run of the front between dates. Between the cover's date and
// the letter's stands nothing but the number, however damaged.
func (p *parser) frontPart(sp span, between bool) {
	for _, free := range p.left(sp) {
		s := p.s[free.from:free.to]
		m := numberField.FindStringIndex(s)
		switch {
		case m != nil:
			p.cover(span{free.from, free.from + m[0]})
			n := span{free.from + m[0], free.from + m[1]}
			p.field("number", n)
			p.numbers = append(p.numbers, n)
			p.frontPart(span{n.to, free.to}, false)
		case between && (strings.Contains(s, "号") || strings.Contains(s, "答申")):
			p.field("number", free)
			p.numbers = append(p.numbers, free)
		default:
			p.cover(free)
		}
	}
}

// cover reads the council's name from the cover's title.
func (p *parser) cover(sp span) {
	if sp.empty() {
		return
	}
	if p.rec.Council == "" {
		if m := councilWord.FindString(p.s[sp.from:sp.to]); m != "" {
			p.rec.Council = m
		}
	}
	p.field("title", sp)
}

// senderAndSubject reads from the addressee's end to （答申） and returns where
// the rest begins, as an offset in sp.
func (p *parser) senderAndSubject(sp span, from, subjectEnd int) int {
	end := subjectEnd
	if end < from {
		end = p.senderOnly(sp, from)
	}
	s := p.s[sp.from+from : sp.from+end]
	split := 0
	if m := chairOfSender.FindStringSubmatchIndex(s); m != nil {
		split = p.nameEnd(s, sp.from+from, m[1])
		if name := s[m[2]:m[3]]; p.rec.Council == "" && councilWord.MatchString(name) {
			p.rec.Council = name
		}
	} else if m := councilWord.FindStringIndex(s); m != nil && p.starts(sp.from+from+m[1]) {
		split = m[1]
		if p.rec.Council == "" {
			p.rec.Council = s[:m[1]]
		}
	}
	p.field("sender", span{sp.from + from, sp.from + from + split})
	if subjectEnd > 0 {
		p.subject = span{sp.from + from + split, sp.from + end}
		p.field("subject", p.subject)
	}
	return end
}

// senderOnly ends the sender where the letter has no subject line: at the end of
// the line that names the chair, or of the line itself.
func (p *parser) senderOnly(sp span, from int) int {
	s := p.s[sp.from+from : sp.to]
	if m := chairOfSender.FindStringIndex(s); m != nil && m[1] < 300 {
		return from + p.nameEnd(s, sp.from+from, m[1])
	}
	return from
}

// nameEnd tells where in s the chair's name behind the title ends: with its
// line, or, where line ends are lost, where the city's name begins the subject.
func (p *parser) nameEnd(s string, base, title int) int {
	for i, l := range p.within(span{base + title, base + len(s)}) {
		if end := l.to - base; i > 0 || end < len(s) {
			if i == 0 && utf8.RuneCountInString(p.s[l.from:l.to]) > longestName {
				break
			}
			if end-title >= len("一二") {
				return end
			}
		}
	}
	if city := cityOf.FindString(p.rec.Council); city != "" {
		if i := strings.Index(s[min(title+len("一"), len(s)):], city); i >= 0 {
			return title + len("一") + i
		}
	}
	if utf8.RuneCountInString(s[title:]) <= longestName {
		return len(s)
	}
	return title
}

// longestName is the most characters that a person's name has here.
const longestName = 9

// inquiryAndCase reads the sentence that names the inquiry, and what follows it.
func (p *parser) inquiryAndCase(sp span) {
	s := p.s[sp.from:sp.to]
	m := answers.FindStringIndex(s)
	if m == nil {
		p.caseTitle(sp)
		return
	}
	in := span{sp.from, sp.from + m[1]}
	p.field("inquiry", in)
	p.rec.Inquiries = append(p.rec.Inquiries, inquiries(p.s[in.from:in.to])...)
	p.caseTitle(span{in.to, sp.to})
	if p.title.empty() {
		if i := strings.Index(p.s[in.from:in.to], "についての諮問"); i >= 0 {
			p.title = span{in.from, in.from + i + len("についての諮問")}
		}
	}
}

// caseTitle takes what is left of the head, the inquired case, as its subject.
func (p *parser) caseTitle(sp span) {
	for _, free := range p.left(sp) {
		s := p.s[free.from:free.to]
		if len(s) <= len("記") || s == "答申" || s == "答申書" || s == "別紙" {
			p.discard(free, record.WhyBoilerplate)
			continue
		}
		p.field("subject", free)
		if p.title.empty() {
			p.title = p.caseOf(free)
		}
	}
}

// caseOf leaves out the lines below the last one that ends in 諮問: they list the
// documents.
func (p *parser) caseOf(sp span) span {
	end := sp.to
	for _, l := range p.within(sp) {
		if strings.HasSuffix(p.s[l.from:l.to], "諮問") {
			end = l.to
		}
	}
	return span{sp.from, end}
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
