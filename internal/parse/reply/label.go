package reply

import (
	"regexp"
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/record"
)

// headLabels are the labelled heads of national boards and of many cities:
// 諮問庁：…, 答申日：…（平成28年度（行情）答申第378号）, 事件名　…, or a label on a line
// of its own. A name of "" keeps the field without reading more from it.
var headLabels = []struct {
	name  string
	label *regexp.Regexp
}{
	{"addressee", regexp.MustCompile(`^(?:諮問庁|諮問実施機関|諮問機関|諮問をした実施機関|実施機関|審査庁|宛先|あて先|提出先)`)},
	{"inquiry", regexp.MustCompile(`^(?:諮問(?:年月)?日|諮問番号|諮問の?年月日|諮問$)`)},
	{"date", regexp.MustCompile(`^(?:答申(?:年月)?日|答申の?年月日|答申の日)`)},
	{"number", regexp.MustCompile(`^(?:答申番号)`)},
	{"subject", regexp.MustCompile(`^(?:事件名|事案名|件名|案件名|事案の件名|対象公文書|対象行政文書)`)},
	{"", regexp.MustCompile(`^(?:処分庁|審査請求人|異議申立人|同?代理人(?:弁護士)?|参加人|担当課|所管課|更新日|掲載日|公開日|ページ番号)`)},
}

// labelAt reads a label at the start of a line: which, and how long with its
// colon; a value stands behind a colon or blanks, or on the next line.
func (p *parser) labelAt(l line) (name string, size int, ok bool) {
	s := p.s[l.from:l.to]
	mark := len(headingMark.FindString(s))
	for _, row := range headLabels {
		n := len(row.label.FindString(s[mark:]))
		if n == 0 {
			continue
		}
		n += mark
		switch {
		case n == len(s), strings.HasPrefix(s[n:], ":"):
			return row.name, n + len(first(s[n:]+" ", 1))*min(1, len(s)-n), true
		case p.gap(l.from+n) && !p.spaced(span{l.from + n, l.to}):
			return row.name, n, true
		}
	}
	return "", 0, false
}

// spaced tells that every glyph of l stands apart, so that a blank says nothing.
func (p *parser) spaced(l span) bool {
	gaps, n := 0, 0
	for i := range p.s[l.from:l.to] {
		if n++; p.gap(l.from + i) {
			gaps++
		}
	}
	return n > 4 && gaps*2 > n
}

// farValue is how many lines below its label a value may stand, blank ones between.
const farValue = 3

// labelled reads the labelled lines of the head, where there are two at least. A
// value goes on in the lines below up to the next label; only a subject does so
// for long.
func (p *parser) labelled(sp span) bool {
	ls := p.within(sp)
	n := 0
	for _, l := range ls {
		if _, _, ok := p.labelAt(l); ok {
			n++
		}
	}
	if n < 2 {
		return false
	}
	for i := 0; i < len(ls); i++ {
		name, size, ok := p.labelAt(ls[i])
		if !ok {
			continue
		}
		label := span{ls[i].from, ls[i].from + size}
		value := span{label.to, ls[i].to}
		if name == "subject" || value.empty() {
			for i+1 < len(ls) && (p.below(ls[i], ls[i+1]) == 1 || value.empty() && p.below(ls[i], ls[i+1]) <= farValue) && (name == "subject" || value.empty()) {
				if _, _, next := p.labelAt(ls[i+1]); next || !value.empty() && bodyName.MatchString(p.s[ls[i+1].from:ls[i+1].to]) {
					break
				}
				i++
				value.to = ls[i].to
			}
		}
		p.labelledField(name, label, value)
	}
	return true
}

func (p *parser) labelledField(name string, label, value span) {
	f := record.Field{Name: name, Line: p.lineAt(label.from)}
	f.Label, f.Text = p.take(label), p.take(value)
	p.fieldAt(label.from, f)
	p.notCites = append(p.notCites, value)
	s := p.s[value.from:value.to]
	switch name {
	case "addressee":
		if s != "" && !p.ruling {
			p.rec.Addressee = append(p.rec.Addressee, s)
		}
	case "inquiry":
		if strings.Contains(p.s[label.from:label.to], "番号") && bareNumberOf.MatchString(s) { // 諮問番号　第188号
			s = inquiryWord + s
		}
		p.labelledInquiry(s)
	case "date", "number":
		if m := letterDate.FindStringIndex(s); m != nil && name == "date" {
			p.dates = append(p.dates, span{value.from + m[0], value.from + m[1]})
		}
		if m := numberField.FindStringIndex(s); m != nil {
			p.numbers = append(p.numbers, span{value.from + m[0], value.from + m[1]})
		} else if name == "number" && len(readNumbers(s)) > 0 { // 答申番号　第170号
			p.numbers = append(p.numbers, value)
		}
	case "subject":
		p.title = value
	}
}

// bareNumberOf is an inquiry's number behind the label that says so.
var bareNumberOf = regexp.MustCompile(`^第\d+号(?:$|[、,及~から])`)

// labelledInquiry reads 諮問日 and 諮問番号, which may be two fields of one inquiry.
func (p *parser) labelledInquiry(s string) {
	qs := inquiries(s)
	if d, ok := jadate.First(s); ok && len(qs) == 0 {
		qs = []record.Inquiry{{Date: d.ISO()}}
	}
	n := len(p.rec.Inquiries)
	if n == 1 && len(qs) == 1 {
		switch q := &p.rec.Inquiries[0]; {
		case q.Date == "" && qs[0].Number == "" && qs[0].Document == "":
			q.Date = qs[0].Date
			return
		case q.Number == "" && q.Document == "" && qs[0].Date == "":
			q.Number, q.Document = qs[0].Number, qs[0].Document
			return
		}
	}
	p.rec.Inquiries = append(p.rec.Inquiries, qs...)
}
