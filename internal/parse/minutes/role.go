package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// roleWords end a speaker's label and give the role. Of several that fit, the
// longest is meant.
var roleWords = []struct{ role, words string }{
	{"chair", "会長 委員長 座長 部会長 分科会長 議長 会頭 理事長"},
	{"vice-chair", "副会長 副委員長 副座長 副部会長 副議長 会長代理 会長職務代理 会長職務代理者 職務代理者 職務代理 委員長代理 委員長職務代理者 座長代理 部会長代理"},
	{"member", "委員 議員 構成員 評議員 各委員 委員一同 全委員"},
	{"secretariat", "事務局 書記 司会 事務局長 庶務"},
	{"department", "所管課 担当課 原課 主管課 関係課 説明員 説明者 担当者 担当部署 事業課 事業所管課"},
	{"agency", "実施機関 諮問庁 処分庁 諮問実施機関"},
	{"applicant", "申立人 審査請求人 異議申立人 参加人 請求人 申請者 陳述人"},
	{"executive", "市長 区長 町長 村長 知事 副市長 副町長 副区長 副村長 教育長 部長 次長 課長 課長補佐 室長 室長補佐 係長 主幹 主査 主任 主事 参事 参事官 審議官 管理官 企画官 局長 所長 館長 監査委員 会計管理者 理事 主任主事 総括主査 消防長 署長 園長 校長 支所長 副部長 副課長 担当課長 課長代理 センター長 政策監 技監 副参事 専門官 技師"},
	{"expert", "参考人 専門委員 有識者 学識経験者 アドバイザー"},
	{"observer", "オブザーバー 傍聴者 傍聴人"},
	{"other", "幹事 監事 代表 会員"},
}

var roleByLast = func() map[rune][]roleWord {
	m := map[rune][]roleWord{}
	for _, row := range roleWords {
		for _, w := range strings.Fields(row.words) {
			m[textutil.LastRune(w)] = append(m[textutil.LastRune(w)], roleWord{row.role, w})
		}
	}
	return m
}()

type roleWord struct{ role, word string }

// buFamilies are family names that end in 部, so that 服部会長 is 服部 + 会長 and not
// 服 + 部会長. Source: the common ones of the country's name statistics.
var buFamilies = strings.Fields("服部 阿部 安部 渡部 堀部 岡部 磯部 矢部 長谷部 日下部 物部 園部 軽部 曽我部 綾部 織部 海部 刑部 黒部 建部 武部 田部 戸部 土部 平部 細部 南部 宮部 村部 吉部 菅部 川部 神部 下部 高部 真部 門部 辺部 江部 鳥部 額部 五百部 占部 卜部 壁部 波部 浅部 小部 大部 木部 財部 勝部 石部 伊部 渋部 水部 三部 梶部")

// roleOf splits a label without blanks into what stands before its role word
// and the role: 新美会長 → 新美, chair. role is "" where it ends in none.
func roleOf(key string) (before, word, role string) {
	best := roleWord{}
	for _, w := range roleByLast[textutil.LastRune(key)] {
		if strings.HasSuffix(key, w.word) && len(w.word) > len(best.word) {
			best = w
		}
	}
	if strings.HasPrefix(best.word, "部会長") { // also 部会長代理
		for _, f := range buFamilies {
			if strings.HasSuffix(strings.TrimSuffix(key, best.word)+"部", f) {
				best = roleWord{"chair", strings.TrimPrefix(best.word, "部")}
				if strings.HasSuffix(best.word, "代理") {
					best.role = "vice-chair"
				}
			}
		}
	}
	if best.word == "" {
		return key, "", ""
	}
	return strings.TrimSuffix(key, best.word), best.word, best.role
}

// offices are the endings of a body's part that can speak by its own name.
var offices = strings.Fields("課 室 局 係 センター 図書館 公民館 署 担当 事務所 支所 部")

// voices knows which labels are speakers; it remembers what it has seen, as
// labels repeat all through a document.
type voices struct {
	seen   map[string]voice
	roster map[string]bool // family names from the head
}

type voice struct {
	speaker record.Speaker
	plain   bool // a role or a name with its role; a mere office is not
	ok      bool
}

func newVoices() *voices { return &voices{map[string]voice{}, map[string]bool{}} }

