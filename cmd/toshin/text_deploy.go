package main

// deployText holds what toshin deploy says.
var deployText = struct {
	short, long, example                    string
	flagTo, flagDryRun, flagForce           string
	needTarget, noSite, notBuiltIn, foreign string
	tried, done                             string
}{
	short:      "出来上がったサイトを S3 などの置き場所に送る",
	long:       "出来上がったサイト（フォルダーか、--site の公開中の版。どちらもなければ public）を、S3 か、S3 と同じ使い方のできる置き場所に送ります。変わったものだけを送り、なくなったものは消します。認証の鍵は環境変数（AWS_ACCESS_KEY_ID と AWS_SECRET_ACCESS_KEY など）から取ります。",
	example:    "  toshin deploy --to 's3://miharashi-toshin?region=ap-northeast-1'\n  toshin deploy --site /srv/toshin --to 's3://town?region=jp&endpoint=https://s3.example.jp&use_path_style=true'",
	flagTo:     "送り先の `URL`（s3://バケット?region=…）",
	flagDryRun: "送らずに、何をするかだけを表示する",
	flagForce:  "送り先に toshin のサイトでないものがあっても、消して置き換える",
	needTarget: "送り先を --to で指定してください",
	noSite:     "%s は出来上がったサイトではありません。toshin build で作るか、フォルダーを指定してください",
	notBuiltIn: "このプログラムには toshin deploy が入っていません。go build -tags withdeploy ./cmd/toshin で作ったものを使ってください",
	foreign:    "%s には toshin のサイトではないものがあります。送るとそれが消えます。空の置き場所を指定するか、消してよければ --force を付けてください",
	tried:      "%s には何も送っていません。\n",
	done:       "%s を %s に送りました。\n",
}
