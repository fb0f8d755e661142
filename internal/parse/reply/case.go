package reply

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
)

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
	p.notCites = append(p.notCites, in)
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
