package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// readHead reads the fields of the head into the record.
func (p *parser) readHead() {
	r := p.rec
	for _, f := range r.Header {
		switch f.Name {
		case "date":
			p.when(f)
		case "venue":
			if r.Venue == "" {
				r.Venue = f.Text
			}
		case "observers":
			if r.Observers == "" {
				r.Observers = f.Text
			}
		case "handouts":
			for _, h := range strings.Split(f.Text, "\n") {
				if h != "" {
					r.Handouts = append(r.Handouts, h)
				}
			}
		case "attendees", "absentees", "staff", "officers":
			p.attend(f)
		}
	}
	p.title()
	if r.Date == "" {
		p.fault("P101", 0, "")
	}
}

func (p *parser) when(f record.Field) {
	r := p.rec
	if d, ok := jadate.First(f.Text); ok && r.Date == "" {
		at := f.Text[d.Start:d.End]
		switch {
		case d.Faults&jadate.Impossible != 0:
			p.fault("P102", f.Line, f.Text, at)
		case d.Faults&jadate.WrongDay != 0:
			p.fault("P103", f.Line, f.Text, at, d.RealWeekday())
		case d.Faults&jadate.OutOfEra != 0:
			p.fault("P104", f.Line, f.Text, at)
		}
		r.Date = d.ISO()
	}
	h := jadate.FindHours(f.Label + " " + f.Text)
	if h.Faults != 0 {
		p.fault("P105", f.Line, f.Text)
	}
	if r.Start == "" {
		r.Start = h.From
	}
	if r.End == "" {
		r.End = h.To
	}
}

// title takes the last of the title lines that names the round; the year of
// 29年度 is the one nearest to the day of the meeting.
func (p *parser) title() {
	r := p.rec
	best := ""
	for _, t := range p.titles {
		if best == "" || strings.Contains(t.text, "回") {
			best = t.text
		}
	}
	r.Title = best
	near := 0
	if len(r.Date) >= 4 {
		near, _ = jadate.Int(r.Date[:4])
	} else if r.Page != nil && len(r.Page.Date) >= 4 {
		near, _ = jadate.Int(r.Page.Date[:4])
	}
	held, _ := jadate.First(r.Date)
	left := best
	if y, ok := jadate.FindFiscalYear(best); ok {
		r.FiscalYear = y.Year
		if y.Year == 0 && near > 0 {
			r.FiscalYear = jadate.YearNear(y.Written, near)
		}
		left = best[:y.Start] + " " + best[y.End:]
		if fy := held.FiscalYear(); fy > 0 && r.FiscalYear > 0 && fy != r.FiscalYear {
			p.fault("P106", 0, best, r.FiscalYear, fy)
		}
	} else {
		r.FiscalYear = held.FiscalYear()
	}
	for _, unit := range []string{"回", "期"} {
		for i := strings.Index(left, "第"); i >= 0; {
			n, w := jadate.Leading(left[i+3:])
			end := i + 3 + w
			if w > 0 && strings.HasPrefix(left[end:], unit) {
				if unit == "回" {
					r.Ordinal = n
				} else {
					r.Term = n
				}
				left = left[:i] + " " + left[end+3:]
				break
			}
			j := strings.Index(left[i+3:], "第")
			if j < 0 {
				break
			}
			i += 3 + j
		}
	}
	for _, d := range jadate.Find(left) {
		left = strings.Replace(left, left[d.Start:d.End], " ", 1)
		break
	}
	for _, g := range genres {
		left = strings.ReplaceAll(left, g, " ")
	}
	longest := ""
	for _, w := range strings.FieldsFunc(left, func(c rune) bool { return textutil.IsBlank(c) || strings.ContainsRune("()（）【】[]「」", c) }) {
		w = strings.TrimSuffix(w, "の")
		if len(w) > len(longest) && strings.HasSuffix(w, "会") || longest == "" && len(w) > 6 {
			longest = w
		}
	}
	if !strings.HasSuffix(longest, "会") { // the body stands on a line of its own
		for _, t := range p.titles {
			if strings.HasSuffix(t.text, "会") && !strings.ContainsFunc(t.text, textutil.IsDigit) {
				longest = t.text
			}
		}
	}
	r.Council = longest
}
