package kana

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
