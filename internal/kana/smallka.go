package kana

const beforeKa = "所月国年村条町"

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
	case number && counts, !has && tiny && counts, number && tiny && (pc == digit || !more || n.cls != kanji):
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
