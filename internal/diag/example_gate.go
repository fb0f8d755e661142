package diag

const (
	approvalsFile = "data/approvals.toml"
	sidecarFile   = "data/records/答申第31号.txt.toml"
)

// Examples of the gate (公開判定).
var gateExamples = map[string]Example{
	"G001": {File: replyFile, Mend: "# data/approvals.toml\n[[approval]]\ncovers  = [\"replies/31\"]\ncouncil = \"見晴市記録審議会\"\ndecided = 2023-06-22\nmeeting = \"minutes/r5-1\"\nitem    = \"2\""},
	"G002": {File: replyFile, Args: []any{"審査請求人の同意を得ること"}, Mend: "met = 2023-07-01"},
	"G003": {File: replyFile, Args: []any{2}},
	"G004": {File: approvalsFile, Line: 4, Column: 1, Text: "[[approval]]", Args: []any{"decided"}, Mend: "decided = 2023-06-22"},
	"G005": {File: approvalsFile, Line: 4, Column: 1, Text: "[[approval]]", Args: []any{"minutes/h29-9"}},
	"G006": {File: replyFile, Args: []any{"2203-06-22"}},
	"G009": {File: replyFile, Args: []any{"2024-04-01"}},
	"G010": {File: replyFile, Args: []any{"審査請求が取り下げられたため"}},
	"G011": {File: replyFile, Args: []any{3}},
	"G012": {File: minutesFile, Line: 11, Column: 3, Text: "1　（一つ目の議題の名前）について（諮問）", Args: []any{"（一つ目の議題の名前）"}, Mend: "1　図書館の利用者情報の管理について（諮問）"},
	"G020": {File: replyFile, Line: 24, Column: 6, Text: "窓口では、[[墨消し:氏名]]松嵐渚さんに話した。", Mend: "窓口では、[[墨消し:氏名]]松嵐渚[[/]]さんに話した。"},
	"G021": {File: replyFile, Line: 24, Column: 9, Text: "窓口では、松嵐渚[[/]]さんに話した。", Mend: "窓口では、[[墨消し:氏名]]松嵐渚[[/]]さんに話した。"},
	"G022": {File: replyFile, Line: 25, Column: 3, Text: "電話[[墨消し:電話番号]]で、", Args: []any{24}},
	"G023": {File: replyFile, Line: 24, Column: 6, Text: "窓口では、[[墨消し]]松嵐渚[[/]]さんに話した。", Mend: "窓口では、[[墨消し:氏名]]松嵐渚[[/]]さんに話した。"},
	"G024": {File: replyFile, Line: 24, Column: 6, Text: "窓口では、[墨消し:氏名]松嵐渚[/]さんに話した。", Mend: "窓口では、[[墨消し:氏名]]松嵐渚[[/]]さんに話した。"},
	"G025": {File: sidecarFile, Line: 1, Column: 1},
	"G026": {File: sidecarFile, Line: 3, Column: 1, Text: `reason = "松嵐渚さんの名前"`, Mend: `reason = "氏名"`},
	"G027": {File: sidecarFile, Line: 1, Column: 1, Args: []any{"missing closing )"}},
	"G028": {File: replyFile, Line: 31, Text: "松嵐渚さんの話では、", Args: []any{24}, Mend: "# 答申第31号.txt.toml\n[[redact]]\ntext   = \"松嵐渚\"\nreason = \"氏名\"\nby     = \"情報公開課\"\non     = 2023-06-01"},
	"G029": {File: sidecarFile, Line: 2, Column: 10, Text: `text   = 松嵐渚`, Args: []any{"toml: unexpected character U+00E6 'æ' at start of value"}, Mend: `text   = "松嵐渚"`},
	"G030": {File: "data/records/古い名前.txt.toml", Args: []any{"data/records/古い名前.txt"}},
	"G031": {File: sidecarFile, Line: 1, Column: 1, Text: "[[redact]]", Args: []any{"[[redact]]", "on"}, Mend: "on     = 2023-06-01"},
	"G032": {File: sidecarFile, Line: 6, Column: 1},
	"G033": {File: "config.toml", Args: []any{"members", "hide"}, Mend: "[names]\nmembers = \"roles-only\""},
	"G034": {File: "data/withdrawals.toml", Line: 1, Column: 1, Text: "[[withdrawal]]", Args: []any{"答申第31号"}, Mend: "covers = [\"replies/31\"]"},
	"G035": {File: sidecarFile, Args: []any{"title"}, Mend: "[[redact]]\ntext   = \"名前\"\nreason = \"氏名\"\nby     = \"情報公開課\"\non     = 2023-06-01"},
	"G040": {File: replyFile, Line: 29, Column: 6, Text: "連絡先は、090-0000-0000である。", Args: []any{"電話番号", "090-0000-0000"},
		Mend: "連絡先は、[[墨消し:電話番号]]090-0000-0000[[/]]である。"},
}
