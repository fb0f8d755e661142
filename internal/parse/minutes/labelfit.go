package minutes

import (
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// counts knows a note that is the value: 傍聴者（2名）.
func counts(note string) bool {
	key := strings.Trim(textutil.Key(note), "()〔〕計")
	_, n := jadate.Leading(key)
	return n > 0 && (strings.HasSuffix(key, "名") || strings.HasSuffix(key, "人"))
}

// undecorate keeps the number or the mark that stands before a label, and gives
// the rest.
func (m *labelMatch) undecorate(text string) string {
	if n, ok := numbered(text); ok {
		m.deco, m.n = n.style, n.n
		return n.rest
	}
	if r := textutil.FirstRune(text); isLabelMark(r) {
		m.deco = string(r)
		return textutil.TrimLeft(text[utf8.RuneLen(r):])
	}
	return text
}

func noteWords(note string) bool {
	for _, w := range []string{"敬称", "敬省", "順", "以下", "要旨", "概要", "略", "◎", "開会", "公開", "開始", "計"} {
		if strings.Contains(note, w) {
			return true
		}
	}
	return false
}

// places end or fill the name of a room.
var places = strings.Fields("市役所 役場 庁舎 会議室 会議場 センター 会館 公民館 図書館 館 室 ホール 議場 階 オンライン ウェブ Web WEB 書面 号室 小学校 中学校 大学 ビル プラザ 講堂 本部 ロビー コミュニティ 区役所 県庁 都庁 府庁")

func placeLike(s string) bool {
	if textutil.Longer(s, 60) || strings.ContainsAny(s, "。") {
		return false
	}
	for _, w := range places {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// fits reports whether value can follow a label with nothing between them:
// 開催日時平成28年…, 傍聴者0人, and in a numbered list 2 場所市役所5階, 3 出席者会長 ….
func fits(field, value, deco string) bool {
	switch field {
	case "date":
		if d, ok := jadate.First(clip(value, 120)); ok && d.Start == 0 {
			return true
		}
		t := jadate.FindTimes(clip(value, 60))
		return len(t) > 0 && t[0].Start == 0
	case "observers":
		_, n := jadate.Leading(value)
		return n > 0 || strings.HasPrefix(value, "なし") || strings.HasPrefix(value, "無")
	case "venue":
		if _, n := jadate.Leading(value); n > 0 && (strings.HasPrefix(value[n:], "名") || strings.HasPrefix(value[n:], "人")) {
			return false // 会場2名、オンライン7名
		}
		return placeLike(clip(value, 90)) && !strings.ContainsAny(textutil.Key(clip(value, 3)), "のをはがにで、及等")
	case "attendees", "absentees":
		if !strings.ContainsAny(value, "、，,") && deco == "" {
			return false
		}
		first := strings.FieldsFunc(value, func(r rune) bool { return textutil.IsBlank(r) || strings.ContainsRune("、，,", r) })
		if len(first) == 0 {
			return false
		}
		before, _, role := roleOf(textutil.Key(first[0]))
		return role != "" && qualifies(before) && !strings.Contains(value, "。")
	case "agenda", "handouts":
		if deco == "" {
			return false
		}
		_, ok := numbered(value)
		_, _, _, tag := caseAt(value)
		return ok || tag || textutil.IsDigit(textutil.FirstRune(value)) || strings.HasPrefix(value, "・") || field == "handouts" && strings.HasPrefix(value, "資料")
	case "body":
		if deco == "" {
			return false
		}
		i := strings.IndexAny(clip(value, 90), ")）")
		return i > 0 && (strings.Contains(value[:i], "君") || strings.Contains(value[:i], "会長"))
	}
	return false
}

// side reports whether what stands before 出席者 says that they are of the town:
// 町出席者, 行政側出席者.
func side(before string) bool {
	switch strings.TrimSuffix(before, "側") {
	case "市", "町", "村", "区", "県", "府", "都", "当局", "行政", "職員", "執行部", "関係課", "担当課", "所管課", "実施機関":
		return true
	}
	return false
}

// bodied reports whether s ends like a body's name.
func bodied(s string) bool {
	if !textutil.Longer(s, 3) || strings.HasSuffix(s, "市議会") || strings.HasSuffix(s, "町議会") || strings.HasSuffix(s, "村議会") {
		return false
	}
	for _, b := range bodies {
		if strings.HasSuffix(s, b) {
			return true
		}
	}
	return false
}

// agendaLabel takes a marked or numbered line for the agenda's label where it
// ends like one: 〇本日審査した案件, ５、本会議の付託議件は次のとおりである。
func agendaLabel(text string) (labelMatch, bool) {
	m := labelMatch{field: "agenda", label: text, firm: true}
	s := m.undecorate(text)
	m.word = strings.TrimRight(textutil.Key(s), ":。")
	m.word = strings.TrimSuffix(strings.TrimSuffix(m.word, "は次のとおりである"), "は次のとおり")
	if m.deco == "" || textutil.Longer(m.word, 20) || !textutil.Longer(m.word, 3) || strings.ContainsAny(m.word, "、「") {
		return m, false
	}
	for _, tail := range []string{"した案件", "付議案件", "付託案件", "した事件", "付議事件", "付託事件", "議件", "の議題", "提出議案", "議案の題目", "した事項", "した議題", "付議事項"} {
		if strings.HasSuffix(m.word, tail) {
			return m, true
		}
	}
	return m, false
}

// dutyLabel reads a label that says in brackets in what part someone attends:
// 市長（評価庁）　資産税課長　本橋　圭.
func dutyLabel(s string) (label, rest string, ok bool) {
	i := strings.IndexAny(clip(s, 60), "(（")
	j := strings.IndexAny(clip(s, 90), ")）")
	if i <= 0 || j < i {
		return "", "", false
	}
	_, w := utf8.DecodeRuneInString(s[j:])
	rest = s[j+w:]
	if rest == "" || !textutil.IsBlank(textutil.FirstRune(rest)) {
		return "", "", false
	}
	_, _, outer := roleOf(textutil.Key(s[:i]))
	inner := textutil.Key(strings.TrimLeft(s[i:j], "(（"))
	before, _, role := roleOf(inner)
	return s[:j+w], textutil.TrimLeft(rest), outer != "" && before == "" && (role == "agency" || role == "department" || role == "applicant")
}
