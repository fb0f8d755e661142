package sheet

import (
	"strings"
	"sync"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// columns are the headings of lists of replies by what they say, without blanks
// and in half width. The keys are those of [source.Cell].
var columns = []struct{ column, words string }{
	{"number", "答申番号 答申No 答申№ 番号 答申第号 答申書番号 答申等番号 答申の番号 答申"},
	{"date", "答申日 答申年月日 答申の日 答申等年月日 年月日 日付 答申書交付日 答申日付 答申日時"},
	{"inquiry", "諮問番号 諮問No 諮問№ 諮問 諮問案件番号 事件番号 諮問の番号"},
	{"inquired", "諮問日 諮問年月日 諮問の日 諮問日付"},
	{"subject", "件名 事件名 案件名 題名 標題 諮問件名 案件 諮問事項 審査請求の件名 答申件名 表題 対象公文書 対象文書 請求内容 諮問内容 対象情報"},
	{"agency", "実施機関 実施機関名 処分庁 諮問庁 諮問機関 諮問実施機関 担当課 所管課 所管部署 担当部署"},
	{"council", "審議会 審査会 審議会名 審査会名 審議会等 会議体 答申機関 附属機関 附属機関名"},
	{"division", "部会 担当部会"},
	{"outcome", "結論 答申結果 結果 審査会の結論 答申の結論 審議会の結論 判断結果 答申内容の区分 答申区分 答申の結果"},
	{"summary", "概要 答申概要 答申の概要 要旨 答申要旨 答申の要旨 内容 答申内容 答申の内容 事案の概要 主な内容"},
	{"judgement", "審査会の判断 判断理由 理由 判断の要旨 審査会の判断要旨"},
	{"addressee", "宛先 宛名 答申先"},
	{"articles", "条文 適用条項 該当条項 該当条文 根拠条項 争点 非公開理由 不開示理由 非開示理由"},
	{"remark", "備考 附帯意見 付帯意見 その他 注記 摘要"},
	{"serial", "No NO № 通番 連番 項番 整理番号 #"},
}

// byHeading is the table by heading.
var byHeading = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for _, c := range columns {
		for _, w := range strings.Fields(c.words) {
			if k := strings.ToLower(textutil.Key(w)); m[k] == "" {
				m[k] = c.column
			}
		}
	}
	return m
})

// columnOf is what a column with that heading says, "" where it is not known.
func columnOf(heading string) string {
	key := strings.TrimSuffix(textutil.Key(heading), ".")
	if i := strings.IndexAny(key, "(※"); i > 0 {
		key = key[:i]
	}
	if key == "" {
		return ""
	}
	return byHeading()[strings.ToLower(key)]
}

// heads reports whether a row of these cells holds the headings of a list of
// replies: at least three known ones, among them what tells a reply from another
// and when or about what it was; and none that is a sentence.
func heads(cells []string) bool {
	seen := map[string]bool{}
	filled := 0
	for _, c := range cells {
		if textutil.Longer(c, 30) || strings.Contains(c, "。") {
			return false
		}
		if textutil.Key(c) != "" {
			filled++
		}
		if col := columnOf(c); col != "" {
			seen[col] = true
		}
	}
	return len(seen) >= 3 && filled <= 3*len(seen) && (seen["number"] || seen["subject"]) && (seen["date"] || seen["outcome"] || seen["subject"] && seen["number"])
}
