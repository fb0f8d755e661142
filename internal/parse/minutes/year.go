package minutes

import (
	"github.com/toshin-archive/toshin/internal/jadate"
)

// year reads the fiscal year: of 29年度 it is the one nearest to the day of the
// meeting; of a round without a 年度 it is that day's.
func (p *parser) year() {
	r := p.rec
	held, _ := jadate.First(r.Date)
	y, ok := jadate.FindFiscalYear(r.Title)
	for i := len(p.titles) - 1; i >= 0 && !ok && r.Date == ""; i-- {
		y, ok = jadate.FindFiscalYear(p.titles[i].text)
	}
	if !ok {
		r.FiscalYear = held.FiscalYear()
		if d, is := jadate.First(r.Title); r.FiscalYear == 0 && is && d.Year > 0 {
			r.FiscalYear = d.Year
			if d.FiscalYear() > 0 {
				r.FiscalYear = d.FiscalYear()
			}
		}
		return
	}
	near := p.near()
	if len(r.Date) >= 4 {
		near, _ = jadate.Int(r.Date[:4])
	}
	r.FiscalYear = y.Year
	if y.Year == 0 && near > 0 {
		r.FiscalYear = jadate.YearNear(y.Written, near)
	}
	if fy := held.FiscalYear(); fy > 0 && r.FiscalYear > 0 && fy != r.FiscalYear {
		p.fault("P106", 0, r.Title, r.FiscalYear, fy)
	}
}
