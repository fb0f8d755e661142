package minutes

import (
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// beginsName reports whether the tokens go on with a person's name.
func (b *reader) beginsName(next []token) bool {
	key := textutil.Key(next[0].text)
	if _, _, role := roleOf(key); role != "" || officeName(key) || isGroup(key) || isCount(key) {
		return false
	}
	if _, is := seat(key); is {
		return false
	}
	return b.isName(key)
}

// given reports whether before, with a role behind it, goes on with the name at
// hand: 江頭　誠司会長, and not 深町　蔵前会長 where a role of its own stands
// behind every family name.
func (b *reader) given(before string, t token) bool {
	if len(b.parts) == 0 || len(b.parts) > 4 || b.cur.Name != "" || b.cur.Title != "" || textutil.Longer(before, 4) || isOffice(before) || !nameLike(before) {
		return false
	}
	return !textutil.Longer(b.parts[0].text, 4) && t.gap <= 2 && !b.full(token{text: before, gap: t.gap})
}

// memberWord is a role that is nobody's title: who is called so is one of all.
func memberWord(key string) bool {
	switch key {
	case "委員", "議員", "構成員", "評議員", "事務局", "説明員", "説明者", "オブザーバー", "幹事", "農業委員", "推進委員", "各委員", "メンバー", "部会員", "懇話会員", "協議会員":
		return true
	}
	return false
}

// nameOf joins the parts of a name: glyphs that print set apart close up, one
// blank stays between family and given name.
func nameOf(parts []token) string {
	if len(parts) == 1 {
		return parts[0].text
	}
	widest := 1
	for i := range parts {
		if i > 0 && parts[i].gap > parts[widest].gap {
			widest = i
		}
	}
	uneven := false
	for i := 2; i < len(parts); i++ {
		uneven = uneven || parts[i].gap != parts[1].gap
	}
	var b strings.Builder
	for i, t := range parts {
		if i > 0 && (len(parts) == 2 || uneven && i == widest || !uneven && i == 1 && utf8.RuneCountInString(parts[0].text) > 1) {
			b.WriteString("　")
		}
		b.WriteString(t.text)
	}
	return b.String()
}

// isName reports whether s can be a person's name.
func (r *roster) isName(s string) bool {
	key := textutil.Key(s)
	if key == "" || textutil.Longer(key, 14) {
		return false
	}
	for _, w := range []string{"なし", "別紙", "以上", "該当", "次のとおり", "のとおり", "ほか", "名簿", "及び", "記載", "出席", "欠席", "計", "合計", "氏名", "番号", "書面", "全員", "会社", "法人"} {
		if key == w || (len(w) > 6 || w == "会社" || w == "法人") && strings.Contains(key, w) {
			return false
		}
	}
	if strings.Contains(key, "のある") || strings.HasSuffix(key, "する者") || strings.HasSuffix(key, "の職員") || strings.HasSuffix(key, "経験者") || strings.HasSuffix(key, "有する者") {
		return false
	}
	for _, c := range key {
		if !textutil.IsKanji(c) && !textutil.IsKatakana(c) && !textutil.IsHiragana(c) && !strings.ContainsRune("々〆・=＝○〇◯●△□*＊()ー〻", c) && !(c >= 'A' && c <= 'Z' && !textutil.Longer(key, 3)) {
			return false
		}
	}
	return true
}
