package reply

import (
	"regexp"
	"slices"
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
)

// follows ends the sentence of a letter that does not say 答申します.
var follows = regexp.MustCompile(`のとおり(?:です|である|とします|であります)。?|のとおり(?:(?:判断|決定|結論|思料)(?:する|します|した|いたしました)|意見を述べ(?:る|ます))。|次のように(?:判断|答申|決定)(?:する|します)。`)

// inquiryAndCase reads the sentence that names the inquiry, and what follows it.
func (p *parser) inquiryAndCase(sp span) {
	s := p.s[sp.from:sp.to]
	m := answers.FindStringIndex(s)
	if m == nil {
		m = follows.FindStringIndex(s)
	}
	if m == nil {
		p.caseTitle(sp)
		return
	}
	in := span{sp.from, sp.from + m[1]}
	p.field("inquiry", in)
	p.notCites = append(p.notCites, in)
	p.rec.Inquiries = append(p.rec.Inquiries, inquiries(p.s[in.from:in.to])...)
	p.caseTitle(span{in.to, sp.to})
	if p.title.empty() {
		if i := strings.Index(p.s[in.from:in.to], "についての諮問"); i >= 0 {
			p.title = span{in.from, in.from + i + len("についての諮問")}
		} else if m := slices.DeleteFunc(quotedCase.FindStringSubmatchIndex(p.s[in.from:in.to]), func(at int) bool { return at < 0 }); m != nil && (p.subject.empty() || formalSubject.MatchString(p.s[p.subject.from:p.subject.to])) {
			p.title = span{in.from + m[2], in.from + m[3]}
		} else if m := namedCase.FindStringSubmatchIndex(p.s[in.from:in.to]); m != nil && p.subject.empty() {
			p.title = span{in.from + m[2], in.from + m[3]}
		}
	}
}

// namedCase is the case that the sentence of a letter without a subject names.
var namedCase = regexp.MustCompile(`諮問の?(?:あ(?:った|りました)|され(?:た|ました))([^。、「」]{6,80}?(?:審査請求|異議申立て|事件))(?:について|に関し)`)

// The sentence quotes the case where the subject names only the provision.
var (
	quotedCase = regexp.MustCompile(`諮問の?(?:あ(?:った|りました)|され(?:た|ました))「([^「」]{6,}(?:「[^「」]*」[^「」]*)*)」(?:について|の件)|` +
		`諮問の?(?:あ(?:った|りました)|され(?:た|ました))(「[^「」]{2,}」[^。、「」]{2,60}?(?:審査請求|異議申立て))について`)
	formalSubject = regexp.MustCompile(`(?:基づく|よる)(?:諮問|意見)`)
)

// formal are lines of the head that say nothing of the case.
var formal = regexp.MustCompile(`^(?:記|\(?別[紙添]\)?|答申書?|《裁決書(?:\(抄\))?》)+$`)

// givenOn is a line that tells the day of the reply.
var givenOn = regexp.MustCompile(`^(?:` + letterDate.String() + `)(?:付け?)?答申$`)

// bodyName is the line of a cover that only names who replies.
var bodyName = regexp.MustCompile(`^[\p{Han}\p{Hiragana}\p{Katakana}ー・]{2,30}(?:審査会|審議会|協議会|懇話会|委員会議)$`)

// caseTitle takes what is left of the head, the inquired case, as its subject;
// number and inquiry may stand among it where the reply has no letter.
func (p *parser) caseTitle(sp span) {
	for _, free := range p.left(sp) {
		var run span
		flush := func() {
			if run.empty() {
				return
			}
			p.field("subject", run)
			if p.title.empty() && !(p.ruling && strings.Contains(p.s[run.from:run.to], "。")) {
				p.title = p.caseOf(run)
			}
			run = span{}
		}
		for _, l := range p.within(free) {
			s := p.s[l.from:l.to]
			if name, size, ok := p.labelAt(l); ok && name == "subject" && size < len(s) {
				flush()
				p.labelledField(name, span{l.from, l.from + size}, span{l.from + size, l.to})
				continue
			}
			switch n := numberField.FindString(s); {
			case formal.MatchString(s):
				flush()
				p.discard(l.span, record.WhyBoilerplate)
			case n != "" && len(p.numbers) == 0 && formal.MatchString(strings.TrimSuffix(s, n)):
				flush()
				p.numberField(l.span)
			case coverInquiry.FindString(s) == s:
				flush()
				p.cover(l.span)
			case p.rec.Council == "" && bodyName.MatchString(s):
				flush()
				p.rec.Council = s
				p.field("sender", l.span)
			case givenOn.MatchString(s), ruledOn.MatchString(s): // 令和6年6月28日答申
				flush()
				p.front(l.span)
			default:
				if m := inquiryNumber.FindString(s); m != "" && len(m) < len(s) && p.gap(l.from+len(m)) { // 諮問第341号　「…」の…
					flush()
					p.cover(span{l.from, l.from + len(m)})
					l.from += len(m)
				}
				if run.empty() {
					run.from = l.from
				}
				run.to = l.to
			}
		}
		flush()
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
