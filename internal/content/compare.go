package content

import "github.com/toshin-archive/toshin/internal/record"

// compareRow is a line of the comparison: what assets/js/compare-cells.js reads
// of a record under that key. Text rows are compared word by word.
type compareRow struct {
	Key, Label string
	Text       bool
}

// comparePage is the shell of /compare/; the browser fills it from the data
// files of the records that its address names.
func (a *atlas) comparePage() page {
	const url = "compare/"
	rows := []compareRow{
		{"council", "会議体", false}, {"number", "番号", false}, {"date", "日", false}, {"addressee", "あて先・所管課", false},
		{"inquiries", "諮問", false}, {"information", "個人情報", false}, {"whose", "対象の人", false}, {"purpose", "目的", false},
		{"meetings", "扱った会議", false}, {"types", "類型", false}, {"outcome", "結論の種類", false}, {"articles", "条文", false},
		{"conclusion", "結論", true}, {"conditions", "附帯意見", true}, {"kept", "附帯意見がどう守られたか", false},
	}
	for _, kind := range []string{"request", "agency", "applicant", "judgement", "explanation", "opinion", "deliberation", "decision"} {
		rows = append(rows, compareRow{kind, record.Japanese(record.SectionKinds, kind), true})
	}
	rows = append(rows, compareRow{"cites", "引いているもの", false}, compareRow{"members", "委員", false})
	f := a.listFront(url, "compare", "", "page")
	f.Type = "compare"
	return page{URL: url, Body: "compare", Front: f, Data: map[string]any{"Root": root(url), "Rows": rows}}
}
