package diag

import "github.com/toshin-archive/toshin/internal/record"

// Faults of the registers of cases and types (案件・類型); codes C….
var caseEntries = []Entry{
	{"C001", record.Error,
		Text{"{0} に足りない項目があります（要るもの: {1}）。", "data/cases.toml のその項目に書き足してください。書かれるまで、この記載は効きません。"},
		Text{"{0} lacks something (it needs {1})", "add it in data/cases.toml; the entry has no effect until then"}},
	{"C002", record.Warning,
		Text{"{0} は、このアーカイブにありません。", "data/cases.toml の番号の書き間違いでないか確かめてください。"},
		Text{"the archive has no {0}", "see that it is not misspelt in data/cases.toml"}},
	{"C010", record.Error,
		Text{"類型の番号（id）か名前（name）が正しくありません: 「{0}」「{1}」", "id は半角の英小文字・数字・ハイフンで、ほかと重ならないものにしてください。"},
		Text{"the type's id or name is not right: {0}, {1}", "an id has small letters, digits and hyphens, and is not used twice"}},
	{"C011", record.Error,
		Text{"類型 {0} の {1} が正しくありません。", "次のどれかを書いてください: {2}"},
		Text{"{1} of the type {0} is not right", "write one of: {2}"}},
	{"C012", record.Warning,
		Text{"類型 {0} には抽象的な定義（definition）がありません。例示だけの類型として表示します。", "答申に定義があれば、data/types.toml に写してください。"},
		Text{"the type {0} has no abstract definition; it is shown as resting on examples", "if the reply defines it, copy that into data/types.toml"}},
	{"C013", record.Error,
		Text{"類型 {0} に当てはめた「{1}」に、題名（title）、判断した課（by）、当てはまる範囲の引用（scope）のどれかがありません。", "data/types.toml に書き足してください。書かれるまで、この類型の下には載せません。"},
		Text{"the case {1} under the type {0} lacks title, by or scope", "add it in data/types.toml; it is not listed until then"}},
	{"C014", record.Error,
		Text{"類型 {0} に当てはめた「{1}」の範囲の引用が、類型の定義にありません: 「{2}」", "類型の定義・範囲の言葉をそのまま写してください。当てはまる言葉がなければ、この類型では扱えません。"},
		Text{"the scope quoted for {1} is not in the words of the type {0}: {2}", "quote the type's own words; if none fit, the case is not of this type"}},
	{"C015", record.Warning,
		Text{"類型 {0} の {1}「{2}」は、このアーカイブにありません。", "data/types.toml の番号の書き間違いでないか確かめてください。まだ収めていない記録なら、そのままでかまいません。"},
		Text{"the archive has no {2}, which is the {1} of the type {0}", "see that it is not misspelt in data/types.toml; leave it where the record is yet to come"}},
	{"C020", record.Info,
		Text{"案件 {0}（{1}）に関わる記録かもしれません: {2}「{3}」", "同じ案件なら data/cases.toml に [[tie]] case = \"{0}\"、records = [\"{2}\"]、reason を、違うなら [[part]] で同じものを書いてください。"},
		Text{"it may belong to the case {0} ({1}): {2} {3}", "write [[tie]] case = \"{0}\", records = [\"{2}\"], reason in data/cases.toml, or [[part]] if it does not"}},
	{"C021", record.Info,
		Text{"案件 {0}（{1}）について、本文に次のように書かれています。個人情報: {2} ／ 対象の人: {3} ／ 目的: {4}", "{5} を読んで確かめ、正しければ data/cases.toml に [[about]] case = \"{0}\"、information、whose、purpose、source = \"{5}\" を書いてください。書くまで、案件のページには出ません。"},
		Text{"of the case {0} ({1}) the text says: information {2}; whose {3}; purpose {4}", "read {5}, and if it is so write [[about]] case = \"{0}\", information, whose, purpose, source = \"{5}\" in data/cases.toml; until then the case's page does not say it"}},
}
