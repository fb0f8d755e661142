package minutes

import (
	"strings"
)

// readHead reads the fields of the head into the record.
func (p *parser) readHead() {
	r := p.rec
	p.names, p.categories = p.spoken(), map[string]bool{}
	p.legend = legendIn(p.lines)
	p.when()
	for _, f := range p.fields {
		text := joined(f.lines)
		switch f.m.field {
		case "venue":
			if r.Venue == "" {
				r.Venue = text
			}
		case "observers":
			if r.Observers == "" {
				r.Observers = text
			}
			if r.Observers == "" {
				r.Observers = strings.Trim(f.m.note, "()（）")
			}
		case "handouts":
			r.Handouts = append(r.Handouts, listed(f.lines)...)
		case "attendees", "absentees", "staff", "officers":
			p.attend(f)
		}
	}
	r.Attendees = oncePerson(r.Attendees)
	p.title()
	if r.Date == "" {
		p.noDate()
	}
	p.voices.seen = map[string]voice{}
}

// noDate says that there is no day: where a field for it stands, that its words
// are damaged.
func (p *parser) noDate() {
	for _, d := range p.rec.Diagnostics {
		if d.Code == "P102" { // no such day: said already
			return
		}
	}
	for _, f := range p.fields {
		if f.m.field != "date" || len(f.lines) == 0 || strings.Contains(f.m.word, "時間") || strings.Contains(f.m.word, "時刻") {
			continue
		}
		for _, l := range f.lines {
			if strings.Contains(l.text, "年") || strings.Contains(l.text, "月") || strings.Contains(l.text, "日") {
				p.fault("P107", l.n, l.text)
				return
			}
		}
	}
	p.fault("P101", 0, "")
}
