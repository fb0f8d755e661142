package diag

import "github.com/toshin-archive/toshin/internal/record"

// Faults of corrections by staff (<file>.toml, front matter); codes P9….
var patchEntries = []Entry{
	{"P901", record.Error,
		Text{"訂正に {0} がありません。", "[[override]] に書き足してください。訂正にはその理由が要ります。"},
		Text{"the override lacks {0}", "add it to that [[override]]; every override needs its reason"}},
	{"P902", record.Error,
		Text{"訂正できない項目です: {0}", "訂正できる項目は docs/overrides.ja.md にあります。"},
		Text{"no field that can be overridden: {0}", "see docs/overrides.ja.md for those that can"}},
	{"P903", record.Error,
		Text{"訂正が今の記録に合いません: {0} は「{1}」のはずが「{2}」でした。", "元の文書が変わったか、読み方が変わりました。確かめて was を書き直すか、訂正を外してください。"},
		Text{"the override no longer fits: {0} should be “{1}” but is “{2}”", "the document or its reading has changed: look, then mend was or remove the override"}},
	{"P904", record.Error,
		Text{"訂正の値が正しくありません: {0} に「{1}」は書けません（{2}）。", "書き方を直してください。"},
		Text{"not a value for {0}: “{1}” ({2})", "mend the value"}},
	{"P905", record.Error,
		Text{"訂正の対象 {0} は、この記録にありません。", "番号を確かめてください。toshin parse --json で見られます。"},
		Text{"the record has no {0}", "see its number with toshin parse --json"}},
	{"P906", record.Error,
		Text{"文書の初めの設定（front matter）を読めません: {0}", "--- または +++ で囲んだ行の書き方を直してください。"},
		Text{"the front matter cannot be read: {0}", "mend the lines between --- or +++"}},
	{"P908", record.Info,
		Text{"文書の初めの設定（front matter）の {0} は、記録の項目ではないので使いませんでした。", "項目の名前は docs/record.md にあります。書き間違いなら直してください。"},
		Text{"{0} in the front matter is no field of a record and was not used", "see docs/record.md for their names"}},
}
