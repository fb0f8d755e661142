package minutes

import (
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// upright joins glyphs that a narrow cell or a vertical page left one a line, to
// each other and to the single glyph that ends the line above them:
// 会 長 石 / 丸 / 隆 / 三.
func (p *parser) upright(lines []line) []line {
	var out []line
	for i := 0; i < len(lines); {
		j := i
		for j < len(lines) && lonely(lines[j]) && (j == i || lines[j].gap == 0) {
			j++
		}
		if j-i < 2 || counted(lines[i:j]) {
			j = max(j, i+1)
			if out != nil {
				out = append(out, lines[i:j]...)
			}
			i = j
			continue
		}
		if out == nil {
			out = append(make([]line, 0, len(lines)), lines[:i]...)
		}
		var b strings.Builder
		for _, l := range lines[i:j] {
			b.WriteString(l.text)
		}
		if n := len(out); n > 0 && lines[i].gap == 0 && out[n-1].cell == noCell && endsAlone(out[n-1].text) {
			out[n-1].text += b.String()
		} else {
			x := lines[i]
			x.text = b.String()
			out = append(out, x)
		}
		i = j
	}
	if out == nil {
		return lines
	}
	return out
}

// lonely reports whether a line is one glyph of a word.
func lonely(l line) bool {
	r, n := utf8.DecodeRuneInString(l.text)
	return n == len(l.text) && l.cell == noCell && (textutil.IsKanji(r) || textutil.IsHiragana(r) || textutil.IsKatakana(r))
}

// counted reports whether the glyphs are numbers of a list: 一 / 二, ア / イ.
func counted(lines []line) bool {
	for _, set := range []string{kanji, kana, iroha} {
		all := true
		for _, l := range lines {
			all = all && strings.Contains(set, l.text)
		}
		if all {
			return true
		}
	}
	return false
}

// endsAlone reports whether the last run of a line is a single glyph.
func endsAlone(s string) bool {
	if textutil.Longer(s, 40) {
		return false
	}
	parts := strings.FieldsFunc(s, textutil.IsBlank)
	return len(parts) > 1 && utf8.RuneCountInString(parts[len(parts)-1]) == 1
}
