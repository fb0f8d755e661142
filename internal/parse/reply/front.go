package reply

import (
	"regexp"
	"slices"
	"strings"
)

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
