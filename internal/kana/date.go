package kana

import "fmt"

var eras = []struct {
	name   string
	letter rune
	zero   int64 // the Gregorian year before its first
	last   int64
}{
	{"令和", 'r', 2018, 60}, {"平成", 'h', 1988, 31}, {"昭和", 's', 1925, 64}, {"大正", 't', 1911, 15}, {"明治", 'm', 1867, 45},
}

// alt is another way to write the units [from,to).
type alt struct {
	term     string
	from, to int
}

// dateAt reads the date at unit i (rule 5): 平成30年3月29日, H30.3.29, 2018/3/29,
// 2018年度. It returns its alts: d2018, d2018-03, d2018-03-29, f2017, m03-29.
func (f *folder) dateAt(i int, into []alt) ([]alt, int) {
	if y, k, marked := f.eraYear(i); k > 0 {
		return f.afterYear(i, k, y, marked, into)
	}
	if f.out[i].cls != digit {
		if numeral(f.out[i].r) >= 0 && (i == 0 || numeral(f.out[i-1].r) < 0) {
			if k, y, _ := f.number(i); k-i == 4 && y >= 1800 && y < 2200 && f.starts(k, "年") {
				return f.afterYear(i, k, y, true, into)
			}
		}
		return f.monthDay(i, into)
	}
	k := f.runEnd(i)
	if k-i == 4 {
		_, y, _ := f.number(i)
		if y >= 1800 && y < 2200 && k < len(f.out) && has1("年/-.", f.out[k].r) {
			return f.afterYear(i, k, f.digits(i, k), false, into)
		}
	}
	return f.monthDay(i, into)
}

func (f *folder) digits(i, k int) (n int64) {
	for ; i < k && n < 1e12; i++ {
		n = n*10 + int64(f.out[i].r-'0')
	}
	return n
}

// eraYear reads 平成30, 平成元 or H30; k = 0 where there is none.
func (f *folder) eraYear(i int) (year int64, k int, named bool) {
	for _, e := range eras {
		k := 0
		if f.begins(i, e.name) {
			k = i + 2
		} else if f.shortEra(i, e.name) {
			k = i + 1
		} else if f.out[i].r == e.letter && f.runEnd(i) == i+1 && (i == 0 || f.out[i-1].cls != letter || f.out[i].gap != 0) {
			k = i + 1
			if k >= len(f.out) || f.out[k].gap&(gapSpace|gapLine|gapBlock) != 0 || f.out[k].r != '元' && (f.out[k].cls != digit || f.runEnd(k)-k > 2) {
				continue
			}
		}
		if k == 0 || k >= len(f.out) {
			continue
		}
		if f.out[k].r == '元' {
			return e.zero + 1, k + 1, true
		}
		end, n, _ := f.number(k)
		if end == k || n < 1 || n > e.last {
			continue
		}
		if k == i+1 && f.out[i].cls == letter && has1("tm", e.letter) && !f.asks && !(end < len(f.out) && has1("年.", f.out[end].r)) {
			continue
		}
		return e.zero + n, end, true
	}
	return 0, 0, false
}

// shortEra reports an era by its first character before digits: 平30.3.29, 令5年.
func (f *folder) shortEra(i int, name string) bool {
	short := []rune(name)[0]
	if f.out[i].r != short || i > 0 && f.out[i-1].cls == kanji && f.out[i].gap == 0 {
		return false
	}
	k := i + 1
	if k >= len(f.out) || f.out[k].cls != digit || f.out[k].gap != 0 || f.runEnd(k)-k > 2 {
		return false
	}
	e := f.runEnd(k)
	return e < len(f.out) && (has1("年./-", f.out[e].r) || f.out[e].cls == digit && f.out[e].gap == gapPunct) ||
		e == len(f.out) && has1("令平昭", short)
}

func (f *folder) afterYear(i, k int, y int64, named bool, into []alt) ([]alt, int) {
	d := fmt.Sprintf("d%d", y)
	if f.starts(k, "年度") {
		return append(into, alt{d, i, k + 1}, alt{fmt.Sprintf("f%d", y), i, k + 2}), k + 2
	}
	sep, end := "", k
	if f.starts(k, "年") {
		end = k + 1
	} else if k < len(f.out) && has1("/-.", f.out[k].r) {
		sep = string(f.out[k].r)
	} else if k < len(f.out) && f.out[k].cls == digit && f.out[k].gap == gapPunct {
		sep = "・"
	}
	if end > k || named {
		into = append(into, alt{d, i, end})
	}
	m, mk := f.small2(end, sep, "月", 12)
	if mk == 0 {
		return into, end
	}
	if end == k && !named {
		into = append(into, alt{d, i, k})
	}
	into = append(into, alt{fmt.Sprintf("%s-%02d", d, m), i, mk})
	day, dk := f.small2(mk, sep, "日", 31)
	if dk == 0 {
		return into, mk
	}
	return append(into, alt{fmt.Sprintf("%s-%02d-%02d", d, m, day), i, dk}, alt{fmt.Sprintf("m%02d-%02d", m, day), f.monthStart(end, sep), dk}), dk
}

func (f *folder) monthStart(k int, sep string) int {
	if sep == "・" {
		return k
	}
	return k + len(sep)
}

// small2 reads a month or day at k: after sep, or before its 月 or 日.
func (f *folder) small2(k int, sep, unit string, most int64) (int64, int) {
	if sep != "" {
		switch {
		case sep == "・" && k < len(f.out) && f.out[k].gap == gapPunct:
		case !f.starts(k, sep):
			return 0, 0
		default:
			k++
		}
		if k >= len(f.out) || f.out[k].cls != digit || f.runEnd(k)-k > 2 {
			return 0, 0
		}
	}
	if k >= len(f.out) || f.out[k].gap&gapBlock != 0 {
		return 0, 0
	}
	end, n, _ := f.number(k)
	if end == k || n < 1 || n > most {
		return 0, 0
	}
	if sep != "" {
		return n, end
	}
	if !f.starts(end, unit) {
		return 0, 0
	}
	return n, end + 1
}

// monthDay reads 3月29日 or 3/29 alone.
func (f *folder) monthDay(i int, into []alt) ([]alt, int) {
	if f.out[i].cls != digit && numeral(f.out[i].r) < 0 {
		return into, i
	}
	for _, sep := range []string{"", "/"} {
		k, m := i, int64(0)
		if sep == "" {
			m, k = f.small2(i, "", "月", 12)
		} else if f.out[i].cls == digit && f.runEnd(i)-i <= 2 {
			k = f.runEnd(i)
			m = f.digits(i, k)
		}
		if k == i || m < 1 || m > 12 {
			continue
		}
		if d, e := f.small2(k, sep, "日", 31); e > 0 {
			return append(into, alt{fmt.Sprintf("m%02d-%02d", m, d), i, e}), i
		}
	}
	return into, i
}
