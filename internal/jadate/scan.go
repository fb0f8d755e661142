package jadate

// dateAt reads a date that begins at glyph i. ok is false where none does.
func dateAt(gs []glyph, i int, prev Date) (d Date, next int, ok bool) {
	if gs[i].r == '同' {
		return sameAs(gs, i, prev)
	}
	if e, j := eraAt(gs, i); e != nil {
		return eraDate(gs, j, e)
	}
	n, j, isNum := number(gs, i)
	if !isNum || j >= len(gs) {
		return d, i, false
	}
	digits := digit(gs[i].r)
	switch r := gs[j].r; {
	case r == '年':
		if n >= 1800 && n < 2200 {
			d.Year = n
			return rest(gs, afterYear(gs, j+1, &d), d)
		}
		// 30年3月29日 without an era: only whole, or 3年間 would be a date
		d.EraYear = n
		d, next, ok = rest(gs, j+1, d)
		return d, next, ok && n > 0 && n < 100 && d.Month > 0 && d.Day > 0
	case r == '月' && n >= 1 && (i == 0 || gs[i-1].r != '.' && gs[i-1].r != '-'):
		d.Month = n
		k := j + 1
		day, m, isDay := number(gs, k)
		if !isDay || m >= len(gs) {
			return d, i, false
		}
		switch gs[m].r {
		case '日':
			d.Day = day
		case '月': // 12月13月
			d.Day, d.Faults = day, Impossible
		default:
			return d, i, false
		}
		return d, m + 1, true
	case digits && n >= 1800 && n < 2200 && separator(r):
		d.Year = n
		return numeric(gs, j, d)
	}
	return d, i, false
}

// eraDate reads on after an era's name.
func eraDate(gs []glyph, i int, e *Era) (d Date, next int, ok bool) {
	d.Era = e.Name
	n, j, isNum := number(gs, i)
	if i < len(gs) && gs[i].r == '元' {
		n, j, isNum = 1, i+1, true
	}
	if !isNum || n == 0 || n > 99 || j >= len(gs) {
		return d, i, false
	}
	d.EraYear, d.Year = n, e.Year(n)
	if gs[j].r == '年' {
		return rest(gs, afterYear(gs, j+1, &d), d)
	}
	if separator(gs[j].r) {
		return numeric(gs, j, d)
	}
	return d, i, false
}

// afterYear passes the same year in the other calendar: 2018年（平成30年）.
func afterYear(gs []glyph, i int, d *Date) int {
	if i >= len(gs) || gs[i].r != '(' && gs[i].r != '[' {
		return i
	}
	j := i + 1
	e, k := eraAt(gs, j)
	n, m, isNum := number(gs, k)
	if k < len(gs) && gs[k].r == '元' {
		n, m, isNum = 1, k+1, true
	}
	if !isNum || m+1 >= len(gs) || gs[m].r != '年' || gs[m+1].r != ')' && gs[m+1].r != ']' {
		return i
	}
	switch {
	case e != nil && d.Era == "":
		d.Era, d.EraYear = e.Name, n
		if e.Year(n) != d.Year {
			d.Faults |= OutOfEra
		}
	case e == nil && n != d.Year:
		d.Faults |= OutOfEra
	}
	return m + 2
}

// rest reads month and day after a year, as far as they are there.
func rest(gs []glyph, i int, d Date) (Date, int, bool) {
	n, j, ok := number(gs, i)
	if !ok || j >= len(gs) {
		return d, i, true
	}
	switch gs[j].r {
	case '月':
		d.Month = n
	case '年': // 28年10年27日
		if day, k, isDay := number(gs, j+1); isDay && k < len(gs) && gs[k].r == '日' {
			d.Month, d.Day, d.Faults = n, day, Impossible
			return d, k + 1, true
		}
		return d, i, true
	default:
		return d, i, true
	}
	if d.Month == 0 {
		d.Faults |= Impossible
	}
	k := j + 1
	if k < len(gs) && gs[k].r == '日' && gs[k].gap { // the day was left out
		return d, k + 1, true
	}
	day, m, isDay := number(gs, k)
	if !isDay || m >= len(gs) {
		return d, k, true
	}
	switch gs[m].r {
	case '日':
		d.Day = day
		if day == 0 {
			d.Faults |= Impossible
		}
	case '月':
		d.Day, d.Faults = day, Impossible
	default:
		return d, k, true
	}
	return d, m + 1, true
}

func separator(r rune) bool {
	switch r {
	case '.', '/', '-', '・', '−', '‐':
		return true
	}
	return false
}

// numeric reads .3.29, /3/29 or -03-29, also mixed (H30.10/29).
func numeric(gs []glyph, i int, d Date) (Date, int, bool) {
	m, j, ok := number(gs, i+1)
	if !ok || !digit(gs[i+1].r) || m == 0 || m > 12 || j >= len(gs) || !separator(gs[j].r) {
		return d, i, false
	}
	day, k, ok := number(gs, j+1)
	if !ok || !digit(gs[j+1].r) || day == 0 || day > 31 {
		return d, i, false
	}
	d.Month, d.Day = m, day
	return d, k, true
}

// sameAs reads 同年12月3日, 同月20日 and 同日, which point at prev.
func sameAs(gs []glyph, i int, prev Date) (d Date, next int, ok bool) {
	if prev.Year == 0 || i+1 >= len(gs) {
		return d, i, false
	}
	d.Era, d.EraYear, d.Year = prev.Era, prev.EraYear, prev.Year
	switch gs[i+1].r {
	case '年':
		d, next, ok = rest(gs, i+2, d)
		return d, next, ok && d.Month > 0
	case '月':
		d.Month = prev.Month
		day, j, isDay := number(gs, i+2)
		if d.Month == 0 || !isDay || j >= len(gs) || gs[j].r != '日' {
			return d, i, false
		}
		d.Day = day
		return d, j + 1, true
	case '日':
		d.Month, d.Day = prev.Month, prev.Day
		return d, i + 2, d.Day > 0
	}
	return d, i, false
}

// readWeekday reads (木), (木曜日), 木曜日 after a whole date.
func (d *Date) readWeekday(gs []glyph, i int) int {
	if d.Day == 0 || i >= len(gs) {
		return i
	}
	j := i
	var closing rune
	switch gs[j].r {
	case '(':
		closing = ')'
	case '[':
		closing = ']'
	case '〔':
		closing = '〕'
	}
	if closing != 0 {
		j++
	}
	if j >= len(gs) {
		return i
	}
	day := ""
	for _, w := range weekdays {
		if is(gs, j, w) {
			day = w
		}
	}
	if day == "" {
		return i
	}
	j++
	named := oneOf(gs, j, "曜日", "曜")
	j += named
	if closing == 0 {
		if named == 0 {
			return i
		}
		d.Weekday = day
		return j
	}
	if j += oneOf(gs, j, "・祝日", "・祝", "、祝", "祝"); j >= len(gs) || gs[j].r != closing {
		return i
	}
	d.Weekday = day
	return j + 1
}
