package main

import "github.com/toshin-archive/toshin/internal/audit"

// auditText holds what toshin audit says.
var auditText = struct {
	short, long, example, flagWrite                 string
	empty, line, place, pending, none, written      string
	errors, by, meeting, item, condition, met       string
	embargo, reviewed, reason, places, what, writer string
}{
	short:   "承認、取下げ、承知、墨消し、訂正の記録を見る、書き足す",
	long:    "だれが、いつ、何を承認し、取り下げ、承知し、墨消しし、訂正したかの記録（data/audit.jsonl）を見ます。記録の番号かファイルを指定すると、それに関わるものだけを表示します。\n\n記録は書き足すだけのもので、後から直すことも消すこともできません。台帳を直したら、--write で書き足してから、台帳と一緒にコミットします。隠した文字は入りません。",
	example: "  toshin audit\n  toshin audit replies/17\n  toshin audit --write",

	flagWrite: "台帳の変わったところを書き足す",
	empty:     "監査の記録はまだありません。toshin audit --write で始められます。\n",
	line:      "%5s %s %s %s %s\n",
	place:     "        %s\n",
	pending:   "\nまだ書かれていないもの: %d 件（toshin audit --write で書き足します）\n",
	none:      "台帳と監査の記録は合っています。\n",
	written:   "%s に %d 件を書き足しました。台帳と一緒にコミットしてください。\n",
	errors:    "誤りがあるため、書き足しませんでした。toshin check の「誤り」を直してから、もう一度実行してください。\n",
	by:        "決めたところ・人: ", meeting: "会議: ", item: "議題: ", condition: "条件: ", met: "条件を満たした日: ",
	embargo: "公開を始める日: ", reviewed: "個人情報を人が確かめた", reason: "理由: ", places: "%d か所", what: "対象: ", writer: "記した人: ",
}

var actNames = map[audit.Kind]string{
	audit.Approve: "承認", audit.Withdraw: "取下げ", audit.Acknowledge: "承知", audit.Redact: "墨消し", audit.Correct: "訂正",
}

var doNames = map[audit.Do]string{audit.Stated: "記載", audit.Ended: "終了"}
