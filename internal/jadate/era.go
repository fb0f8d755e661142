package jadate

import (
	"fmt"
	"strconv"
)

// Era is a 元号: its first Gregorian year is year 1 (元年).
type Era struct {
	Name   string // 平成
	Letter string // h: what stands for it in IDs
	First  int    // 1989
	Begin  string // ISO, its first day
	End    string // ISO, its last day; "" for the present one
	short  []string
}

// Eras since the Gregorian calendar came into use (1873), newest first. Days:
// the edicts' dates (大正元年7月30日, 昭和元年12月25日) and the laws of 1989 and 2019.
var eras = []Era{
	{"令和", "r", 2019, "2019-05-01", "", []string{"㋿", "令", "R", "r"}},
	{"平成", "h", 1989, "1989-01-08", "2019-04-30", []string{"㍻", "平", "H", "h"}},
	{"昭和", "s", 1926, "1926-12-25", "1989-01-07", []string{"㍼", "昭", "S", "s"}},
	{"大正", "t", 1912, "1912-07-30", "1926-12-24", []string{"㍽", "大", "T", "t"}},
	{"明治", "m", 1868, "1868-10-23", "1912-07-29", []string{"㍾", "明", "M", "m"}},
}

// EraOf returns the era in which the ISO day falls.
func EraOf(day string) (Era, bool) {
	for _, e := range eras {
		if day >= e.Begin && (e.End == "" || day <= e.End) {
			return e, true
		}
	}
	return Era{}, false
}

// EraOfFiscalYear is the era by whose name the 年度 that began in April of year
// goes: 平成31年度 is 2019 because the name changed in May, but it is written
// 令和元年度 as often; the IDs take the era of its last day.
func EraOfFiscalYear(year int) (Era, bool) { return EraOf(fmt.Sprintf("%04d-03-31", year+1)) }

// Year returns the Gregorian year of the era's year n.
func (e Era) Year(n int) int { return e.First + n - 1 }

// Number returns the era's year for the Gregorian year.
func (e Era) Number(year int) int { return year - e.First + 1 }

// Written is a Gregorian year as people write it in the era: 平成30, 令和元.
func (e Era) Written(year int) string {
	if n := e.Number(year); n != 1 {
		return e.Name + strconv.Itoa(n)
	}
	return e.Name + "元"
}

// YearNear completes a year written without its era (29年度) so that it comes
// nearest to the Gregorian year near: 29 near 2018 is 2017.
func YearNear(n, near int) int {
	best := 0
	for _, e := range eras {
		if y := e.Year(n); best == 0 || abs(y-near) < abs(best-near) {
			best = y
		}
	}
	return best
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// eraAt reads an era's name, or its short form before a digit, at i.
func eraAt(gs []glyph, i int) (e *Era, next int) {
	for k := range eras {
		if is(gs, i, eras[k].Name) {
			return &eras[k], i + 2
		}
	}
	for k := range eras {
		if n := oneOf(gs, i, eras[k].short...); n > 0 && i+n < len(gs) && (digit(gs[i+n].r) || gs[i+n].r == '元') {
			return &eras[k], i + n
		}
	}
	return nil, i
}

// YearOf returns the Gregorian year of the n-th year of the era that goes by
// letter in IDs (h29 is 2017), 0 where there is no such era.
func YearOf(letter string, n int) int {
	for _, e := range eras {
		if e.Letter == letter {
			return e.Year(n)
		}
	}
	return 0
}
