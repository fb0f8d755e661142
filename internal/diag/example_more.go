package diag

const (
	typesFile = "data/types.toml"
	auditFile = "data/audit.jsonl"
)

// Examples of the archive itself, of cases and types, and of git push.
var moreExamples = map[string]Example{
	"A001": {File: "config.toml"},
	"A002": {File: approvalsFile, Line: 3, Column: 11, Text: "council = 見晴市記録審議会", Args: []any{"toml: unexpected character U+00E8 'è' at start of value"}, Mend: `council = "見晴市記録審議会"`},
	"A003": {File: "data/records"},
	"A004": {File: replyFile, Args: []any{"replies/31", "data/records/答申第31号の写し.txt"}},
	"A005": {File: approvalsFile},

	"C001": {File: "data/cases.toml", Args: []any{"[[tie]]", "case, records, reason"}, Mend: "[[tie]]\ncase    = \"cases/r5-shimon-3\"\nrecords = [\"replies/31\"]\nreason  = \"答申の本文にある諮問の番号が同じ\""},
	"C002": {File: "data/cases.toml", Args: []any{"replies/301"}},
	"C010": {File: typesFile, Args: []any{"防犯カメラ", "防犯カメラ"}, Mend: "id   = \"camera\"\nname = \"防犯カメラ\""},
	"C011": {File: typesFile, Args: []any{"camera", "status", "active, suspended, ended"}, Mend: "status = \"active\""},
	"C012": {File: typesFile, Args: []any{"camera"}},
	"C013": {File: typesFile, Args: []any{"camera", "駅前広場のカメラ"}},
	"C014": {File: typesFile, Args: []any{"camera", "駅前広場のカメラ", "街なかのカメラ全部"}},
	"C015": {File: typesFile, Line: 12, Args: []any{"camera", "founding", "replies/h16-99"}},
	"C020": {File: minutesFile, Args: []any{"cases/r5-shimon-3", "灯台の点検記録", "replies/31", "灯台の点検記録の非公開決定"},
		Mend: "# data/cases.toml\n[[tie]]\ncase    = \"cases/r5-shimon-3\"\nrecords = [\"replies/31\"]\nreason  = \"答申の本文にある諮問の番号が同じ\""},
	"C021": {File: minutesFile, Args: []any{"cases/r5-shimon-3", "見守りのためのセンサー", "室内の動きと照明の点灯の時刻", "ひとり暮らしの高齢者", "異変に早く気付くため", "minutes/r5-3#s0012"},
		Mend: "# data/cases.toml\n[[about]]\ncase        = \"cases/r5-shimon-3\"\ninformation = \"室内の動きと照明の点灯の時刻\"\nwhose       = \"ひとり暮らしの高齢者\"\npurpose     = \"異変に早く気付くため\"\nsource      = \"minutes/r5-3#s0012\""},

	"H001": {File: "data/別のリポジトリー"},
	"H002": {File: "data/records/第1回.txt"},
	"H003": {File: "data/records/録音.wav", Args: []any{120, 100}},
	"H004": {File: "data/records/第1回.pdf"},
	"H005": {File: "data/records/?.txt"},
	"H010": {File: "refs/heads/main"},
	"H011": {File: "refs/heads/main"},
	"H012": {File: auditFile},

	"U001": {File: auditFile, Line: 12, Args: []any{12}},
	"U002": {File: auditFile, Line: 13, Args: []any{13}},
	"U003": {File: auditFile, Args: []any{2}},
	"U004": {File: auditFile, Args: []any{1}},
}
