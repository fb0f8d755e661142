package main

// publishText holds what the commands of publishing say to people.
var publishText = struct {
	publishShort, publishLong, rollbackShort, rollbackLong, releasesShort, releasesLong, verifyShort, verifyLong         string
	hookShort, hookLong, installShort, installLong, receiveShort                                                         string
	flagSite, flagKeep, flagPrune, flagAgain, flagRepo, flagBranch, flagPreviewURL, flagForce                            string
	needSite, needRepo, foreignHook, installed                                                                           string
	published, pruned, rolledBack, withdrawn, noRelease, live, noReleases                                                string
	verified, faults, missing, changed, extra                                                                            string
	exportShort, exportLong, flagExport, needOut, foreignFiles, exported                                                 string
	refused, refusedRef, accepted, withheld, waiting, building, failed, notBuilt, preview, previewGone, already, nothing string
}{
	publishShort:  "サイトを作り、公開用のフォルダーで公開する",
	publishLong:   "すべての段階を行い、出来上がったサイトを公開用のフォルダーに版として残し、表示する版を一度に切り替えます。途中で失敗しても、公開中のサイトはそのままです。ウェブサーバーには「フォルダー/current」を公開させます。",
	rollbackShort: "公開するサイトを前の版に戻す",
	rollbackLong:  "公開するサイトを、前の版（または指定した版）に戻します。その後に取り下げた記録が入っている版には、--again を付けない限り戻しません。",
	releasesShort: "これまでに公開した版を一覧にする",
	releasesLong:  "これまでに公開した版を、新しい順に一覧にします。*印が公開中の版です。",
	verifyShort:   "公開したフォルダーが、公開したときのままか確かめる",
	verifyLong:    "公開したフォルダーのすべてのファイルを、目録（manifest.json）と照らし合わせます。フォルダーを指定しなければ、--site の公開中の版を確かめます。",
	hookShort:     "git push で公開する仕組みを整える",
	hookLong:      "git push で公開する仕組み（フック）を整え、動かします。職員が使うのは git push だけで、この命令はサーバーの管理者が一度だけ使います。",
	installShort:  "リポジトリーに公開の仕組みを入れる",
	installLong:   "リポジトリー（なければ作ります）に、受け取る前に調べるフックと、受け取った後に公開するフックを入れます。設定を変えるときや、プログラムを新しくするときも、もう一度実行します。",
	receiveShort:  "git が呼び出します",

	flagSite:       "公開用の `フォルダー`（この中の current を公開する）",
	flagKeep:       "残しておく版の `数`",
	flagPrune:      "古い版を消し、--keep の数だけ残す",
	flagAgain:      "その後に取り下げた記録が再び出ることを承知で戻す",
	flagRepo:       "受け取る `リポジトリー`（bare）",
	flagBranch:     "公開する `ブランチ`",
	flagPreviewURL: "下書きの表示先（previews フォルダーを公開する `URL`）",
	flagForce:      "公開するブランチの履歴の書き換えを受け取る",
	needSite:       "公開用のフォルダーを --site で指定してください",
	needRepo:       "リポジトリーを --repo で指定してください",
	foreignHook:    "toshin のものではないフックがあります。中身を確かめ、別の名前にしてから、もう一度実行してください",
	installed:      "%s を整えました。\n  公開するブランチ: %s\n  ウェブサーバーに公開させるフォルダー: %s\n職員の側では、次のようにします:\n  git remote add 公開 %s\n  git push 公開 %s\n",

	published:  "公開しました。版 %s、記録 %d 件、ファイル %d 個。\n",
	pruned:     "古い版を消しました: %s\n",
	rolledBack: "版 %s に戻しました。\n",
	withdrawn:  "版 %s には、その後に公開をやめた、または墨消しを加えた記録が %d 件あります。戻すと元の文字がまた公開されます:\n",
	noRelease:  "その版はありません",
	live:       "*",
	noReleases: "公開した版はまだありません。\n",
	verified:   "%s: 目録のとおりです。ファイル %d 個、記録 %d 件。\n",
	faults:     "%s: 目録と違うファイルが %d 個あります。\n",
	missing:    "ない",
	changed:    "変わっている",
	extra:      "余分",

	exportShort:  "研究者のための資料（CSV、JSON Lines）を書き出す",
	exportLong:   "公開してよい記録を、表の形（CSV と JSON Lines）と、記録ごとの JSON で書き出します。前に書き出したフォルダーを指定すると、新しいものに置き換えます。",
	flagExport:   "書き出す `フォルダー`",
	needOut:      "書き出すフォルダーを --out で指定してください",
	foreignFiles: "%s には、書き出した資料のほかにもファイルがあります。空のフォルダーか、新しい名前を指定してください",
	exported:     "%s に書き出しました。記録 %d 件、段落 %d 個、ファイル %d 個。\n",

	refused:     "\n受け取れませんでした。何も変わっていません。公開中のサイトもそのままです。\n上の指摘を直し、コミットしてから、もう一度 push してください。\n",
	refusedRef:  "%s を調べました:\n",
	accepted:    "%s を調べました。公開できる記録 %d 件、公開しない記録 %d 件。\n",
	withheld:    "公開しない記録:\n",
	waiting:     "ほかの公開が終わるのを待っています。\n",
	building:    "%s（%.8s）のサイトを作っています。\n",
	failed:      "サイトを作れませんでした。送ったものは受け取ってありますが、公開中のサイトは前のままです。わけは次のとおりです。直してもう一度 push するか、機械の側のことなら管理者に伝えてください。\n",
	notBuilt:    "サイトは作れませんでした。公開中のサイトはそのままです。\n",
	preview:     "ブランチ %s の下書きを作りました: %s\n",
	previewGone: "ブランチ %s の下書きを消しました。\n",
	already:     "%.8s はもう公開されています。\n",
	nothing:     "%s は公開に関わりません。\n",
}
