package minutes

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// groupName is the group that a label of the head names.
func groupName(word string) string {
	switch word {
	case "参加委員", "委員名簿", "出席委員名", "出席者", "出席委員", "出席した委員", "出席", "出席状況", "出席者等", "出席委員等", "出席委員氏名", "出席者氏名", "委員出席者", "委員", "委員出欠", "出席した者", "会議出席者", "参加",
		"委員の出席状況", "委員の出欠状況", "委員の出欠", "委員出席状況", "出席者名簿", "参加者", "出席者職氏名", "欠席者", "欠席委員", "欠席した委員", "欠席", "欠席した者", "欠員", "委員欠席者", "欠席委員等":
		return "委員"
	case "出席議員", "欠席議員":
		return "議員"
	case "事務局職員", "事務局出席者", "事務局等", "事務局出席者の職氏名", "出席事務局職員", "事務局側出席者", "出席した事務局職員", "会議に出席した事務局職員":
		return "事務局"
	}
	if _, group, ok := attendance(word); ok {
		return group
	}
	if before, ok := strings.CutSuffix(word, "委員"); ok && bodied(before) { // 学校運営協議会委員
		return "委員"
	}
	return word
}

// groups are the headings of a roster that may stand before names with only a
// blank between.
var groups = strings.Fields("事務局 説明員 説明者 オブザーバー 幹事 担当課 所管課 進行 司会 市民委員 学識委員 公募委員 専門委員 学内委員 学外委員 進行役 陪席者 列席者 市側 町側 村側 区側 県側 市 町 村 区 県 当局 執行部 議会事務局 教育委員会 農業委員 推進委員 農地利用最適化推進委員 講師 顧問 アドバイザー 欠席者 参考人 コーディネーター ファシリテーター 傍聴者 運営支援 委託業者 コンサルタント 関係課 関係部署 その他 来賓 実施機関 諮問庁 処分庁 審査庁 異議申立人 審査請求人 参加人 補佐人")

// subMeeting is a part of a body that met by itself: 第１分科会.
var subMeeting = regexp.MustCompile(`^第[0-9一二三四五六七八九]{1,2}(?:分科会|部会|小委員会|班|グループ|分会|会場)$`)

// groupAt reads the heading of a group in a roster: 委員(敬称略), （事務局）…, 市　… .
func groupAt(l string) (group, rest string, ok bool) {
	first := textutil.FirstRune(l)
	if l != "" && strings.ContainsRune("(（〈<＜【［[〔", first) && corporate(l) == 0 {
		if end := strings.IndexAny(l, ")）〉>＞】］]〕"); end > 0 && end < 60 {
			_, w := utf8.DecodeRuneInString(l[end:])
			inner := textutil.Key(l[len(string(first)):end])
			if i := strings.IndexAny(inner, "(・、"); i > 0 && noteWords(inner[i:]) {
				inner = inner[:i]
			}
			rest = textutil.TrimLeft(strings.TrimLeft(textutil.TrimLeft(l[end+w:]), ":："))
			if !noteWords(inner) && !counts(inner) {
				return groupName(inner), rest, true
			}
			return "", rest, false
		}
	}
	if i := strings.IndexAny(clip(l, 60), ":："); i > 0 && strings.Count(textutil.Key(l[:i]), "(") == strings.Count(textutil.Key(l[:i]), ")") {
		label := textutil.Key(l[:i])
		_, w := utf8.DecodeRuneInString(l[i:])
		if label, _, _ = strings.Cut(label, "("); !textutil.Longer(label, 12) && !officeName(label) {
			if before, _, role := roleOf(label); role == "" || before == "" && role == "member" || isGroup(label) || role == "secretariat" || role == "department" {
				return groupName(label), textutil.TrimLeft(l[i+w:]), true
			}
		}
	}
	if i := strings.IndexFunc(l, textutil.IsBlank); i > 0 && subMeeting.MatchString(textutil.Key(l[:i])) { // 第１分科会　　…
		return textutil.Key(l[:i]), textutil.TrimLeft(l[i:]), true
	}
	if key := textutil.Key(l); textutil.Longer(key, 3) && !textutil.Longer(key, 14) && (strings.HasSuffix(key, "事務局") || strings.HasSuffix(key, "関係者") || strings.HasSuffix(key, "執行部")) && !strings.ContainsAny(key, "、:") {
		return key, "", true
	}
	best := ""
	for _, w := range append([]string{"委員"}, groups...) {
		r, is := cutSpaced(l, w)
		if !is || len(w) <= len(best) {
			continue
		}
		t := textutil.Trim(r)
		switch {
		case t == "":
			best, rest = w, ""
		case strings.ContainsRune("(（〔", textutil.FirstRune(t)):
			inner, after := bracketed(t)
			switch {
			case noteWords(inner) || counts(inner):
				best, rest = w, strings.TrimLeft(textutil.TrimLeft(after), ":：")
			case officeName(strings.Trim(textutil.Key(inner), "()〔〕")) && textutil.Trim(after) != "": // 実施機関（道路課）課長 …
				best, rest = w, strings.Trim(inner, "(（)）〔〕")+"　"+textutil.TrimLeft(after)
			case strings.ContainsAny(inner, "、・，"): // 事務局(林部長、…)4名
				best, rest = w, strings.Trim(inner, "(（)）〔〕")
			}
		case w == "委員":
			// 委　員　三浦会長、… is a heading; 委　員　羽鳥　正人 is a role
			if len(t) < len(r) && (strings.ContainsAny(t, "、") || leadsRole(t)) {
				best, rest = w, t
			}
		case len(t) < len(r):
			if strings.HasPrefix(t, "長") && (!textutil.Longer(w, 1) || w == "事務局" && strings.TrimLeft(t, "長") != textutil.TrimLeft(strings.TrimLeft(t, "長"))) { // 町　　長　敦賀　孝, 事 務 局 長　…
				continue
			}
			if strings.HasSuffix(w, "委員") && !strings.ContainsAny(t, "、") && len(strings.FieldsFunc(t, textutil.IsBlank)) < 4 {
				continue // 公募委員　小田　剛 is one person
			}
			best, rest = w, t
		}
	}
	return best, rest, best != ""
}

