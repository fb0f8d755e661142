package diag

import "github.com/toshin-archive/toshin/internal/record"

// Faults of choosing between minutes and replies; codes P0….
var parseEntries = []Entry{
	{"P001", record.Error,
		Text{"会議録としても答申としても読めません。", "題名（会議録・答申など）と、日時・番号などの見出しを確かめてください。元の文書を直せないときは、「ファイル名.toml」の kind で補えます。記録でないファイルなら、data/records の外に移してください。"},
		Text{"read neither as minutes nor as a reply", "see that it has a title (会議録, 答申 …) and a head with its date or number, or give kind in <file>.toml; if it is no record, move it out of data/records"}},
}
