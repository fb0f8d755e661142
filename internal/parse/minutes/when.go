package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
)

// when reads the fields that tell when the meeting was held, then what the title
// and the last lines add.
func (p *parser) when() {
	r := p.rec
	for _, called := range []bool{false, true} { // the hour for which it was called counts where no other is told
		for _, f := range p.fields {
			if f.m.field == "date" && strings.HasPrefix(f.m.word, "招集") == called {
				p.date(f)
			}
		}
	}
	near := p.near()
	if r.Date == "" {
		for _, t := range p.titles {
			if d, ok := jadate.First(t.text); ok && d.Day > 0 {
				p.held(d, t.text[d.Start:d.End], t, near)
			}
		}
	}
	for _, f := range p.fields { // 審議内容(開会 午前9時30分)
		if f.m.field == "body" && r.Start == "" && hasHours(f.m.label) {
			r.Start = jadate.FindHours(f.m.label).From
		}
	}
}

// date reads one field.
func (p *parser) date(f headField) {
	r := p.rec
	text := ""
	for _, l := range f.lines {
		if d, ok := jadate.First(l.text); ok && r.Date == "" && (d.Day > 0 || d.Faults != 0) {
			p.held(d, l.text[d.Start:d.End], l, p.near())
		}
		text += " " + l.text
	}
	if convened(text) {
		p.where(text)
	}
	if strings.Contains(f.m.word, "場所") && r.Venue == "" { // 開催日及び場所
		p.venueIn(f)
	}
	label := f.m.word
	if f.m.word == "開会及び閉会に関する事項" || f.m.word == "開会・閉会" || f.m.word == "開会及び閉会" || f.m.word == "開閉会の日時" {
		label = ""
	}
	h := jadate.FindHours(label + " " + text)
	if h.Faults != 0 && (r.Start == "" || r.End == "") {
		if h.From == "" && h.To == "" || h.Faults&^jadate.OddHour != 0 || r.Start == "" {
			p.fault("P105", f.line.n, f.line.text)
		}
	}
	if r.Start == "" {
		r.Start = h.From
	}
	if r.End == "" {
		r.End = h.To
	}
}

// held takes d for the day of the meeting.
func (p *parser) held(d jadate.Date, at string, l line, near int) {
	if d.Year == 0 && near > 0 {
		d = d.In(near)
	}
	switch {
	case d.Faults&jadate.Impossible != 0:
		p.fault("P102", l.n, l.text, at)
	case d.Faults&jadate.WrongDay != 0:
		p.fault("P103", l.n, l.text, at, d.RealWeekday())
	case d.Faults&jadate.OutOfEra != 0:
		p.fault("P104", l.n, l.text, at)
	}
	if p.rec.Date == "" {
		p.rec.Date = d.ISO()
	}
}

// near is a year that the meeting lies near: of its title, or of its page.
func (p *parser) near() int {
	for _, t := range p.titles {
		if d, ok := jadate.First(t.text); ok && d.Year > 0 {
			return d.Year
		}
		if y, ok := jadate.FindFiscalYear(t.text); ok && y.Year > 0 {
			return y.Year
		}
	}
	if p.rec.Page != nil && len(p.rec.Page.Date) >= 4 {
		n, _ := jadate.Int(p.rec.Page.Date[:4])
		return n
	}
	return 0
}
