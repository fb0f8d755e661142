package main

// newText is what "toshin new" says.
var newText = struct {
	short, long, example, flagOut, flagCouncil, flagDay, flagNumber string
	badKind, badNumber, badDay, badName, exists                     string
	written, shown, minutes, reply, next                            string
}{
	short:   "会議録か答申のひな形を作る",
	long:    "これから書く会議録（minutes）か答申（reply）のひな形を作ります。この形のまま書けば、読み違いは起きません。今ある文書を、この形に直す必要はありません。",
	example: "  toshin new minutes --out data/records/minutes/r6-1.txt\n  toshin new reply --number 25 --date 2024-06-20 --out data/records/replies/25.txt",

	flagOut:     "書き出す `ファイル`（.txt。なければ画面に出す）",
	flagCouncil: "会議体の `名前`（ふだんは config.toml のもの）",
	flagDay:     "会議か答申の `日付`（2024-06-20。ふだんは今日）",
	flagNumber:  "第何回、または答申第何号の `数`",

	badKind:   "「%s」のひな形はありません。会議録なら minutes、答申なら reply です",
	badNumber: "--number は 1 から 9999 までの数です",
	badDay:    "--date は 2024-06-20 のように書きます（%q）",
	badName:   "%s: ひな形はテキストです。名前の終わりを .txt にしてください",
	exists:    "%s は既にあります。上書きはしません。別の名前を指定してください",

	written: "%s にひな形を作りました。\n",
	shown:   "\n",
	minutes: `書き方:
  ・ 題名、日時、出席者などの欄は、「：」の前を変えず、後を書き換えます。要らない欄は行ごと消します。
  ・ 議題は「議題：」の下に番号を付けて並べ、議事内容の中に同じ番号と名前の見出しを立てます。
  ・ 発言は、話す人が替わるごとに行を改め、初めに（会長）（委員）（事務局）のように書きます。
  ・ かっこの中の説明の文は、残さず書き換えます。
`,
	reply: `書き方:
  ・ 答申の番号、日付、宛名、件名を書き換えます。○の所も残さず書き換えます。
  ・ 「１　審査会の結論」のような見出しは、番号と言葉を残し、下の文を書き換えます。要らない見出しは消して、番号を詰めます。
  ・ 「審査会の経過」は、日付の行と、したことの行を交互に並べます。
  ・ 結論は「妥当である」「取り消すべきである」のように言い切ります。
`,
	next: "書き終えたら、読み取りを確かめます:\n  toshin parse --explain %s\n",
}
