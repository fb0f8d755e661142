// Package jadate finds and reads the dates, hours and numbers of Japanese
// public records: 平成30年3月29日(木曜日), 令和元年, H30.3.29, 二月十七日, 2018年7月19日,
// 午後1時30分から3時まで; in either width, with or without blanks between glyphs.
//
// Nothing is corrected: a date that cannot be (平成28年10年27日) has no ISO form
// and says so in its Faults.
package jadate

import (
	"fmt"
	"strings"
	"time"
)

// Date is a date as a text has it. Year, Month and Day are 0 where the text
// does not give them.
type Date struct {
	Era     string // 平成; "" for the Gregorian calendar, or where none is written
	EraYear int    // the year as written: 30; also for 30年3月29日, which names no era
	Year    int    // Gregorian; 0 where no era is written
	Month   int
	Day     int
	Weekday string // 木; "" where none is written
	Faults  Fault

	Start, End int // bytes in the text, weekday included
}

// Fault says what is wrong with a date as written.
type Fault uint8

const (
	Impossible Fault = 1 << iota // no such day: 2月30日, 10年27日, 12月13月
	OutOfEra                     // the era had ended, or not begun: 平成31年5月2日
	WrongDay                     // the weekday is another one
)

// ISO is the day as YYYY-MM-DD; "" where a part is missing or impossible.
func (d Date) ISO() string {
	if d.Year == 0 || d.Month == 0 || d.Day == 0 || d.Faults&Impossible != 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// FiscalYear is the 年度 (April to March) in which the date falls, 0 where its
// year or month is unknown.
func (d Date) FiscalYear() int {
	if d.Year == 0 || d.Month == 0 {
		return 0
	}
	if d.Month < 4 {
		return d.Year - 1
	}
	return d.Year
}

// In completes a date written without an era (30年3月29日) or without a year by
// the given Gregorian year it must lie near.
func (d Date) In(near int) Date {
	if d.Year == 0 && d.Faults&Impossible == 0 {
		if d.EraYear > 0 {
			d.Year = YearNear(d.EraYear, near)
		} else {
			d.Year = near
		}
		d.check()
	}
	return d
}

// RealWeekday is the weekday by the calendar: 木; "" where there is no day.
func (d Date) RealWeekday() string {
	t, err := time.Parse("2006-01-02", d.ISO())
	if err != nil {
		return ""
	}
	return weekdays[t.Weekday()]
}

var weekdays = [...]string{"日", "月", "火", "水", "木", "金", "土"}

// check sets the faults that the numbers themselves show.
func (d *Date) check() {
	if d.Month > 12 || d.Day > 31 {
		d.Faults |= Impossible
	}
	iso := d.ISO()
	if iso == "" {
		return
	}
	if _, err := time.Parse("2006-01-02", iso); err != nil {
		d.Faults |= Impossible
		return
	}
	if d.Era != "" {
		if e, ok := EraOf(iso); !ok || e.Name != d.Era {
			d.Faults |= OutOfEra
		}
	}
	if d.Weekday != "" && d.RealWeekday() != d.Weekday {
		d.Faults |= WrongDay
	}
}

// First returns the first date of s.
func First(s string) (Date, bool) {
	ds := find(s, Date{}, 1)
	if len(ds) == 0 {
		return Date{}, false
	}
	return ds[0], true
}

// Find returns every date of s, also those of which only the year (平成12年) or
// only month and day are given. 同年, 同月 and 同日 refer to the date before them in
// s; a 年度 is no date.
func Find(s string) []Date { return find(s, Date{}, 0) }

// FindAfter is Find where the text goes on after prev, to which a first 同年, 同月
// or 同日 refers.
func FindAfter(s string, prev Date) []Date { return find(s, prev, 0) }

func find(s string, prev Date, max int) []Date {
	if !promising(s) {
		return nil
	}
	gs := glyphs(s)
	var ds []Date
	for i := 0; i < len(gs); {
		d, next, ok := dateAt(gs, i, prev)
		if !ok {
			if digit(gs[i].r) { // never begin inside a number
				for i++; i < len(gs) && digit(gs[i].r) && !gs[i].gap; i++ {
				}
			} else {
				i++
			}
			continue
		}
		if next < len(gs) && gs[next].r == '度' && d.Month == 0 {
			i = next
			continue
		}
		next = d.readWeekday(gs, next)
		d.Start, d.End = gs[i].at, gs[next-1].end
		d.check()
		ds = append(ds, d)
		if max > 0 && len(ds) == max {
			return ds
		}
		prev, i = d, next
	}
	return ds
}

// promising is the cheap look that spares most lines the fold.
func promising(s string) bool {
	if strings.Contains(s, "年") || strings.Contains(s, "月") || strings.Contains(s, "同日") {
		return true
	}
	return strings.ContainsAny(s, "./-．／－") && strings.ContainsAny(s, "0123456789０１２３４５６７８９")
}
