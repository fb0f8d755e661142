package kana

const tight = gapSpace | gapLine | gapBlock | gapPunct // what parts neighbours

// bend applies the rules that look at neighbours: 3, 6, 7, 8, 10 and 11.
func (f *folder) bend() {
	f.out, f.comma = f.out[:0], -9
	f.spread()
	hasLong := false
	for i := 0; i < len(f.raw); i++ {
		u := f.raw[i]
		switch u.cls {
		case hiragana, katakana:
			f.kana(u)
		case long, dash:
			hasLong = f.dash(i) || hasLong
		case vu:
			i += f.vu(i)
		case small:
			f.small(i)
		case iterate:
			i += f.iterate(i)
		case period:
			f.period(i)
		case comma:
			f.commaAt(i)
		case voice:
			u.cls = symbol
			f.out = append(f.out, u)
		default:
			f.out = append(f.out, f.zero(u))
		}
	}
	if hasLong {
		f.dropLong()
	}
}

// zero is 〇 for a circle that stands for it in old files: 二○一七年.
func (f *folder) zero(u unit) unit {
	if (u.r == '○' || u.r == '◯') && u.gap == 0 {
		if _, r, has := f.prev(); has && numeral(r) >= 0 && numeral(r) < 10 {
			u.r, u.cls = '〇', kanji
			u.fl |= isChanged
		}
	}
	return u
}

// spread joins digits that are set apart as the characters around them are:
// 平 成 3 0 年. Elsewhere a space parts digits.
func (f *folder) spread() {
	apart := func(i int, c class) bool {
		return i >= 0 && i < len(f.raw) && f.raw[i].cls == c && f.raw[i].gap == gapSpace
	}
	for i := 0; i < len(f.raw); i++ {
		k := i
		for apart(k, digit) {
			k++
		}
		if k-i > 1 && apart(i-1, kanji) && apart(k, kanji) {
			for j := i + 1; j < k; j++ {
				f.raw[j].gap = 0
			}
		}
		i = max(i, k-1)
	}
}

func (f *folder) kana(u unit) {
	if u.cls == katakana {
		u.fl |= isKata
	}
	if smallKata(u.r) {
		u.fl |= isChanged
	}
	u.r = foldKana(u.r)
	f.out = append(f.out, u)
}

// prev is the class of the last unit out, next that of the raw unit after i;
// symbol and false where there is none.
func (f *folder) prev() (class, rune, bool) {
	if n := len(f.out); n > 0 {
		return f.out[n-1].cls, f.out[n-1].r, true
	}
	return symbol, 0, false
}

func (f *folder) next(i int) (unit, bool) {
	if i+1 < len(f.raw) && f.raw[i+1].gap&gapBlock == 0 {
		u := f.raw[i+1]
		if u.cls == vu {
			u.cls = katakana
		}
		if u.cls == small && u.r != '箇' && u.r != '個' {
			u.cls = katakana
		}
		if u.cls == small {
			u.cls = kanji
		}
		return u, true
	}
	return unit{}, false
}

// skipGap leaves unit i out and parts its neighbours.
func (f *folder) skipGap(i int) {
	if i+1 < len(f.raw) {
		f.raw[i+1].gap |= f.raw[i].gap | gapPunct
	}
}

func has1(set string, r rune) bool {
	for _, s := range set {
		if s == r {
			return true
		}
	}
	return false
}
