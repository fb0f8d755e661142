package jadate

import "strings"

// Year is a 年度 as written.
type Year struct {
	Year       int // Gregorian year in which it began; 0 where no era is written
	Written    int // 29
	Start, End int // bytes in the text
}

// FindFiscalYear returns the first 年度 of s: 平成29年度, 令和元年度, 2018年度, 29年度.
func FindFiscalYear(s string) (Year, bool) {
	if !strings.Contains(s, "度") {
		return Year{}, false
	}
	gs := glyphs(s)
	for i := 0; i < len(gs); {
		e, j := eraAt(gs, i)
		n, k, ok := number(gs, j)
		if e != nil && j < len(gs) && gs[j].r == '元' {
			n, k, ok = 1, j+1, true
		}
		if ok && n > 0 && is(gs, k, "年度") {
			y := Year{Written: n, Start: gs[i].at, End: gs[k+1].end}
			switch {
			case e != nil && n < 100:
				y.Year = e.Year(n)
			case e == nil && n >= 1800 && n < 2200:
				y.Year = n
			case n >= 100:
				return Year{}, false
			}
			return y, true
		}
		if ok && k > i {
			i = k
		} else {
			i++
		}
	}
	return Year{}, false
}
