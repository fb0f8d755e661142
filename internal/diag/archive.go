package diag

import "github.com/toshin-archive/toshin/internal/record"

// Faults of the archive folder: its config and registers; codes A….
var archiveEntries = []Entry{
	{"A001", record.Warning,
		Text{"config.toml がありません。", "toshin init で作るか、空の config.toml を置いてください。既定の設定で続けます。"},
		Text{"there is no config.toml", "make one with toshin init, or put an empty file; the defaults are used"}},
	{"A002", record.Error,
		Text{"書き方が違うので読めません（TOML）: {0}", "示した行の引用符・かっこ・項目名を直してください。直るまで公開しません。"},
		Text{"cannot be read as TOML: {0}", "mend the quotes, brackets or key on that line; nothing is published until then"}},
	{"A003", record.Error,
		Text{"記録を置くフォルダー data/records がありません。", "フォルダーを作り、会議録・答申のファイルを入れてください。"},
		Text{"there is no folder data/records", "make it and put minutes and replies there"}},
	{"A004", record.Error,
		Text{"同じ番号の記録が二つあります: {0}（もう一つは {1}）", "どちらかを外すか、番号の誤りを直してください。別の会議体の記録なら config.toml の [[council]] に key を付けてください。"},
		Text{"two records have the id {0} (the other is {1})", "remove one or mend its number; for two bodies give each a key in [[council]] of config.toml"}},
	{"A005", record.Error,
		Text{"公開できる記録が一つもありません。", "data/approvals.toml の承認と、上の指摘を確かめてください。これまでのサイトはそのまま残しました。"},
		Text{"no record may go out", "look at data/approvals.toml and at the faults above; the site was left as it was"}},
}
