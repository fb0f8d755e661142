// Package numfmt writes the automatic numbers of word processors: the formats
// of ST_NumberFormat (ECMA-376, 17.18.59) that Japanese documents use, and the
// symbols of bullets.
package numfmt

import (
	"strconv"
	"strings"
)

// glyphs are the formats that count through a row of characters; behind its end
// the count goes on in figures.
var glyphs = map[string][]rune{
	"aiueo":                   []rune("ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"),
	"aiueoFullWidth":          []rune("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"),
	"iroha":                   []rune("ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽ"),
	"irohaFullWidth":          []rune("イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"),
	"decimalEnclosedCircle":   []rune("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"),
	"decimalEnclosedFullstop": []rune("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
	"decimalEnclosedParen":    []rune("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
	"ideographEnclosedCircle": []rune("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
	"ideographTraditional":    []rune("甲乙丙丁戊己庚辛壬癸"),
	"ideographZodiac":         []rune("子丑寅卯辰巳午未申酉戌亥"),
}

// Number writes n in a format; one that is not known is written in figures.
func Number(format string, n int) string {
	if row, ok := glyphs[format]; ok && n >= 1 && n <= len(row) {
		return string(row[n-1])
	}
	switch format {
	case "decimalFullWidth", "decimalFullWidth2":
		return digits(n, []rune("０１２３４５６７８９"))
	case "decimalZero":
		if n >= 0 && n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "numberInDash":
		return "- " + strconv.Itoa(n) + " -"
	case "ideographDigital", "japaneseDigitalTenThousand":
		return digits(n, []rune("〇一二三四五六七八九"))
	case "japaneseCounting", "chineseCounting", "chineseCountingThousand", "taiwaneseCountingThousand":
		return kanji(n, "一二三四五六七八九", "十百千")
	case "japaneseLegal":
		return kanji(n, "壱弐参四五六七八九", "拾百阡")
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperLetter":
		return letter(n, 'A')
	case "lowerLetter":
		return letter(n, 'a')
	case "none":
		return ""
	}
	return strconv.Itoa(n)
}

func digits(n int, row []rune) string {
	var b strings.Builder
	for _, c := range strconv.Itoa(n) {
		if c >= '0' && c <= '9' {
			c = row[c-'0']
		}
		b.WriteRune(c)
	}
	return b.String()
}

// kanji writes 1 to 9999 as 千二百三十四.
func kanji(n int, ones, units string) string {
	if n < 1 || n > 9999 {
		return strconv.Itoa(n)
	}
	one, unit := []rune(ones), []rune(units)
	var b strings.Builder
	for i, s := range []int{1000, 100, 10, 1} {
		k := n / s % 10
		if k == 0 {
			continue
		}
		if k > 1 || i == 3 || one[0] != '一' {
			b.WriteRune(one[k-1])
		}
		if i < 3 {
			b.WriteRune(unit[2-i])
		}
	}
	return b.String()
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, x := range []struct {
		n int
		s string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= x.n {
			b.WriteString(x.s)
			n -= x.n
		}
	}
	return b.String()
}

// letter counts a … z, aa, bb …, as Word does.
func letter(n int, first rune) string {
	if n < 1 || n > 26*50 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(first+rune((n-1)%26)), (n-1)/26+1)
}

// symbols are the characters of Microsoft's symbol fonts that stand before list
// items, by their code (F000 + the byte in the font). The fonts disagree on a
// few; the likeliest in a list is taken.
var symbols = map[rune]rune{
	0xf06c: '●', 0xf06d: '○', 0xf06e: '■', 0xf06f: '□', 0xf071: '□', 0xf072: '□', 0xf075: '◆', 0xf076: '❖',
	0xf077: '◆', 0xf0a7: '■', 0xf0a8: '◇', 0xf0b7: '・', 0xf0d8: '➢', 0xf0e0: '→', 0xf0e8: '→', 0xf0fc: '✓',
	0xf0fe: '☑', 0xf09f: '・', 0xf0a1: '○', 0xf0ab: '★', 0xf02d: '-', 0xf0ae: '→', 0xf0b0: '°', 0xf0b1: '±',
	0xf0b4: '×', 0xf0b8: '÷', 0xf0a3: '≦', 0xf0b3: '≧',
}

// Symbol is the ordinary character for one of a symbol font, the same one where
// it is none or not known.
func Symbol(r rune) rune {
	if c, ok := symbols[r]; ok {
		return c
	}
	return r
}
