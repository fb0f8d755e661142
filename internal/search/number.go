package search

import (
	"fmt"
	"strconv"
	"strings"
)

// Number is the number of a reply: 222, or 29-1 and 令2-6 where each year counts
// anew.
type Number struct {
	Era     string // r, h, s …; "" where none is written
	Year, N int    // Year 0: none
}

// String is the number as Range has it; ParseNumber reads it again.
func (n Number) String() string {
	if n.Year == 0 {
		return strconv.Itoa(n.N)
	}
	return fmt.Sprintf("%s%d-%d", n.Era, n.Year, n.N)
}

// ParseNumber reads a number as records and readers write it: 222, 第222号,
// 諮問第64号, 29-1, 令2-6, 平成29年度第1号. Of more than two numbers the first and
// the last count.
func ParseNumber(s string) (Number, bool) {
	var n Number
	var found []int
	sc := scan{rs: []rune(plain(s))}
	for !sc.done() {
		if len(found) == 0 {
			for _, e := range eras {
				for _, name := range e.names {
					if t := (scan{sc.rs, sc.i}); t.take(name) {
						if _, ok := t.number(); !ok && t.take("元") || ok {
							n.Era = e.names[len(e.names)-1]
							sc.take(name)
						}
					}
				}
			}
		}
		if v, ok := sc.number(); ok {
			found = append(found, v)
		} else if len(found) == 0 && sc.take("元") {
			found = append(found, 1)
		} else {
			sc.i++
		}
	}
	switch {
	case len(found) == 0 || len(found) == 1 && n.Era != "":
		return Number{}, false
	case len(found) == 1:
		n.N = found[0]
	default:
		n.Year, n.N = found[0], found[len(found)-1]
	}
	return n, true
}

// compare orders numbers of one series; ok is false for those of two.
func (n Number) compare(m Number) (c int, ok bool) {
	if (n.Year == 0) != (m.Year == 0) {
		return 0, false
	}
	a, b := n.Year, m.Year
	if n.Era != "" && m.Era != "" && n.Era != m.Era {
		a, b = n.gregorian(), m.gregorian()
	}
	if a != b {
		return a - b, true
	}
	return n.N - m.N, true
}

func (n Number) gregorian() int {
	for _, e := range eras {
		if e.names[len(e.names)-1] == n.Era {
			return e.first + n.Year - 1
		}
	}
	return n.Year
}

// within reports whether n lies in r.
func (n Number) within(r Range) bool {
	for i, end := range []string{r.From, r.To} {
		if end == "" {
			continue
		}
		m, _ := ParseNumber(end)
		c, ok := n.compare(m)
		if !ok || i == 0 && c < 0 || i == 1 && c > 0 {
			return false
		}
	}
	return true
}

// numbers reads the value of 番号. Two numbers of three digits and more with a
// dash between them are a range: a year's number is shorter.
func numbers(value string) ([]Range, []string) {
	v := plain(value)
	from, to, isRange := split(v)
	if a, b, ok := strings.Cut(v, "-"); ok && !isRange && len(a) > 2 && allDigits([]rune(a+b)) && len(b) >= len(a) {
		from, to, isRange = a, b, true
	}
	var r Range
	var ends []Number
	for i, s := range []string{from, to} {
		if s == "" {
			continue
		}
		n, ok := ParseNumber(s)
		if !ok {
			return nil, []string{"unread-number"}
		}
		// 平成29年度第1号~第5号
		if i == 1 && n.Year == 0 && len(ends) > 0 {
			n.Era, n.Year = ends[0].Era, ends[0].Year
		}
		ends = append(ends, n)
		if i == 0 {
			r.From = n.String()
		} else {
			r.To = n.String()
		}
	}
	if len(ends) == 0 {
		return nil, []string{"unread-number"}
	}
	if !isRange {
		r.To = r.From
	}
	if len(ends) == 2 {
		c, ok := ends[0].compare(ends[1])
		if !ok {
			return nil, []string{"unread-number"}
		}
		if c > 0 {
			return []Range{{r.To, r.From}}, []string{"range-reversed"}
		}
	}
	return []Range{r}, nil
}
