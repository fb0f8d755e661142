package jadate

var kanjiDigit = map[rune]int{
	'〇': 0, '零': 0, '一': 1, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9,
	'壱': 1, '弐': 2, '参': 3,
}

// Int reads s, blanks aside, as one whole number: 12, １２, 十二, 一二, 百三十.
func Int(s string) (int, bool) {
	gs := glyphs(s)
	n, next, ok := number(gs, 0)
	return n, ok && next == len(gs)
}

// Leading reads the number that s begins with and tells how many bytes it takes,
// 0 where s begins with none.
func Leading(s string) (n, size int) {
	// No number that the records have is longer; a long line need not be folded.
	const most = 64
	if len(s) > most {
		cut := most
		for cut > 0 && s[cut]&0xc0 == 0x80 {
			cut--
		}
		s = s[:cut]
	}
	gs := glyphs(s)
	n, next, ok := number(gs, 0)
	if !ok || next == 0 {
		return 0, 0
	}
	return n, gs[next-1].end
}

// number reads the number at i: one run of digits, or a kanji numeral. Blanks
// inside are allowed only where every digit stands apart (justified print), so
// that "会議室2 2018年" does not become 22018.
func number(gs []glyph, i int) (n, next int, ok bool) {
	if i >= len(gs) {
		return 0, i, false
	}
	if !digit(gs[i].r) {
		return kanjiNumber(gs, i)
	}
	j := i + 1
	if j < len(gs) && gs[j].gap {
		for j < len(gs) && digit(gs[j].r) && gs[j].gap {
			j++
		}
		if j < len(gs) && digit(gs[j].r) && j > i+1 {
			j-- // the last one belongs to a run of its own: 2 9 12
		}
	} else {
		for j < len(gs) && digit(gs[j].r) && !gs[j].gap {
			j++
		}
	}
	if j-i > 9 {
		return 0, i, false
	}
	for k := i; k < j; k++ {
		n = n*10 + int(gs[k].r-'0')
	}
	return n, j, true
}

func digit(r rune) bool { return r >= '0' && r <= '9' }

// kanjiNumber reads 二十二, 百三, 千五百 or, digit by digit, 二〇一八.
func kanjiNumber(gs []glyph, i int) (n, next int, ok bool) {
	total, cur, plain := 0, 0, 0
	have, units := false, false
	j := i
scan:
	for ; j < len(gs) && j-i < 12; j++ {
		r := gs[j].r
		unit := 0
		switch r {
		case '十':
			unit = 10
		case '百':
			unit = 100
		case '千':
			unit = 1000
		default:
			d, is := kanjiDigit[r]
			if !is {
				break scan
			}
			plain, cur, have = plain*10+d, d, true
			continue
		}
		if cur == 0 {
			cur = 1
		}
		total, cur = total+cur*unit, 0
		have, units = true, true
	}
	if !have {
		return 0, i, false
	}
	if !units {
		return plain, j, true
	}
	return total + cur, j, true
}
