package main

// advice is what doctor says of one finding: what it is, and what to do.
type advice struct{ message, hint string }

// doctorText holds what toshin doctor says. The advice goes by check, state and
// why; {0}, {1} … stand for the finding's args.
var doctorText = struct {
	short, long, example, flagRepo string
	line, hint, sound, ill         string
	states                         map[string]string
	advice                         map[string]advice
}{
	short:    "この機械に足りないもの、古いものを知らせる",
	long:     "toshin を使うのに足りないもの、古いものを調べて知らせます。何も書き換えません。サーバーでは --site と --repo を付けると、公開用のフォルダーとフックも調べます。",
	example:  "  toshin doctor\n  toshin doctor --repo /srv/git/miharashi.git --site /srv/toshin",
	flagRepo: "公開を受け取る `リポジトリー`（bare）",
	line:     "%s  %s\n",
	hint:     "        %s\n",
	sound:    "直さなければならないところはありません。\n",
	ill:      "直さなければならないところが %d 件あります。\n",
	states:   map[string]string{"ok": "よし", "note": "注意", "fault": "不備"},
	advice: map[string]advice{
		"git ok":                  {"git {0}", ""},
		"git fault missing":       {"git がありません。", "git push で公開するには git が要ります。https://git-scm.com/ から入れてください。サイトを作るだけなら要りません。"},
		"git fault old":           {"git が古すぎます（{0}）。", "{1} より新しいものにしてください。"},
		"terminal ok":             {"端末の文字は UTF-8 です（{0}）。", ""},
		"terminal note unset":     {"端末の文字の種類が決まっていません。", "日本語が化けるときは、LANG=ja_JP.UTF-8 または LANG=C.UTF-8 を設定してください。"},
		"terminal note other":     {"端末の文字が UTF-8 ではありません（{0}）。", "日本語が化けます。LANG=ja_JP.UTF-8 を設定するか、Windows では chcp 65001 を実行してください。"},
		"archive ok":              {"アーカイブ: {0}", ""},
		"archive fault missing":   {"アーカイブの設定（config.toml）が読めません: {0}", "アーカイブのフォルダーで実行するか、--source で指定してください。新しく作るときは toshin init です。"},
		"space ok":                {"ディスクの空き: {1} MB（{0}）", ""},
		"space fault little":      {"ディスクの空きが {1} MB しかありません（{0}）。", "{2} MB 以上空けてください。足りなくなると公開が失敗します（公開中のサイトはそのままです）。"},
		"office ok":               {"LibreOffice: {0}", ""},
		"office note missing":     {"LibreOffice がありません。", "古いワード（.doc）、.rtf、.odt、.xls を置くときだけ要ります。"},
		"office fault needed":     {"LibreOffice がないため、{0} 個のファイルが読めません。", "LibreOffice を入れるか、そのファイルを .docx や .xlsx に保存し直してください。"},
		"repository ok":           {"アーカイブは git で管理されています。", ""},
		"repository note missing": {"アーカイブが git で管理されていません。", "git push で公開するときは、アーカイブのフォルダーで git init を実行してください。"},
		"repository fault nobody": {"git の {0} が決まっていません。", "git config {0} に続けて、コミットする人の名前やメールアドレスを書いてください。決めるまでコミットできません。"},
		"repository note quoted":  {"git が日本語のファイル名を数字で表示します。", "git config core.quotePath false とすると、そのまま表示されます。"},
		"site ok":                 {"公開中のサイト: {0}", ""},
		"site fault closed":       {"公開用のフォルダーに書き込めません: {0}（{1}）", "フォルダーがあるか、push を受ける利用者に書く権限があるかを確かめてください。"},
		"site fault damaged":      {"公開中のサイトの目録が読めません: {0}", "toshin rollback で前の版に戻すか、toshin publish で作り直してください。"},
		"site note empty":         {"まだ何も公開していません: {0}", "git push か toshin publish で公開されます。"},
		"site note old":           {"公開中のサイトは、別の版のプログラム（{0}）で作られています。今の版は {1} です。", "次の公開で作り直されます。"},
		"hooks ok":                {"git push で公開する仕組みが入っています（{0}）。", ""},
		"hooks fault missing":     {"{0} に {1} フックがありません。", "toshin hook install を実行してください。"},
		"hooks fault foreign":     {"toshin のものではないフックです: {0}", "中身を確かめ、別の名前にしてから、toshin hook install を実行してください。"},
		"program ok":              {"フックの使うプログラムは、この版（{0}）です。", ""},
		"program fault missing":   {"フックの使うプログラムがないか、動きません: {0}", "toshin hook install をもう一度実行してください。"},
		"program fault old":       {"フックの使うプログラムは {0} で、この版（{1}）と違います。", "この版にするときは、toshin hook install をもう一度実行してください。"},
	},
}
