package diag

// Examples of reading (読込).
var readExamples = map[string]Example{
	"R001": {File: "data/records/第1回.txt", Args: []any{"permission denied"}},
	"R002": {File: "data/records/令和5年度", Args: []any{"permission denied"}},
	"R003": {File: "data/records/令和5年度/写し/写し", Args: []any{32}},
	"R004": {File: "data/records/第2回.txt"},
	"R005": {File: "data/records/第3回.txt"},
	"R006": {File: "data/records/全年度.txt", Args: []any{48, 32}},
	"R007": {File: "data/records/写真.txt"},
	"R008": {File: "data/records/第1回.txt", Line: 3, Column: 4, Text: "委員は\uFFFD橋さん", Args: []any{"Shift_JIS", "F0 40", 20},
		Mend: "委員は髙橋さん（UTF-8 で保存し直したもの）"},
	"R009": {File: "data/records/第1回.txt", Args: []any{"EUC-JP"}},
	"R010": {File: "data/records/会場の地図.dwg", Args: []any{"dwg"}},
	"R011": {File: "data/records/第1回.txt", Line: 12, Column: 5, Text: "（会長） 始めます。", Args: []any{"U+0007"}},
	"R012": {File: "data/records/第1回.txt", Line: 4, Column: 5, Text: "出席者：\uE000橋会長", Args: []any{"U+E000"}, Mend: "出席者：髙橋会長"},
	"R013": {File: "data/records/第1回.doc", Args: []any{".doc", "docx"}},
	"R015": {File: "data/records/第1回.txt", Args: []any{134, 20}},
	"R035": {File: "data/records/第1回.html", Args: []any{"UTF-8", "Shift_JIS"}},
}

// Examples of taking the text out of a format.
var formatExamples = map[string]Example{
	"R014": {File: "data/records/第1回.docx", Args: []any{"unexpected EOF"}},
	"R016": {File: "data/records/第1回.pdf"},
	"R017": {File: "data/records/資料.docx", Args: []any{"word/document.xml, 900 MB"}},
	"R018": {File: "data/records/第1回.docx", Args: []any{3, 2}},
	"R019": {File: "data/records/第1回.docx", Args: []any{4}},
	"R020": {File: "data/records/第1回.docx", Args: []any{1}},
	"R021": {File: "data/records/一覧.xlsm"},
	"R022": {File: "data/records/昭和60年.pdf", Args: []any{12}},
	"R023": {File: "data/records/第1回.pdf", Args: []any{"3、8"}},
	"R024": {File: "data/records/第1回.doc", Args: []any{".doc"}},
	"R025": {File: "data/records/第1回.doc", Args: []any{".doc", "exit status 1"}},
	"R026": {File: "data/records/第1回.docx", Args: []any{2}},
	"R027": {File: "data/records/第1回.html"},
	"R028": {File: "data/records/第1回.docx", Args: []any{1}},
	"R029": {File: "data/records/第1回.pdf", Args: []any{17, 2}},
	"R030": {File: "data/records/答申第14号.pdf", Args: []any{2, 5}},
	"R031": {File: "data/records/答申第14号.docx", Args: []any{2}},
	"R040": {File: "data/records/一覧.xlsx", Args: []any{"列", "F、G"}},
	"R041": {File: "data/records/一覧.csv", Line: 7, Column: 12, Text: `答申第31号,"灯台"の点検記録,妥当`, Args: []any{`bare " in non-quoted field`},
		Mend: `答申第31号,"""灯台""の点検記録",妥当`},
	"R042": {File: "data/records/一覧.csv", Line: 100001, Args: []any{100001}},
	"R043": {File: "data/records/一覧.xlsx", Args: []any{"備考２"}},
	"R044": {File: "data/records/一覧.xlsx", Args: []any{6}},
}
