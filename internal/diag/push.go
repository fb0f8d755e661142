package diag

import "github.com/toshin-archive/toshin/internal/record"

// Faults of a push (git push で届いたもの); codes H….
var pushEntries = []Entry{
	{"H001", record.Error,
		Text{"サブモジュール（別のリポジトリーへの参照）があります。中身がここに届かないため、受け取れません。", "サブモジュールを外し、必要なファイルをそのまま加えてください。"},
		Text{"there is a submodule; what it holds does not come with the push", "remove it and add the files themselves"}},
	{"H002", record.Error,
		Text{"リポジトリーの外を指すリンク（シンボリックリンク）があります。", "リンクを消し、ファイルそのものを置いてください。"},
		Text{"there is a symbolic link out of the repository", "put the file itself in its place"}},
	{"H003", record.Error,
		Text{"ファイルが大きすぎます（{0} MB。上限は {1} MB）。", "分けるか、文字だけの形（テキスト、Word など）にしてください。一度でも履歴に入ると消せないため、コミットからやり直してください。"},
		Text{"the file is too large ({0} MB; the limit is {1} MB)", "split it, or keep its text alone; make the commit anew, so that it does not stay in the history"}},
	{"H004", record.Error,
		Text{"Git LFS の目印だけのファイルです。中身が届いていません。", "git lfs を使わずに、ファイルそのものを加えてください。"},
		Text{"this is a pointer of Git LFS, the file itself did not come", "add the file without Git LFS"}},
	{"H005", record.Error,
		Text{"ファイル名に使えない文字（制御文字、UTF-8 でない文字）があります。", "ファイルの名前を付け直してください。漢字やかなは使えます。"},
		Text{"the file's name has characters that cannot be used (control characters, or not UTF-8)", "rename the file; kanji and kana are fine"}},
	{"H010", record.Error,
		Text{"公開しているブランチは消せません。", "公開をやめる記録は、取下げの台帳に書いてください。サイトごと止めるときは、サーバーの管理者に頼んでください。"},
		Text{"the published branch cannot be deleted", "withdraw records in the register; to take the whole site down ask the server's administrator"}},
	{"H011", record.Error,
		Text{"公開しているブランチの履歴を書き換える push（強制プッシュ）は受け取れません。", "git pull で最新にしてから、変更を重ねて push してください。履歴から消す必要があるときは、サーバーの管理者に頼んでください。"},
		Text{"a forced push would rewrite the history of the published branch", "git pull, then push on top; to remove something from the history ask the server's administrator"}},
	{"H012", record.Error,
		Text{"監査の記録（data/audit.jsonl）の、前からある行が変わったか、なくなっています。この記録には書き足すことしかできません。", "git checkout でサーバーの版に戻し、toshin audit --write で書き足してから、コミットし直してください。"},
		Text{"earlier lines of the audit register (data/audit.jsonl) are changed or gone; it can only be added to", "restore the server's version with git checkout, then run toshin audit --write and commit again"}},
}