// bracketed parts s into the bracket that it begins with and the rest.
func bracketed(s string) (bracket, rest string) {
	depth := 0
	for i, r := range s {
		switch r {
		case '(', '（', '〔':
			depth++
		case ')', '）', '〕':
			if depth--; depth == 0 {
				i += utf8.RuneLen(r)
				return s[:i], s[i:]
			}
		}
	}
	return s, ""
}

func isGroup(s string) bool {
	for _, g := range groups {
		if g == s {
			return true
		}
	}
	return s == "委員"
}

func leadsRole(s string) bool {
	first := strings.FieldsFunc(s, textutil.IsBlank)
	if len(first) == 0 {
		return false
	}
	before, word, role := roleOf(textutil.Key(first[0]))
	return role == "chair" || role == "vice-chair" || role == "member" && before != "" || role == "member" && word == "委員" && len(first) > 1
}

// officeAt reads an office that all people of a line belong to: 税務課:小暮課長、財部係長.
func officeAt(s string) (office, rest string, ok bool) {
	i := strings.IndexAny(clip(s, 90), ":：")
	if i <= 0 {
		return "", s, false
	}
	_, w := utf8.DecodeRuneInString(s[i:])
	if key := textutil.Key(s[:i]); officeName(key) && !strings.Contains(key, "、") && len(strings.FieldsFunc(s[:i], textutil.IsBlank)) == 1 {
		return key, textutil.TrimLeft(s[i+w:]), true
	}
	return "", s, false
}

// groupInside finds the bracket with the name of a group that stands inside of a
// list, behind a comma or a blank; 0 where there is none.
func groupInside(s string) int {
	prev := ' '
	for i, r := range s {
		if i > 0 && i < 600 && strings.ContainsRune("(（【〔", r) {
			apart := textutil.IsBlank(prev) || strings.ContainsRune("、，,", prev)
			if end := strings.IndexAny(s[i:], ")）】〕"); end > 0 && end < 40 {
				_, w := utf8.DecodeRuneInString(s[i:])
				inner := textutil.Key(s[i+w : i+end])
				_, c := utf8.DecodeRuneInString(s[i+end:])
				after := textutil.Trim(s[i+end+c:])
				apart = apart || textutil.Longer(inner, 2) && !strings.ContainsRune("、，,", textutil.FirstRune(after)) // 園部 明(事務局)、… is of one
				if apart && isGroup(inner) && inner != "市" && inner != "町" && len(after) > 0 {
					return i
				}
			}
		}
		prev = r
	}
	return 0
}
