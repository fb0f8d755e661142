package kana

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
		if m.r == 'ゝ' || m.r == 'ヽ' {
			u.r = unvoiced(u.r, u.fl&isKata != 0) // づゝ is づつ
		}
		if m.r == 'ゞ' || m.r == 'ヾ' || (m.r == '〲' || m.r == '〴') && k == 0 {
			if v := voiced(u.r, 0x3099); v != 0 {
				u.r = foldKana(v)
			}
		}
		f.out = append(f.out, u)
	}
	return n - 1
}
