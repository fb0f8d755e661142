package search

import (
	"fmt"
	"strconv"
)

// era is a 元号 with its first and last Gregorian year.
type era struct {
	names       []string // the full one first
	first, last int
}

var eras = []era{
	{[]string{"令和", "㋿", "令", "r"}, 2019, 9999},
	{[]string{"平成", "㍻", "平", "h"}, 1989, 2019},
	{[]string{"昭和", "㍼", "昭", "s"}, 1926, 1989},
	{[]string{"大正", "㍽", "大", "t"}, 1912, 1926},
	{[]string{"明治", "㍾", "明", "m"}, 1868, 1912},
}

// point is a date as far as it is given: 平成29年, 2018年3月, 30日. A part not
// given is 0.
type point struct {
	era              int // in eras; gregorian; none where the year has none
	year, month, day int // year as written
	fiscal           bool
}

const (
	none      = -1
	gregorian = -2
)

// readPoint reads all of s, which is plain. What only the second end of a
// range may leave out is taken from base: 平成29年4月~30年3月, 4月1日~30日.
func readPoint(s string, base *point) (point, bool) {
	p := point{era: none}
	sc := scan{rs: []rune(s)}
	sc.take("西暦")
	for i, e := range eras {
		for _, n := range e.names {
			at := sc.i
			if p.era == none && sc.take(n) {
				if _, ok := (&scan{sc.rs, sc.i}).number(); ok || (&scan{sc.rs, sc.i}).take("元") {
					p.era = i
				} else {
					sc.i = at
				}
			}
		}
	}
	if n := len(sc.rs); p.era == none && (n == 6 || n == 8) && allDigits(sc.rs) {
		v := scan{rs: sc.rs}
		n, _ := v.number()
		if len(sc.rs) == 6 {
			n *= 100
		}
		return point{era: gregorian, year: n / 10000, month: n / 100 % 100, day: n % 100}, n/100%100 > 0
	}
	parts := []*int{&p.year, &p.month, &p.day}
	at := 0
	for k := 0; !sc.done(); k++ {
		n, ok := sc.number()
		if !ok && k == 0 && sc.take("元") {
			n, ok = 1, true
		}
		if !ok {
			return p, false
		}
		switch {
		case sc.take("年度"):
			p.fiscal = true
			ok = k == 0 && sc.done()
		case sc.take("年"):
			ok = k == 0
		case sc.take("月"):
			ok = at <= 1
			at = 1
		case sc.take("日"):
			ok = at == 2 || k == 0
			at = 2
		case sc.take("/"), sc.take("."), sc.take("-"):
			ok = at < 2 && !sc.done()
		default:
			ok = sc.done() && at <= 2
		}
		if !ok || n == 0 {
			return p, false
		}
		*parts[at] = n
		at++
	}
	switch {
	case p.year == 0 && (base == nil || p.month == 0 && p.day == 0):
		return p, false
	case p.year == 0:
		p.era, p.year = base.era, base.year
		if p.month == 0 {
			p.month = base.month
		}
	case p.era == none && p.year >= 1000:
		p.era = gregorian
	case p.era == none && base != nil:
		p.era = base.era
	}
	if p.era == gregorian {
		return p, p.year >= 1000 && p.year < 10000
	}
	return p, p.year < 100
}

func allDigits(rs []rune) bool {
	for _, r := range rs {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}

// in is the Gregorian year of p where a year without an era is one of eras[e].
func (p point) in(e int) int {
	if p.era == gregorian {
		return p.year
	}
	if p.era >= 0 {
		e = p.era
	}
	return eras[e].first + p.year - 1
}

// first and last are the days of p at which it begins and ends.
func (p point) first(e int) string {
	switch y := p.in(e); {
	case p.fiscal:
		return day(y, 4, 1)
	default:
		return day(y, max(p.month, 1), max(p.day, 1))
	}
}

func (p point) last(e int) string {
	y := p.in(e)
	switch {
	case p.fiscal:
		return day(y+1, 3, 31)
	case p.month == 0:
		return day(y, 12, 31)
	case p.day == 0:
		return day(y, p.month, daysIn(y, p.month))
	}
	return day(y, p.month, p.day)
}

func day(y, m, d int) string { return fmt.Sprintf("%04d-%02d-%02d", y, m, d) }

func daysIn(y, m int) int {
	switch {
	case m == 2 && (y%4 == 0 && y%100 != 0 || y%400 == 0):
		return 29
	case m == 2:
		return 28
	case m == 4 || m == 6 || m == 9 || m == 11:
		return 30
	}
	return 31
}

// days reads the value of 期間. A year without its era is one of every era that
// had it.
func days(value string) ([]Range, []string) {
	return readRange(value, func(p point) point { return p })
}

// years reads the value of 年度: a bare year is a 年度, a day the one it lies in.
func years(value string) ([]Range, []string) {
	v := plain(value)
	if len(v) == 9 && v[4] == '-' && allDigits([]rune(v[:4]+v[5:])) {
		value = v[:4] + ".." + v[5:]
	}
	rs, codes := readRange(value, func(p point) point {
		p.fiscal = p.fiscal || p.month == 0
		return p
	})
	for i := range rs {
		rs[i] = Range{fiscalYear(rs[i].From), fiscalYear(rs[i].To)}
	}
	return rs, codes
}

func fiscalYear(day string) string {
	if day == "" {
		return ""
	}
	y, _ := strconv.Atoi(day[:4])
	if day[5:7] < "04" {
		y--
	}
	return fmt.Sprintf("%04d", y)
}

func readRange(value string, mend func(point) point) (rs []Range, codes []string) {
	from, to, isRange := split(plain(value))
	var a, b *point
	if from != "" {
		p, ok := readPoint(from, nil)
		if !ok {
			return nil, []string{"unread-date"}
		}
		a = &p
	}
	if to != "" {
		p, ok := readPoint(to, a)
		if !ok {
			return nil, []string{"unread-date"}
		}
		b = &p
	}
	if !isRange {
		b = a
	}
	if a == nil && b == nil {
		return nil, []string{"unread-date"}
	}
	ambiguous, reversed := false, false
	for e := range eras {
		skip := false
		for _, p := range []*point{a, b} {
			if p != nil && p.era == none {
				ambiguous = true
				skip = skip || p.in(e) > eras[e].last
			} else if e > 0 && !((a != nil && a.era == none) || (b != nil && b.era == none)) {
				skip = true
			}
		}
		if skip {
			continue
		}
		var r Range
		x, y := a, b
		if x != nil && y != nil && mend(*x).first(e) > mend(*y).last(e) {
			if ambiguous {
				continue
			}
			x, y, reversed = y, x, true
		}
		for _, p := range []*point{x, y} {
			if p != nil && p.month > 0 && (p.month > 12 || p.day > daysIn(p.in(e), p.month)) {
				if p.month > 12 {
					return nil, []string{"unread-date"}
				}
				p.day = 0
				codes = append(codes, "no-such-day")
			}
		}
		if x != nil {
			r.From = mend(*x).first(e)
		}
		if y != nil {
			r.To = mend(*y).last(e)
		}
		rs = append(rs, r)
	}
	if rs == nil {
		return nil, []string{"unread-date"}
	}
	if reversed {
		codes = append(codes, "range-reversed")
	}
	if len(rs) > 1 {
		codes = append(codes, "era-missing")
	}
	return rs, codes
}
