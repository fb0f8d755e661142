package personal

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// kanjiDigit is the digit that c stands for where a number is spelt out digit by
// digit, with the round marks that stand for 〇; 0 for none.
func kanjiDigit(c rune) byte {
	switch c {
	case '〇', '零', '○', '◯':
		return '0'
	case '一', '壱':
		return '1'
	case '二':
		return '2'
	case '三':
		return '3'
	case '四':
		return '4'
	case '五':
		return '5'
	case '六':
		return '6'
	case '七':
		return '7'
	case '八':
		return '8'
	case '九':
		return '9'
	}
	return 0
}

// kanjiMarks stand between the groups of a number that is spelt out.
var kanjiMarks = []string{"局の", "局", "の", "-", "ー", "・", "(", ")", " ", "–"}

// kanjiFigures are the runs of kanji digits in s, as figures: 〇九〇-一二三四-…
// A row of one and the same digit is no number, it stands for one (○○○-○○○○).
func kanjiFigures(s string) []figure {
	var fs []figure
	for i := 0; i < len(s); {
		d, n := kanjiRun(s[i:])
		if n == 0 {
			_, w := utf8.DecodeRuneInString(s[i:])
			i += w
			continue
		}
		f := figure{from: i, groups: []string{d}}
		i += n
		for len(f.groups) < maxGroups {
			m, w := kanjiMark(s[i:])
			if w == 0 {
				break
			}
			d, n = kanjiRun(s[i+w:])
			f.groups, f.marks = append(f.groups, d), append(f.marks, m)
			i += w + n
		}
		f.to = i
		if all := f.digits(); strings.Trim(all, all[:1]) != "" {
			fs = append(fs, f)
		}
	}
	return fs
}

// kanjiRun is the run of kanji digits that s begins with, and its bytes.
func kanjiRun(s string) (digits string, n int) {
	for i, c := range s {
		d := kanjiDigit(c)
		if d == 0 {
			return digits, i
		}
		digits += string(d)
	}
	return digits, len(s)
}

// kanjiMark is the mark that s begins with, with a blank or a bracket beside it
// at most, and its bytes; 0 where no kanji digit comes after.
func kanjiMark(s string) (rune, int) {
	n := 0
	for range 2 {
		for _, m := range kanjiMarks {
			if rest, ok := strings.CutPrefix(s[n:], m); ok {
				n = len(s) - len(rest)
				if c, _ := utf8.DecodeRuneInString(rest); kanjiDigit(c) != 0 {
					if first := s[0]; first == '(' || first == ')' || first == ' ' {
						return rune(first), n
					}
					return '-', n
				}
				break
			}
		}
	}
	return 0, 0
}

// read aloud, or with points: 090の1234の5678, 090・1234・5678, 375局1234番
var (
	spokenMobile = regexp.MustCompile(`(?:^|[^0-9])(0[789]0)[・の.](\d{4})[・の.](\d{4})(?:[^0-9]|$)`)
	spokenLocal  = regexp.MustCompile(`(?:電話|TEL|Tel|tel)(?:番号)?[ :はが(]*(\d{2,4})局の?(\d{4})番?`)
)

// spokenPhones are numbers of these forms in s; local ones only after the word
// for it.
func spokenPhones(x *line) []hit {
	var hs []hit
	if strings.Contains(x.folded, "0・") || strings.Contains(x.folded, "0の") || strings.Contains(x.folded, "0.") {
		for _, m := range spokenMobile.FindAllStringSubmatchIndex(x.folded, -1) {
			hs = append(hs, hit{m[2], m[7], true})
		}
	}
	if strings.Contains(x.folded, "局") {
		for _, m := range spokenLocal.FindAllStringSubmatchIndex(x.folded, -1) {
			if !officeTail.MatchString(x.before(m[0], 24)) && !officeAfter.MatchString(x.after(m[1], 14)) {
				hs = append(hs, hit{m[2], m[5], false})
			}
		}
	}
	return hs
}
