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
	councilWord   = regexp.MustCompile(`^.{2,60}?(?:審査会|審議会|協議会|懇話会|委員会)`)
	answers       = regexp.MustCompile(`答申(?:します|いたします|致します|する)。?`)
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
	if at := p.letterAbove(sp); at > sp.from && p.labelled(span{at, sp.to}) {
		sp.to = at
	} else if p.labelled(sp) {
		for _, free := range p.left(sp) {
			p.front(free)
		}
		return
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

// ruledOn is the line of an abstract that tells the day of the ruling:
// (平21.3.26裁決).
var ruledOn = regexp.MustCompile(`^\(((?:平成?|令和?|昭和?|[HRS])\d{1,2}[.年]\d{1,2}[.月]\d{1,2}日?)裁決\)$`)

// front reads what stands before the addressee: cover, number and date, twice
// where the letter repeats the cover.
func (p *parser) front(sp span) {
	s := p.s[sp.from:sp.to]
	for _, l := range p.within(sp) {
		if m := ruledOn.FindStringSubmatchIndex(p.s[l.from:l.to]); m != nil && len(p.dates) == 0 {
			p.dates = append(p.dates, span{l.from + m[2], l.from + m[3]})
			p.field("date", l.span)
			p.notCites = append(p.notCites, l.span)
		}
	}
	// (令和6年1月19日諮問第31号): a day of the inquiry, none of the reply's
	if m := coverInquiry.FindStringIndex(s); m != nil && letterDate.MatchString(s[m[0]:m[1]]) {
		p.front(span{sp.from, sp.from + m[0]})
		p.cover(span{sp.from + m[0], sp.from + m[1]})
		p.front(span{sp.from + m[1], sp.to})
		return
	}
	dates := letterDates(s)
	if p.ruling { // days of what was decided or asked are no day of the ruling
		dates = slices.DeleteFunc(dates, func(m []int) bool {
			l := p.lines[p.lineIndex(sp.from+m[0])]
			return l.from != sp.from+m[0] || l.to != sp.from+m[1]
		})
	}
	at := 0
	for i := 0; i <= len(dates); i++ {
		end := len(s)
		if i < len(dates) {
			end = p.withLabel(span{sp.from + dates[i][0], sp.from + dates[i][1]}).from - sp.from
		}
		p.frontPart(span{sp.from + at, sp.from + end}, i > 0 && i < len(dates))
		if i < len(dates) {
			d := span{sp.from + dates[i][0], sp.from + dates[i][1]}
			p.field("date", p.withLabel(d))
			p.dates = append(p.dates, d)
			at = p.withLabel(d).to - sp.from
		}
	}
}

// withLabel adds to a day what stands around it: (答申日 平成27年3月25日).
func (p *parser) withLabel(d span) span {
	const most = 24 // bytes
	if m := dayLabel.FindString(p.s[max(0, d.from-most):d.from]); m != "" {
		d.from -= len(m)
		if m[0] == '(' && strings.HasPrefix(p.s[d.to:], ")") {
			d.to++
		}
	}
	return d
}

var dayLabel = regexp.MustCompile(`\(?答申(?:年月)?日:?$`)

// webLine is what a web page has above its text.
var webLine = regexp.MustCompile(`^(?:(?:最終)?更新日|公開日|掲載日|登録日|作成日|ページ(?:番号|ID)|ここから本文|本文$|印刷(?:ページ表示|する)?$|トップページ|ホーム>|現在(?:地|位置)|ページの先頭|メニューを飛ばして)`)

// webLines takes the lines that a web page has above the letter and tells where
// that begins.
func (p *parser) webLines(sp span) int {
	for _, l := range p.within(sp) {
		if !webLine.MatchString(p.s[l.from:l.to]) {
			return l.from
		}
		p.discard(l.span, record.WhyChrome)
	}
	return sp.to
}

// inSentence is what goes on from a date that is no letter's.
var inSentence = regexp.MustCompile(`^(?:に|付|から|まで|の|で|、|,|諮問|裁決\))`)

// letterDates finds the dates of s that stand for themselves.
func letterDates(s string) [][]int {
	var ds [][]int
	for _, m := range letterDate.FindAllStringIndex(s, -1) {
		if !inSentence.MatchString(s[m[1]:]) {
			ds = append(ds, m)
		}
	}
	return ds
}

// frontPart reads a run of the front between dates. Between the cover's date and
// the letter's stands nothing but the number, however damaged.
func (p *parser) frontPart(sp span, between bool) {
	for _, free := range p.left(sp) {
		s := p.s[free.from:free.to]
		m := numberField.FindStringIndex(s)
		if between && (strings.Contains(s, "号") || strings.Contains(s, "答申")) && (m == nil || !councilWord.MatchString(s[m[1]:])) {
			p.numberField(free)
			continue
		}
		if m == nil {
			p.cover(free)
			continue
		}
		p.cover(span{free.from, free.from + m[0]})
		p.numberField(span{free.from + m[0], free.from + m[1]})
		p.frontPart(span{free.from + m[1], free.to}, false)
	}
}

func (p *parser) numberField(sp span) {
	p.field("number", sp)
	p.numbers = append(p.numbers, sp)
}

// coverInquiry is the inquiry's number on the cover: (諮問第71号).
var coverInquiry = regexp.MustCompile(`\(?` + coverNumber + `(?:[、,・]` + coverNumber + `)*\)?`)

const coverNumber = `(?:(?:平成|令和)[\d元]{1,2}年\d{1,2}月\d{1,2}日(?:付け?)?)?(?:(?:(?:平成|令和)(?:\d+|元)|\d{4})年度?)?(?:\(\p{Han}{1,4}\))?諮問[情個公]?第` + manyNumbers

// coverCase is the case in brackets below a cover's title.
// disputed is a cover's line that names what is in dispute: 「…」の不開示決定に対する審査請求.
var disputed = regexp.MustCompile(`^「[^「」]+」の[^。「」]{2,60}(?:審査請求|異議申立て)(?:事件|の件|について)?$`)

// quotedTitle is the title of a report: 「…の見直しについて」.
var quotedTitle = regexp.MustCompile(`^「[^「」]{4,60}(?:について|のあり方|の在り方)」$`)

var coverCase = regexp.MustCompile(`^(\(|〔|【|\[)([^()〔〕]{4,80}(?:事案|事件|の件))[)〕】\]]$`)

// cover reads the council's name from the cover's title.
func (p *parser) cover(sp span) {
	if sp.empty() {
		return
	}
	if m := coverInquiry.FindStringIndex(p.s[sp.from:sp.to]); m != nil {
		at := span{sp.from + m[0], sp.from + m[1]}
		p.cover(span{sp.from, at.from})
		p.rec.Inquiries = append(p.rec.Inquiries, inquiries(p.s[at.from:at.to])...)
		p.notCites = append(p.notCites, at)
		p.field("inquiry", at)
		p.cover(span{at.to, sp.to})
		return
	}
	for _, l := range p.within(sp) {
		if p.title.empty() && disputed.MatchString(p.s[l.from:l.to]) {
			p.title = l.span
		}
		if p.title.empty() && quotedTitle.MatchString(p.s[l.from:l.to]) {
			p.title = l.span
		}
		if m := coverCase.FindStringSubmatchIndex(p.s[l.from:l.to]); m != nil && p.title.empty() { // (公文書不開示決定審査請求事案)
			p.title = span{l.from + m[4], l.from + m[5]}
		}
	}
	if p.rec.Council == "" {
		for _, l := range p.within(sp) {
			if m := councilWord.FindString(strings.TrimLeft(p.s[l.from:l.to], "()-")); m != "" {
				p.rec.Council = m
				break
			}
		}
	}
	p.field("title", sp)
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
