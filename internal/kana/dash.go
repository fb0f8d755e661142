package kana

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
