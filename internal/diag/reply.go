package diag

import "github.com/toshin-archive/toshin/internal/record"

// Faults of parsing replies (答申); codes P2….
var replyEntries = []Entry{
	{"P201", record.Warning,
		Text{"答申番号が見つかりません。", "表題に「答申第12号」や「答申29-1」のような番号があるか確かめてください。同じ名前の .toml で補えます。"},
		Text{"no reply number found", "look for one in the title, or give it in the .toml beside the file"}},
	{"P202", record.Warning,
		Text{"答申の日付が読み取れません。", "日付の書き方を確かめるか、同じ名前の .toml で date を補ってください。"},
		Text{"no date of the reply could be read", "check how it is written, or give date in the .toml beside the file"}},
	{"P203", record.Warning,
		Text{"結論に当たる部分が見つかりません。", "「審査会の結論」「審議会の意見」などの見出しがあるか確かめてください。"},
		Text{"no conclusion found", "look for a heading such as 審査会の結論"}},
	{"P204", record.Warning,
		Text{"日付「{0}」は日付として読めません。", "原文のまま残しました。正しい日付を .toml で補えます。"},
		Text{"{0} is no date", "it was kept as written; the right one can be given in the .toml"}},
	{"P205", record.Warning,
		Text{"表紙の日付（{0}）と本文の日付（{1}）が違います。", "表紙の日付を使いました。違うときは .toml で直してください。"},
		Text{"the cover has {0}, the letter {1}", "the cover's was used; override it in the .toml if that is wrong"}},
	{"P206", record.Info,
		Text{"答申番号は{0}としましたが、別の番号欄「{1}」とは合いません。", "文字が欠けているときは、そのままで差し支えありません。"},
		Text{"number {0} taken; the field {1} does not agree", "nothing to do where its characters are damaged"}},
	{"P207", record.Info,
		Text{"審議経過の日付「{0}」は文字が欠けています。", "原文のまま残しました。日付が分かるときは .toml で補えます。"},
		Text{"the date {0} in the progress table is damaged", "it was kept as written"}},
	{"P208", record.Info,
		Text{"委員の氏名が表の見出しと入り混じっています（{0} と読みました）。", "氏名を確かめ、違うときは .toml で直してください。"},
		Text{"the members' names are woven with a heading; read as {0}", "check them, and override them in the .toml if they are wrong"}},
}
