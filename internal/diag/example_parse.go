package diag

const (
	minutesFile = "data/records/第1回.txt"
	replyFile   = "data/records/答申第31号.txt"
	patchFile   = "data/records/第1回.txt.toml"
)

// Examples of reading the record (解析), and of corrections to it.
var parseExamples = map[string]Example{
	"P001": {File: "data/records/お知らせ.txt", Mend: "令和5年度第1回見晴市記録審議会 会議録\n日時：令和5年6月22日（木）午後2時～午後3時40分"},
	"P101": {File: minutesFile, Mend: "日時：令和5年6月22日（木）午後2時～午後3時40分"},
	"P102": {File: minutesFile, Line: 3, Column: 4, Text: "日時：令和5年6月31日", Args: []any{"令和5年6月31日"},
		Mend: "# 第1回.txt.toml\n[[override]]\nfield  = \"date\"\nnow    = \"2023-06-30\"\nreason = \"開催通知による\""},
	"P103": {File: minutesFile, Line: 3, Column: 4, Text: "日時：令和5年6月22日（水）", Args: []any{"令和5年6月22日（水）", "木"}},
	"P104": {File: minutesFile, Line: 3, Column: 4, Text: "日時：平成31年5月10日", Args: []any{"平成31年5月10日"}},
	"P105": {File: minutesFile, Line: 3, Text: "午後2時ごろから", Mend: "日時：令和5年6月22日（木）午後2時～午後3時40分"},
	"P106": {File: minutesFile, Text: "令和5年度第1回見晴市記録審議会 会議録", Args: []any{2023, 2022}},
	"P107": {File: minutesFile, Line: 3, Text: "日時：令和5年 月22日", Mend: "日時：令和5年6月22日"},
	"P108": {File: minutesFile, Line: 62, Text: "令和5年度第2回見晴市記録審議会 会議録", Args: []any{"令和5年度第2回見晴市記録審議会 会議録"}},
	"P120": {File: minutesFile, Mend: "（会長）　始めます。\n（委員）　資料について伺います。"},
	"P121": {File: minutesFile, Line: 9, Text: "（会長）始めます。（委員）伺います。（事務局）お答えします。"},
	"P130": {File: minutesFile, Line: 40, Text: "※　別添のとおり"},
	"P201": {File: replyFile, Mend: "見晴市記録審査会答申\n（答申第31号）"},
	"P202": {File: replyFile, Mend: "# 答申第31号.txt.toml\n[[override]]\nfield  = \"date\"\nnow    = \"2023-06-01\"\nreason = \"決裁文書による\""},
	"P203": {File: replyFile, Mend: "１　審査会の結論\n　見晴市長が行った決定は、妥当である。"},
	"P204": {File: replyFile, Line: 4, Column: 1, Text: "令和5年13月1日", Args: []any{"令和5年13月1日"}},
	"P205": {File: replyFile, Line: 8, Column: 1, Text: "令和5年6月11日", Args: []any{"2023-06-01", "2023-06-11"}},
	"P206": {File: replyFile, Line: 6, Column: 1, Text: "見情審答申第3 号", Args: []any{"31", "見情審答申第3 号"}},
	"P207": {File: replyFile, Line: 60, Text: "令和5年 月2日", Args: []any{"令和5年 月2日"}},
	"P208": {File: replyFile, Line: 72, Column: 1, Text: "委員氏甲野太郎名", Args: []any{"甲野太郎"}},
	"P301": {File: "data/records/一覧.csv", Line: 5, Text: ",令和5年6月1日,灯台の点検記録の件,妥当"},
	"P302": {File: "data/records/一覧.csv", Line: 6, Text: "答申第32号,6月ごろ,港の図面の件,却下", Args: []any{"6月ごろ"}},
	"P901": {File: patchFile, Line: 1, Column: 1, Text: "[[override]]", Args: []any{"reason"},
		Mend: "[[override]]\nfield  = \"venue\"\nwas    = \"市役所\"\nnow    = \"市民会館\"\nreason = \"開催通知による\""},
	"P902": {File: patchFile, Line: 2, Column: 1, Text: "[[override]]", Args: []any{"venues"}, Mend: "field  = \"venue\""},
	"P903": {File: patchFile, Line: 1, Column: 1, Text: "[[override]]", Args: []any{"venue", "市役所", "市民会館"}},
	"P904": {File: patchFile, Line: 1, Column: 1, Text: "[[override]]", Args: []any{"date", "6月22日", "2018-03-29 のように書く"}, Mend: "now    = \"2023-06-22\""},
	"P905": {File: patchFile, Line: 1, Column: 1, Text: "[[override]]", Args: []any{"s0400.text"}},
	"P906": {File: "data/records/第1回.md", Line: 1, Column: 1, Text: "---", Args: []any{"mapping value is not allowed in this context"}, Mend: "---\ntitle: \"第1回: 灯台の件\"\n---"},
	"P908": {File: "data/records/第1回.md", Line: 3, Column: 1, Text: "layout: page", Args: []any{"layout"}},
}
