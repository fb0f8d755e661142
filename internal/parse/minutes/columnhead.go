package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// columnWords stand over the columns of a table of the proceedings; strong ones
// stand over nothing else.
var columnWords = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("番号 No NO No. № 議題 項目 区分 委員名 委員 備考 対応 ページ 頁 該当箇所 資料 案件 件名 内容 結果 時間 担当 担当課 発言者名 質問者 回答者 意見者") {
		m[w] = false
	}
	for _, w := range strings.Fields("意見 質問 回答 質疑 答弁 意見・質問 質問・意見 意見・質問等 質問・意見等 御意見・御質問 ご意見・ご質問 意見等 質疑・意見 質疑・意見等 質問等 回答等 発言者 発言内容 発言要旨 発言の要旨 発言の内容 発言 会議の経過 議事の経過 審議の経過 委員の意見 委員意見 委員の発言 事務局回答 事務局の回答 事務局の考え方 事務局 市の考え方 町の考え方 意見の概要 意見の内容 意見の要旨 質疑の内容 質疑・応答 質疑応答 審議内容 議事内容 議題・発言の要旨 議題・発言内容 議題・発言要旨 議題及び発言の要旨 発言内容・決定事項 発言内容等 質疑応答内容 意見に対する考え方 意見に対する回答") {
		m[w] = true
	}
	return m
}()

// columnHeads reports whether line i is the row of heads over a table, or a cell
// of it: 番号 | 意見・質問 | 回答.
func columnHeads(s string, lines []line, i int) bool {
	if textutil.Longer(s, 60) {
		return false
	}
	var cells []string
	if lines[i].cell != noCell {
		from, to := i, i+1
		for from > 0 && lines[from].cell == otherCell && lines[from-1].n == lines[i].n && i-from < 8 {
			from--
		}
		for to < len(lines) && lines[to].n == lines[i].n && lines[to].cell == otherCell && to-i < 8 {
			to++
		}
		for _, l := range lines[from:to] {
			cells = append(cells, l.text)
		}
	} else {
		cells = strings.FieldsFunc(strings.NewReplacer("　　", "\t", "   ", "\t").Replace(s), func(r rune) bool { return r == '\t' })
	}
	if groupHeads(lines[i]) != nil && i+1 < len(lines) && !sentence(lines[i+1].text) { // 委員　　事務局 over a roster
		return false
	}
	strong := 0
	for _, c := range cells {
		is, ok := columnWords[textutil.Key(c)]
		if !ok {
			return false
		}
		if is {
			strong++
		}
	}
	return len(cells) > 1 && strong > 0
}
