package kana

import "strconv"

// alts lists the other ways to write stretches of the text, in order.
func (f *folder) alts(into []alt) []alt {
	grouped := 0 // end of the last number with commas in it: 一、二〇〇 is no 200
	for i := 0; i < len(f.out); i++ {
		u := f.out[i]
		if u.fl&lostLong != 0 {
			into = append(into, alt{"=" + string(u.r) + "ー", i, i + 1})
		}
		switch {
		case u.cls == letter:
			if i > 0 && f.out[i-1].cls == letter && u.gap == 0 {
				continue
			}
			into, _ = f.dateAt(i, into)
			into = f.joined(i, into)
		case u.cls == digit:
			if i > 0 && f.out[i-1].cls == digit && u.gap == 0 {
				continue
			}
			into, _ = f.dateAt(i, into)
			e := f.runEnd(i)
			into = f.wrapped(i, e, into)
			if e-i == 2 && u.r == '0' {
				into = append(into, alt{string(f.out[i+1].r), i, e})
			}
			if k, v, mixed := f.number(i); mixed && k > e {
				into = append(into, alt{strconv.FormatInt(v, 10), i, k})
			}
		case u.cls == kanji && (numeral(u.r) >= 0 || beginsEra(u.r)):
			into, _ = f.dateAt(i, into)
			if numeral(u.r) < 0 || i > 0 && (numeral(f.out[i-1].r) >= 0 && f.out[i].gap&^gapSpace == 0 || f.out[i-1].cls == digit) || i < grouped {
				continue
			}
			era := i >= 2 && (f.begins(i-2, "令和") || f.begins(i-2, "平成") || f.begins(i-2, "昭和") || f.begins(i-2, "大正") || f.begins(i-2, "明治"))
			if k, v, _ := f.number(i); k > i && (era || u.fl&isChanged != 0 && u.gap&gapApart != 0 || f.counted(i, k)) {
				into = append(into, alt{strconv.FormatInt(v, 10), i, k})
				if f.commas(i, k) {
					grouped = k
				}
			}
		case u.cls == katakana:
			if i == 0 || !f.kata(i-1) || u.gap&gapBlock != 0 {
				into = f.looseRun(i, into)
			}
		}
	}
	return into
}

// beginsEra reports the first character of an era's name.
func beginsEra(r rune) bool {
	switch r {
	case '令', '平', '昭', '大', '明':
		return true
	}
	return false
}

// wrapped is the number that a line end cut in two: 第１␤２条.
func (f *folder) wrapped(i, e int, into []alt) []alt {
	if i == 0 || e >= len(f.out) || f.out[e].cls != digit || f.out[e].gap != gapLine || f.out[i].gap != 0 || f.out[i-1].cls != kanji {
		return into
	}
	k := f.runEnd(e)
	if k < len(f.out) && f.out[k].cls == kanji && f.out[k].gap == 0 {
		into = append(into, alt{string(f.runes(i, k)), i, k})
	}
	return into
}

func (f *folder) kata(i int) bool { return f.out[i].cls == katakana || f.out[i].cls == long }

// joined is the word that - . ・ cut in two: J-LIS is jlis as well.
func (f *folder) joined(i int, into []alt) []alt {
	term, parts := "", 1
	if i > 0 && f.out[i-1].cls == letter && f.out[i].gap == gapPunct {
		return into
	}
	k := i
	for k < len(f.out) && f.out[k].cls == letter && k-i < 24 {
		if k > i && f.out[k].gap != 0 {
			if f.out[k].gap != gapPunct || parts == 4 {
				break
			}
			parts++
		}
		term += string(f.out[k].r)
		k++
	}
	if parts > 1 {
		into = append(into, alt{term, i, k})
	}
	return into
}

// looseRun is rule 14 for ー: a katakana run of four or more, all its ー left out.
func (f *folder) looseRun(i int, into []alt) []alt {
	k, n, inner := i, 0, false
	for k < len(f.out) && f.kata(k) && (k == i || f.out[k].gap&gapBlock == 0) {
		if f.out[k].cls == long {
			inner = true
		} else {
			n++
		}
		k++
	}
	if !inner || k-i < 4 || n < 2 {
		return into
	}
	term := []rune{'~'}
	for j := i; j < k; j++ {
		if f.out[j].cls != long {
			term = append(term, f.out[j].r)
		}
	}
	return append(into, alt{string(term), i, k})
}