// read decides whether label, as written, names a speaker.
func (v *voices) read(label string) voice {
	if x, ok := v.seen[label]; ok {
		return x
	}
	x := v.judge(label)
	x.speaker.Label = label
	v.seen[label] = x
	return x
}

func (v *voices) judge(label string) voice {
	none := voice{}
	if label == "" || textutil.Longer(label, 40) || strings.ContainsAny(label, "。、，「」？?！") {
		return none
	}
	key := textutil.Key(label)
	base, inner := key, ""
	if i := strings.IndexByte(key, '('); i > 0 && strings.HasSuffix(key, ")") {
		base, inner = key[:i], key[i+1:len(key)-1]
	}
	name := personIn(inner)
	if n := strings.TrimSuffix(base, "番"); n != base && strings.Trim(strings.TrimPrefix(n, "議席"), "0123456789") == "" {
		return voice{record.Speaker{Role: "seat", Name: name}, true, true}
	}
	if i := strings.Index(base, "番"); i > 0 && strings.Trim(base[:i], "0123456789") == "" {
		rest := base[i+len("番"):]
		if n := personIn(rest); n != "" {
			return voice{record.Speaker{Role: "seat", Name: n}, true, true}
		}
	}
	// 委員1, 委員Ａ
	stem := strings.TrimRight(base, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	if before, word, role := roleOf(stem); role != "" && qualifies(before) {
		if name == "" && stem == base && inner == "" {
			name = v.nameBefore(before, word, role)
		}
		return voice{record.Speaker{Role: role, Name: name}, true, true}
	}
	if inner != "" {
		if _, _, role := roleOf(inner); role != "" && !textutil.Longer(base, 20) {
			return voice{record.Speaker{Role: role}, false, true}
		}
	}
	for _, o := range offices {
		if strings.HasSuffix(base, o) && base != o && !textutil.Longer(base, 14) && qualifies(base) && !strings.HasPrefix(base, "第") {
			return voice{record.Speaker{Role: "department", Name: name}, false, true}
		}
	}
	return none
}

// qualifies reports whether before can stand before a role word: a name, an
// office, a mask; nothing that makes it a phrase (次回の委員, 出席した委員).
func qualifies(before string) bool {
	if before == "" {
		return true
	}
	if textutil.Longer(before, 16) {
		return false
	}
	for _, r := range before {
		if strings.ContainsRune("のをがはにへと、。:;[]【】<>()・", r) && r != '・' {
			return false
		}
		if !textutil.IsKanji(r) && !textutil.IsKatakana(r) && !textutil.IsHiragana(r) && !strings.ContainsRune("○〇◯●*＊々・ヶ", r) && !(r >= '0' && r <= '9') && !(r >= 'A' && r <= 'Z') {
			return false
		}
	}
	last := textutil.LastRune(before)
	return !strings.ContainsRune("たいるなくし", last) && !strings.HasPrefix(before, "第") || strings.HasPrefix(before, "第") && strings.HasSuffix(before, "部")
}

// noNames stand before 委員 or 会長 and are no family names.
var noNames = strings.Fields("臨時 専門 特別 各 全 他 両 監査 農業 教育 民生 児童 正 前 新 元 同 学識 公募 市民 審議会 審査会 協議会 委員会 部会 担当 事務局 出席 欠席 男性 女性 甲 乙 丙 丁 一部 複数 署名 運営 推進 選挙管理 議事進行 副 自治 町内")

// nameBefore takes the name from what stands before the role. Before an
// office's title (総務課長) it is a name only where the head's roster has it.
func (v *voices) nameBefore(before, word, role string) string {
	if before == "" || strings.ContainsAny(before, "○〇◯●*＊0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
		return ""
	}
	switch role {
	case "chair", "vice-chair", "member":
		for _, n := range noNames {
			if before == n || len(n) > 3 && strings.HasSuffix(before, n) {
				return ""
			}
		}
		if strings.HasSuffix(before, "会") || strings.HasPrefix(before, "第") {
			return ""
		}
		return before
	}
	if v.roster[before] {
		return before
	}
	for i := range before {
		if i > 0 && v.roster[before[:i]] && len(before)-i >= 6 {
			return before[:i]
		}
	}
	return ""
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
