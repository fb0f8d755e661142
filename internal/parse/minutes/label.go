package minutes

import (
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// headLabels are the labels of a meeting's head by the field they mean;
// "body" opens the proceedings, "" is a label without a meaning of its own.
var headLabels = []struct {
	field string
	words string
}{
	{"date", "日時 開催日時 会議開催日時 開催日 開催年月日 招集年月日 期日 とき 開催日及び場所 開催日時及び場所 日時及び場所 日時・場所 開催期日 会議日時 開会 閉会 開会時刻 閉会時刻 開催時間 時間"},
	{"venue", "場所 開催場所 会場 ところ 招集場所 招集の場所 会議場所 会議開催場所 開催会場"},
	{"attendees", "出席者 出席委員 出席した委員 出席状況 構成員 会議構成員 委員出欠 委員の出席状況 出席者氏名 出席者の氏名 出席委員氏名 出席者等 委員"},
	{"absentees", "欠席者 欠席委員 欠席した委員 欠席"},
	{"staff", "事務局 事務局等の出席者 事務局職員 庶務 事務局出席者"},
	{"officers", "説明者 説明員 説明のために出席した職員 説明のため出席した者 諮問及び案件関係部署 担当課 所管課 幹事 オブザーバー 列席者 市執行部 執行者 関係職員 関係課 市から出席した者 実施機関 出席職員 市側出席者 その他出席者"},
	{"observers", "傍聴者 傍聴人 傍聴者の数 傍聴人数 傍聴者数 傍聴人の数 傍聴 委員外議員傍聴者"},
	{"openness", "会議の公開・非公開 会議の公開非公開 公開の状況 会議の公開・非公開の別 公開・非公開の別 公開非公開の別 公開・非公開 会議の公開 公開の可否"},
	{"handouts", "配布資料 配付資料 資料 提出資料 会議資料 配布物 当日配布資料 事前配布資料 配布資料一覧"},
	{"agenda", "議題 次第 議事 案件 会議次第 議事次第 会議の議題 議事日程 付議事件 付議案件 審議案件 議題等 会議の次第 案件名"},
	{"next", "次回開催予定日 次回開催予定 次回開催について 次回開催日 次回予定"},
	{"body", "内容 会議の内容 会議内容 議事録 会議録 会議要旨 議事概要 主な内容 主な質疑 議事の大要 会議の結果 審議経過 議事経過 議事の経過 審議内容 審議の内容 会議概要 発言要旨 議事内容 議事の内容 議事要旨 会議の概要 審議の経過 会議の経過 議事の要旨 審議概要 議題及び会議の概要 議題及び会議の内容 議題及び審議の内容 議題及び審議結果 会議の内容及び結果"},
	{"", "会議録署名委員 署名委員 担当書記 会議主管課 情報発信元 現在数 出席総数 欠席総数 会議名 会議の名称 名称 審議会等の名称 附属機関の名称 問合せ先 記録者 作成者"},
}

var labelsByFirst = func() map[rune][]headLabel {
	m := map[rune][]headLabel{}
	for _, row := range headLabels {
		for _, w := range strings.Fields(row.words) {
			r := textutil.FirstRune(w)
			m[r] = append(m[r], headLabel{row.field, w})
		}
	}
	return m
}()

type headLabel struct{ field, word string }

// labelMatch is a label found at the head of a line.
type labelMatch struct {
	field, word string
	label       string // as written, with its number, brackets, note and colon
	value       string // the rest of the line
	deco        string // style of its number, its mark or bracket; "" for none
	n           int    // its number
}

// matchLabel reads a label of the head: alone on its line, or with its value
// behind a blank, a colon, or (where the value fits) nothing.
func matchLabel(text string) (labelMatch, bool) {
	m := labelMatch{}
	s := text
	if n, ok := numbered(s); ok {
		m.deco, m.n, s = n.style, n.n, n.rest
	} else if r := textutil.FirstRune(s); strings.ContainsRune("■●○◆◇□◎・•▼▶※*", r) {
		m.deco, s = string(r), textutil.TrimLeft(s[utf8.RuneLen(r):])
	}
	open := textutil.FirstRune(s)
	bracket := s != "" && strings.ContainsRune(opening+"「『", open)
	if bracket {
		m.deco += string(open)
		s = textutil.TrimLeft(s[utf8.RuneLen(open):])
	}
	best, after := headLabel{}, ""
	for _, l := range labelsByFirst[textutil.FirstRune(s)] {
		if rest, ok := cutSpaced(s, l.word); ok && len(l.word) > len(best.word) {
			best, after = l, rest
		}
	}
	if best.word == "" {
		return m, false
	}
	m.field, m.word = best.field, best.word
	closed := false
	if bracket {
		rest := textutil.TrimLeft(after)
		r := textutil.FirstRune(rest)
		if rest == "" || !strings.ContainsRune(closing+"」』", r) {
			return m, false
		}
		after, closed = rest[utf8.RuneLen(r):], true
	}
	// a note on the label: (敬称略、五十音順), (以下、概要)
	if t := textutil.TrimLeft(after); strings.HasPrefix(t, "(") || strings.HasPrefix(t, "（") {
		if i := strings.IndexAny(t, ")）"); i > 0 && i < 90 {
			_, w := utf8.DecodeRuneInString(t[i:])
			note := t[:i+w]
			if tail := textutil.TrimLeft(t[i+w:]); tail == "" || noteWords(note) {
				after, closed = t[i+w:], closed || tail != ""
			}
		}
	}
	value := textutil.TrimLeft(after)
	switch r := textutil.FirstRune(value); {
	case value == "":
	case r == ':' || r == '：':
		value = textutil.TrimLeft(value[utf8.RuneLen(r):])
	case closed || len(value) < len(after):
		if m.word == "資料" && textutil.IsDigit(r) || m.field == "body" {
			return m, false
		}
	case fits(m.field, value):
	default:
		return m, false
	}
	m.value = value
	m.label = textutil.Trim(text[:len(text)-len(value)])
	return m, true
}

// cutSpaced takes word off the head of s, blanks between its glyphs allowed.
func cutSpaced(s, word string) (string, bool) {
	for _, w := range word {
		s = textutil.TrimLeft(s)
		r, n := utf8.DecodeRuneInString(s)
		if r != w {
			return "", false
		}
		s = s[n:]
	}
	return s, true
}

func noteWords(note string) bool {
	for _, w := range []string{"敬称", "順", "以下", "要旨", "概要", "略"} {
		if strings.Contains(note, w) {
			return true
		}
	}
	return false
}

// fits reports whether value can follow a label with nothing between them:
// 開催日時平成28年…, 傍聴者0人.
func fits(field, value string) bool {
	switch field {
	case "date":
		d, ok := jadate.First(value)
		return ok && d.Start == 0
	case "observers":
		_, n := jadate.Leading(value)
		return n > 0 || strings.HasPrefix(value, "なし")
	}
	return false
}
