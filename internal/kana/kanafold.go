package kana

// voiced composes a kana and a voicing mark (rule 2); 0 = they do not compose.
func voiced(r, mark rune) rune {
	semi := mark == 0x309A
	switch {
	case r == 'う' || r == 'ウ':
		if !semi {
			return r - 'う' + 'ゔ'
		}
	case r == 'ゝ' || r == 'ヽ':
		if !semi {
			return r + 1
		}
	case r == 'ワ' && !semi:
		return 'ヷ'
	}
	h := r
	if r >= 0x30A1 && r <= 0x30FA {
		h = r - 0x60
	}
	switch {
	case h >= 'か' && h <= 'ち' && (h-'か')%2 == 0, h == 'つ', h == 'て', h == 'と':
		if !semi {
			return r + 1
		}
	case h >= 'は' && h <= 'ほ' && (h-'は')%3 == 0:
		if semi {
			return r + 2
		}
		return r + 1
	}
	return 0
}

// unvoiced is a kana without its ゛, as ゝ repeats it.
func unvoiced(r rune, kata bool) rune {
	if v := voiced(r-1, 0x3099); v != r {
		return r
	}
	if kata {
		return foldKana(r - 1 + 0x60)
	}
	return r - 1
}

// foldKana makes one kana of the two scripts and sizes (rules 10, 11). Katakana
// becomes hiragana and small kana large, except that つ や ゆ よ, whose size tells
// words apart in hiragana (ひょう, ひよう), stay katakana when they were: print
// has ネツト and ネット for one word. The query tries both (query.go).
func foldKana(r rune) rune {
	switch r {
	case 'ッ', 'ツ':
		return 'ツ'
	case 'ャ', 'ヤ':
		return 'ヤ'
	case 'ュ', 'ユ':
		return 'ユ'
	case 'ョ', 'ヨ':
		return 'ヨ'
	case 'ヷ':
		return 'ば'
	case 'ヸ':
		return 'び'
	case 'ヹ':
		return 'べ'
	case 'ヺ':
		return 'ぼ'
	}
	if r >= 0x31F0 && r <= 0x31FF {
		return []rune("くしすとぬはひふへほむらりるれろ")[r-0x31F0]
	}
	if r >= 0x30A1 && r <= 0x30F6 {
		r -= 0x60
	}
	switch r {
	case 'ぁ', 'ぃ', 'ぅ', 'ぇ', 'ぉ', 'ゎ':
		return r + 1
	case 'ゕ':
		return 'か'
	case 'ゖ':
		return 'け'
	}
	return r
}

// smallKata reports a small katakana, which old print sets large.
func smallKata(r rune) bool {
	switch r {
	case 'ァ', 'ィ', 'ゥ', 'ェ', 'ォ', 'ッ', 'ャ', 'ュ', 'ョ', 'ヮ':
		return true
	}
	return r >= 0x31F0 && r <= 0x31FF
}
