package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// untagged takes the tag of a case off a line of a roster: 【諮問案件7】福祉課 課長 ….
// It says what the people came for, and is no group of theirs.
func (r *roster) untagged(s string) string {
	if s == "" || !strings.ContainsRune(opening, textutil.FirstRune(s)) {
		return s
	}
	if _, _, rest, ok := caseAt(s); ok && rest != "" {
		return rest
	}
	return s
}

// bracketRoles takes the brackets off roles that stand before names:
// (部会長)宝飯 俊雄　(部会員)八名 芳江、設楽 信.
func bracketRoles(s string) string {
	if !strings.ContainsAny(s, "(（【〔[［") {
		return s
	}
	var b strings.Builder
	from := 0
	prev := '、'
	for i, r := range s {
		if i >= from && strings.ContainsRune("(（【〔[［", r) && (textutil.IsBlank(prev) || strings.ContainsRune("、，,／", prev)) {
			w := len(string(r))
			end := strings.IndexAny(clip(s[i+w:], 45), ")）】〕]］")
			if end > 0 {
				inner := s[i+w : i+w+end]
				rest := s[i+w+end:]
				rest = rest[len(string(textutil.FirstRune(rest))):]
				before, word, role := roleOf(textutil.Key(inner))
				next := textutil.FirstRune(textutil.TrimLeft(rest))
				plain := textutil.IsKanji(next) || textutil.IsKatakana(next) || textutil.IsHiragana(next)
				if before == "" && plain && (role == "chair" || role == "vice-chair" || memberWord(word) && !isGroup(word)) {
					if head := textutil.Trim(s[from:i]); head != "" {
						b.WriteString(strings.TrimRight(head, "、，,／") + "、")
					}
					if !memberWord(word) {
						b.WriteString(inner + "　")
					}
					from = len(s) - len(textutil.TrimLeft(rest))
				}
			}
		}
		prev = r
	}
	if from == 0 {
		return s
	}
	return b.String() + s[from:]
}

// kanjiCount knows a count in kanji: 六人. 八名 may be a family, so that only what
// stands alone is one.
func kanjiCount(key string) bool {
	n := strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(key, "計"), "全"), "一二三四五六七八九十百〇")
	return n != key && (n == "人" || n == "名")
}

// countsOnly reports whether a line of a roster only counts who came: 農業委員　出席　７名
// 欠席　１名.
func countsOnly(s string) bool {
	counted := false
	for _, w := range strings.FieldsFunc(s, func(r rune) bool {
		return textutil.IsBlank(r) || strings.ContainsRune("、，,・/／:：()（）", r)
	}) {
		key := textutil.Key(w)
		for _, p := range []string{"出席", "欠席", "現在", "定数", "総数"} {
			key = strings.TrimPrefix(key, p)
		}
		switch {
		case key == "" || isGroup(key) || memberWord(key) || key == "者" || key == "委員数" || key == "数":
		case isCount(key) || kanjiCount(key):
			counted = true
		default:
			return false
		}
	}
	return counted
}
