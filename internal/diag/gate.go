package diag

import "github.com/toshin-archive/toshin/internal/record"

// Faults of gate (公開判定) and of its register; codes G….
var gateEntries = []Entry{
	{"G001", record.Info,
		Text{"公開できません: 審議会の承認がありません。", "承認された会議と議題を data/approvals.toml に書いてください。"},
		Text{"may not go out: no approval covers it", "write the meeting and item that approved it into data/approvals.toml"}},
	{"G002", record.Info,
		Text{"公開できません: 承認の条件がまだ満たされていません（{0}）。", "条件が満たされたら、その日を data/approvals.toml の met に書いてください。"},
		Text{"may not go out: the approval's condition is not met yet ({0})", "when it is, write the day as met in data/approvals.toml"}},
	{"G003", record.Info,
		Text{"公開できません: 誤りの指摘が {0} 件残っています。", "上の指摘を直してください。"},
		Text{"may not go out: {0} errors stand", "mend the faults above"}},
	{"G004", record.Error,
		Text{"承認に {0} がありません。", "data/approvals.toml の [[approval]] に書き足してください。書かれるまで、この承認は効きません。"},
		Text{"the approval lacks {0}", "add it to that [[approval]] in data/approvals.toml; it has no effect until then"}},
	{"G005", record.Warning,
		Text{"承認の対象 {0} は、このアーカイブにありません。", "番号の書き間違いでないか確かめてください。"},
		Text{"the approval covers {0}, which the archive does not have", "see that it is not misspelt"}},
	{"G006", record.Info,
		Text{"公開できません: 承認の日（{0}）がまだ来ていません。", "日付の書き間違いでなければ、その日を過ぎてから公開されます。"},
		Text{"may not go out: the approval's date ({0}) is still to come", "if it is not misspelt, it goes out after that day"}},
	{"G007", record.Error,
		Text{"墨消しの印がありますが、この版はまだ墨消しをしません。このままでは隠すべき文字が出るため、公開を止めました。", "墨消しに対応した版が出るまで、この記録は公開できません。"},
		Text{"there is a redaction mark, and this version does not redact yet; the record is withheld", "it cannot go out until a version that redacts"}},
	{"G008", record.Error,
		Text{"訂正のファイル（この記録の名前に .toml を付けたもの）がありますが、この版はまだ訂正を反映しません。", "訂正に対応した版が出るまで、元の文書を直すか、訂正のファイルを外してください。"},
		Text{"there is a correction file (the record's name with .toml), and this version does not apply corrections yet", "until it does, mend the document itself or remove the file"}},
}
