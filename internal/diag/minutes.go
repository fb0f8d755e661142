package diag

import "github.com/toshin-archive/toshin/internal/record"

// Faults of parsing minutes (会議録); codes P1….
var minutesEntries = []Entry{
	{"P101", record.Warning,
		Text{"会議の開催日が見つかりません。", "「日時」の行に「平成30年3月29日」のように書いてください。"},
		Text{"The date of the meeting was not found.", "Write it beside 日時, like 平成30年3月29日."}},
	{"P102", record.Warning,
		Text{"「{0}」という日はありません。", "原文のまま載せます。正しい日付は「ファイル名.toml」で補ってください。"},
		Text{"There is no such day as {0}.", "The text stays as it is. Give the right date in <file>.toml."}},
	{"P103", record.Warning,
		Text{"「{0}」の曜日が暦（{1}曜日）と合いません。", "日付か曜日の誤りです。原文のまま載せます。"},
		Text{"The weekday of {0} disagrees with the calendar ({1}).", "The date or the weekday is wrong. The text stays as it is."}},
	{"P104", record.Warning,
		Text{"「{0}」はその元号の期間の外です。", "改元の前後ではないか確かめてください。"},
		Text{"{0} lies outside of its era.", "Check whether the era had changed."}},
	{"P105", record.Warning,
		Text{"会議の時刻を確かに読み取れません。", "「午後1時30分～午後3時」のように、開始と終了を一つずつ書いてください。"},
		Text{"The hours of the meeting are not certain.", "Write one beginning and one end, like 午後1時30分～午後3時."}},
	{"P106", record.Warning,
		Text{"題名の年度（{0}年度）と開催日の年度（{1}年度）が違います。", "どちらかの誤りです。題名の年度を採りました。"},
		Text{"The title's fiscal year ({0}) is not the date's ({1}).", "One of them is wrong. The title's was taken."}},
	{"P107", record.Warning,
		Text{"「日時」の欄から開催日を読み取れません。", "文字が欠けていないか、元の資料で確かめてください。原文のまま載せます。"},
		Text{"The day cannot be read from the field for it.", "See in the original whether characters are missing. The text stays as it is."}},
	{"P121", record.Info,
		Text{"改行の失われた行を、見出しや発言者の所で切り分けました。", "切り分けた所が正しいか、元の資料と見比べてください。"},
		Text{"Lines without their ends were cut again at labels and speakers.", "Compare the cuts with the original."}},
	{"P120", record.Info,
		Text{"発言者の書き方が分かりませんでした。本文は発言に分けずに載せます。", "「○会長　…」「【委員】」のように、発言者を同じ書き方で示してください。"},
		Text{"No way of naming speakers was recognized; the text is not cut into speeches.", "Name every speaker in the same way, like ○会長 or 【委員】."}},
	{"P130", record.Warning,
		Text{"置き場所の分からない行があります。", "見出しや項目名を確かめてください。"},
		Text{"Some lines found no place.", "Check the headings and labels."}},
}
