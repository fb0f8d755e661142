package diag

import "github.com/toshin-archive/toshin/internal/record"

// Faults of lists (一覧表) in .xlsx and .csv; codes R04…, and P3… of their rows.
var listEntries = []Entry{
	{"R040", record.Warning,
		Text{"隠れた{0}があります（{1}）。公開するつもりのない中身かもしれないので、読んでいません。", "公開してよければ、表示してから保存し直してください。"},
		Text{"there are hidden {0} ({1}); they were not read, as they may not be meant for the public", "if they are, unhide them and save again"}},
	{"R041", record.Error,
		Text{"CSV として読めません: {0}", "示した行の引用符「\"」と区切りを直してください。"},
		Text{"cannot be read as CSV: {0}", "mend the quotes and separators on that line"}},
	{"R042", record.Error,
		Text{"表の行か列が多すぎます（{0}）。", "年度ごとにファイルを分けてください。"},
		Text{"the table has too many rows or columns ({0})", "give each year a file of its own"}},
	{"R043", record.Info,
		Text{"見出しの分からない列があります（{0}）。中身は本文に残しました。", "列の見出しが書き間違いでないか確かめてください。"},
		Text{"columns with unknown headings ({0}); their content is kept as text", "see that the headings are not misspelt"}},
	{"R044", record.Warning,
		Text{"数式の結果が保存されていません（{0}）。", "表計算ソフトで開いて、保存し直してください。"},
		Text{"the results of formulas are not saved ({0})", "open it in a spreadsheet program and save it again"}},
	{"P301", record.Warning,
		Text{"一覧のこの行に番号がありません。", "番号の列を確かめてください。番号がないと、ほかの記録から引けません。"},
		Text{"this row of the list has no number", "look at its number column; without one it cannot be cited"}},
	{"P302", record.Warning,
		Text{"一覧のこの行の日付（{0}）を読めません。", "日付の列を確かめてください。元の書き方は残してあります。"},
		Text{"the date of this row ({0}) cannot be read", "look at its date column; it is kept as written"}},
}
