package main

// text holds what the command line says to people; diagnostics have their own
// catalogue (internal/diag).
var text = struct {
	rootShort, rootLong, seeHelp, interrupted                                string
	helpUsage, helpCommand, helpOptions, helpCommands, helpExamples, helpOwn string
	helpShared, helpDefault, helpExit, flagVersion                           string
	noFlag, needValue, badValue, badArgs, noCommand, noCommandNear           string
	badPlace, diskFull, badLayout, noPermission                              string
	serveExample, buildExample, checkExample, parseExample, searchExample    string
	explainExample, initExample                                              string

	flagSource, flagLang, flagJobs, flagHelp, flagJSON, flagOut, flagBaseURL, flagExplain string
	flagLimit, flagOffset, flagAddr, badLang, badLimit                                    string
	serveShort, serveLong, buildShort, buildLong, checkShort, checkLong                   string
	parseShort, parseLong, searchShort, searchLong, explainShort, explainLong             string
	initShort, initLong, initDone, initNotEmpty                                           string
	serving, changed, rebuildFailed                                                       string
	noFile                                                                                string
}{
	rootShort:    "審議会の会議録と答申を、検索できる公開サイトにします",
	rootLong:     "toshin は、審議会の会議録と答申を読み、公開してよいものだけを、検索できる静的なサイトにします。\n\n段階: read 読込 → parse 解析 → gate 公開判定 → write 本文生成 → index 索引 → shard 検索配信 → site サイト生成",
	seeHelp:      "使い方は toshin --help で見られます。",
	interrupted:  "中断しました。これまでのサイトはそのままです。",
	helpUsage:    "使い方:",
	helpCommand:  "コマンド",
	helpOptions:  " [オプション]",
	helpCommands: "コマンド:",
	helpExamples: "例:",
	helpOwn:      "オプション:",
	helpShared:   "共通のオプション:",
	helpDefault:  "（ふだんは %s）",
	helpExit:     "終了コード: 0 できた / 1 記録に誤りがある / 2 使い方が違う / 3 機械の側の失敗",
	flagVersion:  "プログラムの版を表示する",

	noFlag:        "--%s というオプションはありません",
	needValue:     "--%s には値が要ります",
	badValue:      "--%s に「%s」は使えません",
	badArgs:       "引数の数が違います。使い方: %s",
	noCommand:     "%s というコマンドはありません",
	noCommandNear: "%s というコマンドはありません（%s のことですか）",
	badPlace:      "--out のフォルダーには、サイトではないものが入っています。そこはサイトで置き換えられるので、空のフォルダーか、新しい名前を指定してください",
	diskFull:      "ディスクに空きがありません。空きを作ってから、もう一度実行してください。これまでのサイトはそのままです。",
	badLayout:     "ページのひな形（layouts フォルダーのファイル）が読めないので、サイトを作れません。上に出ているファイルを直すか、layouts フォルダーから外すと元の見た目に戻ります。これまでのサイトはそのままです。",
	noPermission:  "読み取れないか、書き込めません。フォルダーの権限を確かめてください。これまでのサイトはそのままです。",

	flagSource:  "アーカイブの `フォルダー`（config.toml と data/ のある所）",
	flagLang:    "指摘の `言語`（ja または en）",
	flagJobs:    "同時に読むファイルの `数`（0 なら CPU の数）",
	flagHelp:    "この説明を表示する",
	flagJSON:    "JSON で出力する",
	flagExplain: "原文の一行ごとに、何になったかを表示する",
	flagOut:     "サイトを書き出す `フォルダー`（ふだんは public）",
	flagBaseURL: "公開する `URL`（config.toml の base_url に代わる）",
	flagLimit:   "表示する `件数`",
	flagOffset:  "最初の `件数` を飛ばす",
	flagAddr:    "待ち受ける `アドレス`（自分の機械の中だけ）",
	badLang:     "--lang は ja か en です（%q）",
	badLimit:    "--limit と --offset は 0 以上の数です",

	serveExample:   "  toshin serve\n  toshin serve --source 見晴市 --addr 127.0.0.1:8080",
	buildExample:   "  toshin build\n  toshin build --base-url https://example.jp/toshin/ --out /srv/www/toshin",
	checkExample:   "  toshin check\n  toshin check data/records/令和5年度/第1回.txt\n  toshin check --json",
	parseExample:   "  toshin parse data/records/令和5年度/第1回.txt\n  toshin parse --json data/records/*.txt",
	searchExample:  "  toshin search コンビニ交付 280件\n  toshin search --limit 5 '\"個人情報\" -防犯カメラ'",
	explainExample: "  toshin explain ミラーサーバー",
	initExample:    "  toshin init 見晴市",

	serveShort:   "サイトを作り、自分の機械で見られるようにする",
	serveLong:    "サイトを作り、http://localhost で見られるようにします。記録や設定を保存するたびに作り直し、開いているページも新しくなります。終わるには Ctrl+C を押します。",
	buildShort:   "公開サイトを作る",
	buildLong:    "記録を読み、公開してよいものだけで、サイト一式を作ります。出来上がってから一度に置き換えるので、途中で失敗しても、これまでのサイトはそのままです。",
	checkShort:   "記録を調べ、直すところと公開できない理由を知らせる",
	checkLong:    "記録を調べ、直すところと、公開できない記録の理由を知らせます。何も書き換えません。ファイルを指定すると、その指摘だけを表示します。",
	parseShort:   "ファイルをどう読み取ったかを表示する",
	parseLong:    "ファイルをどう読み取ったかを表示します。--json を付けると、記録をすべての項目とともに出力します。",
	searchShort:  "アーカイブを検索する",
	searchLong:   "公開してよい記録を検索します。サイトの検索と同じ結果を返します。\n\n空白で区切ると「すべてを含む」、\"…\" はそのままの句、-語 は除外、OR は「どちらか」です。\n\nしぼりこみ: 結論: 年度: 実施機関: 所管課: 発言: 節: 条文: 番号: 期間: 種別: 同じ発言:\n  年度:平成29  年度:2017..2019  期間:平成29年4月..平成30年3月  番号:1097..1142\n  発言:会長 類型（会長の発言の中の「類型」）  結論:=妥当（ちょうど「妥当」）  -結論:妥当（除く）",
	explainShort: "検索語がどう読み替えられたかを表示する",
	explainLong:  "検索語がどう畳まれ、読みから広げられ、索引の語に分けられ、上位の記録が何点になったかを表示します。",
	initShort:    "新しいアーカイブを作る",
	initLong:     "新しいアーカイブのフォルダーを作ります。見本の記録、承認の台帳、設定、職員のための手引き（docs/）、自動公開のファイルが入ります。",
	initDone:     "%s に新しいアーカイブを作りました。次は:\n\n  cd %s\n  toshin serve\n",
	initNotEmpty: "%s は空ではありません。空のフォルダーか、新しい名前を指定してください",

	serving:       "http://%s/ で見られます。終わるには Ctrl+C を押してください。\n",
	changed:       "変更がありました。作り直します。\n",
	rebuildFailed: "作り直せませんでした。前のサイトを表示し続けます: %v\n",
	noFile:        "%s はこのアーカイブの記録にありません",
}
