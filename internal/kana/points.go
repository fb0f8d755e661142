package kana

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
	if date := near && f.out[len(f.out)-1].r == '元' && more && n.cls == digit && n.gap == 0; !date && (!near || !pc.whole()) { // R元.10.1
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
