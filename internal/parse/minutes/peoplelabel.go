package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// comings are the words by which a label says that people were there or were not;
// members are those of whom it then speaks as the body's own.
var (
	comings = strings.Fields("出席を求めた 出席した 欠席した 列席した 陪席した 同席した 参加した 出席 欠席 列席 陪席 同席 参加")
	members = strings.Fields("委員 構成員 議員 会員 部会員 評議員 理事 役員 農業委員 推進委員")
)

// attendance reads a label that says who came or stayed away: 出席した構成員,
// 事務局として出席した者, 本日の欠席委員. group is who they are.
func attendance(word string) (field, group string, ok bool) {
	for _, c := range comings {
		before, after, is := strings.Cut(word, c)
		if !is {
			continue
		}
		after = strings.TrimPrefix(after, "の")
		before = strings.TrimSuffix(strings.TrimSuffix(before, "として"), "本日の")
		before = strings.TrimPrefix(before, "会議に")
		field = "attendees"
		if strings.HasPrefix(c, "欠席") {
			field = "absentees"
		}
		for _, m := range members {
			if after == m && (before == "" || bodied(before)) {
				return field, m, true
			}
		}
		if before == "事務局" && (after == "者" || after == "職員" || after == "した者") {
			return "staff", before, true
		}
		return "", "", false
	}
	return "", "", false
}

// peopleLabel takes a line for the label of people whom a rule or a duty brought
// there: 地方自治法第121条の規定により出席した者.
func peopleLabel(text string) (labelMatch, bool) {
	m := labelMatch{field: "officers", label: text, firm: true}
	s := m.undecorate(text)
	m.word = strings.TrimRight(textutil.Key(s), ":")
	for _, tail := range []string{"は次のとおりである。", "は、次のとおりである。", "は次のとおりである", "は次のとおり", "は、次のとおりである", "は、次のとおり", "の職氏名", "の氏名"} {
		m.word = strings.TrimSuffix(m.word, tail)
	}
	if i := strings.IndexByte(m.word, '('); i > 0 && strings.HasSuffix(m.word, ")") { // …した構成員（5名）
		m.word, m.note = m.word[:i], m.word[i:]
	}
	if textutil.Longer(m.word, 40) || !textutil.Longer(m.word, 4) || strings.ContainsAny(m.word, "。、()") {
		return m, false
	}
	if field, _, ok := attendance(m.word); ok {
		m.field = field
		return m, true
	}
	for _, tail := range []string{"出席した者", "出席者", "出席職員", "出席した職員", "出席を求めた者", "列席した者", "列席者", "列席したもの", "出席した説明員", "出席した事務局職員", "従事した職員"} {
		if strings.HasSuffix(m.word, tail) {
			if before := strings.TrimSuffix(m.word, tail); bodied(before) { // 合併協議会出席者
				m.field, m.word = "attendees", "出席者"
			}
			if strings.Contains(m.word, "事務局") {
				m.field = "staff"
			}
			return m, true
		}
	}
	return m, false
}
