package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// listWords stand over the columns of a list of matters or of papers and say what is in
// them.
var listWords = func() map[string]string {
	m := map[string]string{}
	for what, words := range map[string]string{
		"number": "番号 No NO No. № 順 順序 議題番号 議案番号 資料番号 整理番号",
		"title":  "議題 案件 件名 議案 議案名 題名 内容 項目 議事 事項 案件名 議題名 資料名 資料 名称 資料の名称 資料名称 審議事項 報告事項 協議事項",
		"other":  "担当課 所管課 担当 所管 資料番号等 関係資料 時間 予定時間 備考 ページ 頁 公開・非公開 公開の別 説明者 担当部署 部数 区分 種別 提出者 配布日",
	} {
		for _, w := range strings.Fields(words) {
			m[w] = what
		}
	}
	return m
}()

// listHeads are the columns of a row of such words, nil where it is none.
func listHeads(row []line) map[int]string {
	if len(row) < 2 {
		return nil
	}
	m, titled := map[int]string{}, false
	for _, c := range row {
		what := listWords[textutil.Key(c.text)]
		if what == "" {
			return nil
		}
		if what == "title" && titled { // 議題 | 資料
			what = "other"
		}
		m[c.col] = what
		titled = titled || what == "title"
	}
	if !titled {
		return nil
	}
	return m
}

// listRow takes the row that begins at line i for one of the list that is open (matters,
// papers), whole, and says where it ends.
func (h *header) listRow(i int) (end int, ok bool) {
	l := h.lines[i]
	if l.cell == noCell || h.cur == nil || h.zone != "agenda" && h.zone != "handouts" || i > 0 && l.cell == otherCell && h.lines[i-1].n == l.n {
		return 0, false
	}
	row := rowOf(h.lines, i)
	if len(row) < 2 {
		return 0, false
	}
	if l.cell == firstCell {
		if h.cur.m.deco == "|" { // its label is a cell: this is the next label
			return 0, false
		}
		if m, is := matchLabel(l.text); is && m.field != "" && m.value == "" && listHeads(row) == nil {
			return 0, false
		}
		if h.speaks(i) {
			return 0, false
		}
	}
	if heads := listHeads(row); heads != nil {
		for _, c := range row {
			h.residue(c, record.WhyFurniture)
		}
		h.listed = heads
		return i + len(row), true
	}
	if l.cell == firstCell && h.listed == nil && len(row) < 3 && !listStart(l.text) {
		return 0, false
	}
	text := ""
	for _, c := range row {
		if h.zone == "agenda" && h.listed != nil && h.listed[c.col] != "number" && h.listed[c.col] != "title" {
			continue
		}
		if text != "" {
			text += "\n" // another cell: a border may stand between
		}
		text += c.text
	}
	if text != "" {
		x := l
		x.text, x.cell = text, noCell
		h.value(x)
	}
	if h.zone == "agenda" && h.listed != nil {
		for _, c := range row {
			if h.listed[c.col] != "number" && h.listed[c.col] != "title" {
				h.plain("", c)
			}
		}
	}
	return i + len(row), true
}

// listStart reports whether a cell begins a row of a list: a number, 議題1, 資料2, a case.
func listStart(s string) bool {
	key := textutil.Key(s)
	if strings.Trim(key, "0123456789.()①②③④⑤⑥⑦⑧⑨⑩") == "" {
		return true
	}
	_, _, ok := topic(s)
	_, _, _, tag := caseAt(s)
	return ok || tag || paperNumber(s) > 0 || strings.HasPrefix(key, "資料") || strings.HasPrefix(key, "参考")
}
