package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// qualifies reports whether before can stand before a role word: a name, an
// office, a mask; nothing that makes it a phrase (次回の委員, 出席した委員).
func qualifies(before string) bool {
	if before == "" {
		return true
	}
	if textutil.Longer(before, 16) {
		return false
	}
	if i := strings.IndexByte(before, '('); i > 0 && strings.HasSuffix(before, ")") && !textutil.Longer(before[i:], 4) { // 加藤(ま)
		before = before[:i]
	}
	for _, r := range before {
		if strings.ContainsRune("のをがはにへと、。:;[]【】<>()", r) {
			return false
		}
		if !textutil.IsKanji(r) && !textutil.IsKatakana(r) && !textutil.IsHiragana(r) && !strings.ContainsRune("○〇◯●△□*＊々・ヶ", r) && !(r >= '0' && r <= '9') && !(r >= 'A' && r <= 'Z') {
			return false
		}
	}
	last := textutil.LastRune(before)
	return !strings.ContainsRune("たいるなくし", last) && !strings.HasPrefix(before, "第") || strings.HasPrefix(before, "第") && strings.HasSuffix(before, "部")
}

// noNames stand before 委員 or 会長 and are no family names.
var noNames = strings.Fields("臨時 専門 特別 各 全 他 両 監査 農業 教育 民生 児童 正 前 新 元 同 学識 公募 市民 審議会 審査会 協議会 委員会 部会 担当 事務局 出席 欠席 男性 女性 甲 乙 丙 丁 一部 複数 署名 運営 推進 選挙管理 議事進行 副 自治 町内 仮 学識経験 自治会 調査 参加 説明 幹事 保護司 当番 議会 市議会 町議会 学校医")

// nameBefore takes the name from what stands before the role. Before an
// office's title (総務課長) there is none.
func (v *voices) nameBefore(before, word, role string) string {
	if before == "" || strings.ContainsAny(before, "○〇◯●*＊△□0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
		return ""
	}
	switch role {
	case "chair", "vice-chair", "member":
		for _, n := range noNames {
			if before == n {
				return ""
			}
			if rest, ok := strings.CutSuffix(before, n); ok && len(n) > 3 {
				before = rest // 六車臨時委員
			}
		}
		if rest, _, r := roleOf(before); r != "" && rest == "" { // 教育長職務代理者
			return ""
		}
		if strings.HasSuffix(before, "会") || strings.HasPrefix(before, "第") || before == "" {
			return ""
		}
		return before
	}
	if _, ok := v.roster[before]; ok && !textutil.Longer(before, 5) {
		return before
	}
	for i := range before {
		if i > 0 && len(before)-i >= 6 {
			if _, ok := v.roster[before[:i]]; ok {
				return before[:i]
			}
		}
	}
	if isOffice(before) {
		return ""
	}
	name, _ := splitOfficer(before, word)
	return name
}

// personIn reads a name with its courtesy: 鈴木一郎君, 氏名議員.
func personIn(s string) string {
	for _, h := range []string{"君", "議員", "委員", "さん", "氏", "様"} {
		if n, ok := strings.CutSuffix(s, h); ok && n != "" && !textutil.Longer(n, 10) {
			return n
		}
	}
	return ""
}

// named reads the name in the bracket of a label: 栗生　猛君, 田上会長, 猪熊,
// 副町長　筑紫, 老人クラブ　津守. A role or an office alone is none.
func (v *voices) named(inner string) string {
	inner = textutil.Trim(inner)
	if inner == "" || textutil.Longer(inner, 24) {
		return ""
	}
	parts := strings.FieldsFunc(inner, textutil.IsBlank)
	if n := personIn(inner); n != "" && nameLike(n) {
		if len(parts) == 1 || !isOffice(parts[0]) {
			return n
		}
	}
	last := textutil.Key(parts[len(parts)-1])
	if before, word, role := roleOf(last); role != "" {
		if before == "" && len(parts) > 1 { // 姓　会長
			return v.named(strings.Join(parts[:len(parts)-1], "　"))
		}
		if before == "" || !qualifies(before) {
			return ""
		}
		return v.nameBefore(before, word, role)
	}
	if strings.ContainsRune("団署隊局社店校課係", textutil.LastRune(last)) {
		return ""
	}
	if officeName(last) || orgName(last) || !nameLike(last) || isOffice(last) {
		return ""
	}
	if len(parts) == 2 && !textutil.Longer(parts[0], 3) && !textutil.Longer(parts[1], 3) {
		if _, _, role := roleOf(textutil.Key(parts[0])); role == "" && !isOffice(parts[0]) && !orgName(parts[0]) {
			return inner
		}
	}
	return last
}

// phrase knows what stands in brackets behind a speaker and is said or done rather
// than a name: （資料を示しながら）.
func phrase(s string) bool {
	n := 0
	for _, r := range s {
		if textutil.IsHiragana(r) {
			n++
		}
	}
	return n >= 3 && strings.ContainsAny(s, "をにでしてら") || strings.Contains(s, "を") && n >= 2 // 図面を示し
}

// nameLike reports whether s is written like a name.
func nameLike(s string) bool {
	key := textutil.Key(s)
	if key == "" || textutil.Longer(key, 9) {
		return false
	}
	for _, r := range key {
		if !textutil.IsKanji(r) && !textutil.IsKatakana(r) && !textutil.IsHiragana(r) && r != '・' {
			return false
		}
	}
	prev := rune(0)
	for i, r := range key { // の in みのり is no particle, in 市の担当 it is one
		if strings.ContainsRune("のをはに", r) && textutil.IsKanji(prev) && textutil.IsKanji(textutil.FirstRune(key[i+len(string(r)):])) {
			return false
		}
		prev = r
	}
	return true
}
