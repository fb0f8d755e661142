package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// parted cuts sentences that decide of several matters by their numbers:
// （１）の評価は了承、（２）は引き続き審議としたい.
func parted(ss []string) []string {
	var out []string
	for _, s := range ss {
		from := 0
		for i := range s {
			if i > 0 && (strings.HasPrefix(s[i:], "、（") || strings.HasPrefix(s[i:], "、(")) {
				if n, ok := numbered(s[i+len("、"):]); ok && n.style == "(1)" && n.rest != "" {
					part := s[from:i]
					if strings.HasSuffix(part, "了承") || strings.HasSuffix(part, "承認") || strings.HasSuffix(part, "可決") {
						part += "する"
					}
					out = append(out, part)
					from = i + len("、")
				}
			}
		}
		out = append(out, s[from:])
	}
	return out
}

// decides reports whether a line is nothing but a decision: 一部修正のうえ、承認。
func decides(s string) bool {
	s = strings.TrimRight(s, "。 　")
	for _, w := range strings.Fields("承認 可決 了承 否決 決定 継続協議 継続審議 継続審査") {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return outcomeIn(s) != ""
}

func sentences(s string) []string {
	s = rejoined(s)
	return strings.FieldsFunc(s, func(r rune) bool { return r == '。' || r == '\n' || r == '？' })
}

// rejoined closes the line ends inside of sentences: 原案のとおり承認 / された。
func rejoined(s string) string {
	if !strings.Contains(s, "\n") {
		return s
	}
	var b strings.Builder
	for i, l := range strings.Split(s, "\n") {
		last, first := textutil.LastRune(b.String()), textutil.FirstRune(l)
		if i > 0 && (!textutil.IsKanji(last) && !textutil.IsHiragana(last) || !textutil.IsKanji(first) && !textutil.IsHiragana(first)) {
			b.WriteByte('\n')
		}
		b.WriteString(l)
	}
	return b.String()
}

func asks(s string) bool {
	s = strings.TrimRight(s, "」』 　")
	return strings.HasSuffix(s, "か") || strings.HasSuffix(s, "でしょうか")
}

func agrees(s string) bool {
	if textutil.Longer(s, 40) {
		s = string([]rune(clip(s, 160)))
	}
	for _, w := range []string{"異議なし", "異議無し", "異議はありません", "異議ありません", "異議ございません", "なし", "賛成", "はい", "了承", "結構です", "承認", "可決", "全員"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
