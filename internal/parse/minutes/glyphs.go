package minutes

import (
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// glyphs joins lines whose every character stands apart (平 成 2 4 年 度). Only
// blanks go; a wider blank stays as one.
func (p *parser) glyphs(lines []line) []line {
	for i, l := range lines {
		if strings.IndexFunc(clip(l.text, 8), textutil.IsBlank) < 0 {
			continue
		}
		parts := strings.FieldsFunc(l.text, textutil.IsBlank)
		single := 0
		for _, t := range parts {
			if utf8.RuneCountInString(t) == 1 {
				single++
			}
		}
		if len(parts) < 8 || single*10 < len(parts)*9 {
			continue
		}
		var b strings.Builder
		blanks := 0
		for _, r := range l.text {
			if textutil.IsBlank(r) {
				blanks++
				continue
			}
			if blanks > 1 {
				b.WriteByte(' ')
			}
			blanks = 0
			b.WriteRune(r)
		}
		lines[i].text = b.String()
	}
	return lines
}

// doubled drops the fragments that a page's bold print leaves before a line:
// 議題１ / 議題１ 料金の / 議題１ 料金の改定について.
func (p *parser) doubled(lines []line) []line {
	var out []line
	for i, l := range lines {
		if i+1 < len(lines) && l.cell == noCell && p.fragment(l.text, lines[i+1].text) {
			if out == nil {
				out = append(make([]line, 0, len(lines)), lines[:i]...)
			}
			p.residue(l, "page-furniture")
			continue
		}
		if out != nil {
			out = append(out, l)
		}
	}
	if out == nil {
		return lines
	}
	return out
}

func (p *parser) fragment(s, next string) bool {
	if len(s) >= len(next) || textutil.Longer(s, 30) || textutil.Longer(next, 60) || !strings.HasPrefix(next, s) || !textutil.Longer(s, 3) {
		return false
	}
	if strings.HasSuffix(s, "。") || strings.HasSuffix(next, "。") || p.voices.read(s).ok {
		return false
	}
	_, label := matchLabel(s)
	return !label
}
