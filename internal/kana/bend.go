package kana

const tight = gapSpace | gapLine | gapBlock | gapPunct // what parts neighbours

// bend applies the rules that look at neighbours: 3, 6, 7, 8, 10 and 11.
func (f *folder) bend() {
	f.out, f.comma = f.out[:0], -9
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
			f.out = append(f.out, u)
		}
	}
	if hasLong {
		f.dropLong()
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

// dash is rule 3. It reports whether a ー came out.
func (f *folder) dash(i int) bool {
	u := f.raw[i]
	pc, _, has := f.prev()
	if u.gap&gapBlock != 0 {
		has, pc = false, symbol
	}
	n, more := f.next(i)
	isLong := false
	if u.cls == long {
		isLong = !has || !more || pc.isKana() || n.cls.isKana()
	} else if has && pc.isKana() && u.gap&tight == 0 && n.gap&tight == 0 {
		kata := f.out[len(f.out)-1].fl&isKata != 0
		two := len(f.out) > 1 && f.out[len(f.out)-2].cls.isKana()
		isLong = n.cls.isKana() && more || kata && two && (!more || n.cls == kanji)
	}
	if isLong {
		if u.cls == dash {
			u.fl |= isChanged
		}
		u.r, u.cls = 'ー', long
		f.out = append(f.out, u)
		return true
	}
	if has && more && u.gap&tight == 0 && n.gap&tight == 0 &&
		(pc == letter && n.cls.whole() || pc == digit && n.cls == letter) {
		f.skipGap(i)
		return false
	}
	u.r, u.cls = '-', symbol
	f.out = append(f.out, u)
	return false
}

// vu is rule 6: ヴァ ヴィ ヴュ … ヴ. It returns how many raw units more it took.
func (f *folder) vu(i int) int {
	u := f.raw[i]
	if u.r == 'ヴ' {
		u.fl |= isKata
	}
	u.fl |= isChanged
	u.r, u.cls = 'ぶ', hiragana
	if u.fl&isKata != 0 {
		u.cls = katakana
	}
	n, more := f.next(i)
	took := 0
	if more && n.gap&tight == 0 {
		took = 1
		switch n.r {
		case 'ァ', 'ぁ':
			u.r = 'ば'
		case 'ィ', 'ぃ':
			u.r = 'び'
		case 'ェ', 'ぇ':
			u.r = 'べ'
		case 'ォ', 'ぉ':
			u.r = 'ぼ'
		case 'ャ', 'ュ', 'ョ', 'ゃ', 'ゅ', 'ょ':
			u.r, took = 'び', 0
		default:
			took = 0
		}
	}
	if took == 1 {
		u.end = n.end
	}
	f.out = append(f.out, u)
	return took
}

const beforeKa = "所月国年村"

// small is rule 7: か after a number, が between kanji.
func (f *folder) small(i int) {
	u := f.raw[i]
	pc, pr, has := f.prev()
	has = has && u.gap&gapBlock == 0
	n, more := f.next(i)
	counts := more && has1(beforeKa, n.r)
	number := has && (pc == digit || pr == '何' || pr == '数' || numeral(pr) >= 0)
	kanjiSize := u.r == '箇' || u.r == '個'
	tiny := u.r == 'ヶ' || u.r == 'ヵ' || u.r == 'ゖ' || u.r == 'ゕ'
	kata := u.r == 'ケ' || u.r == 'ヶ' || u.r == 'ヵ'
	switch {
	case number && counts, !has && tiny && counts, number && tiny && !(more && n.cls == kanji):
		u.r, u.cls = 'か', hiragana
		u.fl |= isChanged
	case kanjiSize:
		u.cls = kanji
	case tiny && !(has && pc == katakana),
		has && more && (pc == kanji || pc == hiragana) && n.cls == kanji:
		u.r, u.cls = 'が', hiragana
		u.fl |= isChanged | isGa
	default:
		u.cls = katakana
		if !kata {
			u.cls = hiragana
		}
		f.kana(u)
		return
	}
	f.out = append(f.out, u)
}

// iterate is rule 8. It returns how many raw units more it took.
func (f *folder) iterate(i int) int {
	n := 1
	for i+n < len(f.raw) && f.raw[i+n].cls == iterate && f.raw[i+n].gap == 0 {
		n++
	}
	ideo := f.raw[i].r == '々' || f.raw[i].r == '〻'
	back := n
	if r := f.raw[i].r; r >= 0x3031 && r <= 0x3035 {
		back = 2 // 〱 stands for two kana, in one piece or in two halves
	}
	ok := func(u unit) bool {
		if ideo {
			return u.cls == kanji
		}
		return u.cls == hiragana || u.cls == katakana
	}
	have := 0
	for have < back && have < len(f.out) && ok(f.out[len(f.out)-1-have]) {
		if have > 0 && f.out[len(f.out)-have].gap&gapBlock != 0 {
			break
		}
		have++
	}
	if have == 0 || f.raw[i].gap&gapBlock != 0 {
		for k := 0; k < n; k++ {
			u := f.raw[i+k]
			u.cls = symbol
			if ideo {
				u.cls = kanji
			}
			f.out = append(f.out, u)
		}
		return n - 1
	}
	from := len(f.out) - have
	for k := 0; k < back; k++ {
		m := f.raw[i+min(k, n-1)]
		u := f.out[from+k%have]
		u.start, u.end, u.gap, u.fl = m.start, m.end, m.gap, u.fl|isChanged
		if m.r == 'ゞ' || m.r == 'ヾ' || (m.r == '〲' || m.r == '〴') && k == 0 {
			if v := voiced(u.r, 0x3099); v != 0 {
				u.r = v
			}
		}
		f.out = append(f.out, u)
	}
	return n - 1
}

// period and commaAt: in Japanese text . and , are 。 and 、.
func (f *folder) period(i int) {
	u := f.raw[i]
	pc, _, has := f.prev()
	n, more := f.next(i)
	near := has && u.gap&tight == 0
	if near && pc == letter && more && n.cls.whole() && n.gap&(gapLine|gapPunct) == 0 {
		f.skipGap(i)
		return
	}
	if !near || !pc.whole() {
		u.r = '。'
		if !has || f.raw[i].gap&tight == 0 && pc == symbol {
			u.r = '.'
		}
	}
	u.cls = symbol
	f.out = append(f.out, u)
}

func (f *folder) commaAt(i int) {
	u := f.raw[i]
	pc, _, has := f.prev()
	n, more := f.next(i)
	if has && more && pc == digit && n.cls == digit && u.gap&tight == 0 && n.gap == 0 {
		d := 0
		for k := len(f.out) - 1; k >= 0 && f.out[k].cls == digit && k >= f.comma; k-- {
			d++
			if f.out[k].gap != 0 {
				break
			}
		}
		a := 0
		for k := i + 1; k < len(f.raw) && f.raw[k].cls == digit && f.raw[k].gap == 0; k++ {
			a++
		}
		grouped := len(f.out)-d == f.comma
		if a == 3 && (d <= 3 && !grouped || d == 3) {
			f.comma = len(f.out)
			return // 1,000
		}
	}
	u.cls = symbol
	if !has || !more || !pc.whole() || !n.cls.whole() {
		u.r = '、'
	}
	f.out = append(f.out, u)
}

// dropLong is rule 10: the final ー of a kana run falls where three kana or
// more precede it. What it was stays findable by the alt that alts adds.
func (f *folder) dropLong() {
	w := 0
	in := f.out
	for i := 0; i < len(in); {
		if in[i].cls != long {
			in[w] = in[i]
			w++
			i++
			continue
		}
		j := i
		for j < len(in) && in[j].cls == long && in[j].gap&gapBlock == 0 {
			j++
		}
		if j == i {
			j++
		}
		script := class(symbol)
		n := 0
		for k := w - 1; k >= 0; k-- {
			c := in[k].cls
			if c != long {
				if script == symbol {
					script = c
				}
				if c != script || !c.isKana() {
					break
				}
			}
			n++
			if in[k].gap&gapBlock != 0 || n >= 3 && script != symbol {
				break
			}
		}
		final := j == len(in) || in[j].cls != script || in[j].gap&gapBlock != 0
		if script != symbol && script.isKana() && n >= 3 && final && in[i].gap&gapBlock == 0 {
			in[w-1].end = in[j-1].end
			in[w-1].fl |= isChanged | lostLong
		} else {
			for ; i < j; i++ {
				in[w] = in[i]
				w++
			}
		}
		i = j
	}
	f.out = in[:w]
}

func has1(set string, r rune) bool {
	for _, s := range set {
		if s == r {
			return true
		}
	}
	return false
}
