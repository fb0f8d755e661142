package kana

// numeral is the value of a kanji numeral, digits by their value and
// multipliers by theirs; -1 = none.
func numeral(r rune) int64 {
	switch r {
	case '〇', '零':
		return 0
	case '一', '壱':
		return 1
	case '二', '弐':
		return 2
	case '三', '参':
		return 3
	case '四':
		return 4
	case '五', '伍':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	case '十', '拾':
		return 10
	case '廿':
		return 20
	case '卅':
		return 30
	case '百':
		return 100
	case '千':
		return 1000
	case '万':
		return 10000
	case '億':
		return 100000000
	}
	return -1
}

// number reads the number that begins at unit i: where it ends, its value, and
// whether kanji take part (a plain run of digits is a token by itself).
func (f *folder) number(i int) (end int, value int64, mixed bool) {
	var total, section, cur int64
	have, kanjiDigit := false, false
	k, group := i, i // group: where the digits since the last comma began
loop:
	for k < len(f.out) && k-i < 20 {
		u := f.out[k]
		if k > i && u.gap&(gapBlock|gapPunct|gapApart) != 0 {
			break
		}
		if u.cls == digit {
			if have {
				break
			}
			e := f.runEnd(k)
			if e-k > 12 {
				break
			}
			for ; k < e; k++ {
				cur = cur*10 + int64(f.out[k].r-'0')
			}
			have = true
			continue
		}
		n := numeral(u.r)
		switch {
		case kanjiDigit && total+section == 0 && (k-group == 3 || group == i && k-i < 3) && f.thousands(k):
			k, group = k+1, k+1
			continue
		case n < 0, n == 4 && k > i && f.starts(k, "四半"): // 第一四半期
			break loop
		case n < 10:
			if have && !kanjiDigit || cur > 1e12 {
				break loop
			}
			cur, have, kanjiDigit = cur*10+n, true, true
		case n < 10000:
			if !have {
				cur = 1
			}
			section, cur, have, kanjiDigit = section+cur*n, 0, false, false
		default:
			if section+cur == 0 {
				if k > i {
					break loop
				}
				cur = 1
			}
			total, section, cur, have, kanjiDigit = total+(section+cur)*n, 0, 0, false, false
		}
		mixed = true
		k++
	}
	return k, total + section + cur, mixed
}

// thousands reports a comma between kanji digits and three more of them: 一、二〇〇.
func (f *folder) thousands(k int) bool {
	if !has1("、,", f.out[k].r) || f.out[k].gap != 0 {
		return false
	}
	n := 0
	for k++; k < len(f.out) && f.out[k].gap == 0 && f.kanjiDigit(k); k++ {
		n++
	}
	return n == 3
}

// commas reports a comma in the number [i,k).
func (f *folder) commas(i, k int) bool {
	for ; i < k; i++ {
		if f.out[i].cls == symbol {
			return true
		}
	}
	return false
}

// kanjiDigit reports 〇 to 九.
func (f *folder) kanjiDigit(i int) bool {
	n := numeral(f.out[i].r)
	return n >= 0 && n < 10
}

// runEnd is the end of the digit or Latin run at unit i.
func (f *folder) runEnd(i int) int {
	k := i + 1
	for k < len(f.out) && f.out[k].cls == f.out[i].cls && f.out[k].gap == 0 {
		k++
	}
	return k
}

// starts reports whether the folded text w stands at unit i and goes on from what
// stands before; no blank line parts it.
func (f *folder) starts(i int, w string) bool {
	return i < len(f.out) && f.out[i].gap&gapBlock == 0 && f.begins(i, w)
}

// begins reports whether w stands at unit i, whatever stands before.
func (f *folder) begins(i int, w string) bool {
	for n, r := range w {
		if i >= len(f.out) || f.out[i].r != r || n > 0 && f.out[i].gap&gapBlock != 0 {
			return false
		}
		i++
	}
	return true
}
