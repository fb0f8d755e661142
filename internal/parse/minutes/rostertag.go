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

// othersOnly knows what only says that more came: 外関係職員, ほか職員.
func othersOnly(key string) bool {
	for _, p := range []string{"ほか", "他", "外"} {
		if rest, ok := strings.CutPrefix(key, p); ok {
			for _, w := range []string{"関係職員", "関係者", "職員", "担当職員", "担当者", "各担当", "課員"} {
				if rest == w {
					return true
				}
			}
		}
	}
	return false
}

// qualities reports whether the names of a list have a bracket each before them that says
// for whom they sit: (学識)道玄 紀子、(会計)代官山 誠.
func qualities(s string) bool {
	n := 0
	for _, p := range pieces(s) {
		b, rest := bracketed(p)
		if p == "" || !strings.ContainsRune("(（〔", textutil.FirstRune(p)) || textutil.Trim(rest) == "" || isGroup(textutil.Key(strings.Trim(b, "()（）〔〕"))) {
			return false
		}
		n++
	}
	return n > 1
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
