package reply

import (
	"regexp"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/record"
)

// headLabels are the labelled heads of national boards and of some cities:
// 諮問庁：…, 答申日：…（平成28年度（行情）答申第378号）, 事件名：….
var headLabels = []struct {
	name  string
	label *regexp.Regexp
}{
	{"addressee", regexp.MustCompile(`^(?:諮問庁|諮問実施機関|諮問機関|宛先):`)},
	{"inquiry", regexp.MustCompile(`^(?:諮問(?:年月)?日|諮問番号):`)},
	{"date", regexp.MustCompile(`^(?:答申(?:年月)?日):`)},
	{"number", regexp.MustCompile(`^(?:答申番号):`)},
	{"subject", regexp.MustCompile(`^(?:事件名|件名|案件名):`)},
}

// labelled reads the labelled lines of the head. A value goes on in the lines
// below up to the next label; only a subject does so for long.
func (p *parser) labelled(sp span) {
	ls := p.within(sp)
	for i := 0; i < len(ls); i++ {
		s := p.s[ls[i].from:ls[i].to]
		for _, row := range headLabels {
			m := row.label.FindString(s)
			if m == "" {
				continue
			}
			value := span{ls[i].from + len(m), ls[i].to}
			if row.name == "subject" || value.empty() {
				for i+1 < len(ls) && !labelHere(p.s[ls[i+1].from:ls[i+1].to]) && ls[i+1].n-ls[i].n == 1 {
					i++
					value.to = ls[i].to
				}
			}
			p.labelledField(row.name, span{value.from - len(m), value.from}, value)
			break
		}
	}
}

func labelHere(s string) bool {
	for _, row := range headLabels {
		if row.label.MatchString(s) {
			return true
		}
	}
	return false
}

func (p *parser) labelledField(name string, label, value span) {
	f := record.Field{Name: name, Line: p.lineAt(label.from)}
	f.Label, f.Text = p.take(label), p.take(value)
	p.fieldAt(label.from, f)
	s := p.s[value.from:value.to]
	switch name {
	case "addressee":
		p.rec.Addressee = append(p.rec.Addressee, s)
	case "inquiry":
		p.rec.Inquiries = append(p.rec.Inquiries, inquiries(s)...)
		if d, ok := jadate.First(s); ok && len(p.rec.Inquiries) == 0 {
			p.rec.Inquiries = append(p.rec.Inquiries, record.Inquiry{Date: d.ISO()})
		}
	case "date", "number":
		if m := letterDate.FindStringIndex(s); m != nil && name == "date" {
			p.dates = append(p.dates, span{value.from + m[0], value.from + m[1]})
		}
		if m := numberField.FindStringIndex(s); m != nil {
			p.numbers = append(p.numbers, span{value.from + m[0], value.from + m[1]})
		}
	case "subject":
		p.title = value
	}
}
