package diag

import "github.com/toshin-archive/toshin/internal/record"

// Faults of the register of decisions (監査の記録); codes U….
var auditEntries = []Entry{
	{"U001", record.Error,
		Text{"監査の記録の {0} 行目が、書かれたときのままではありません。", "このファイルは手で直しません。git の前の版に戻してから、toshin audit --write を実行してください。二人の変更がぶつかったときも、サーバーの版に戻してから実行します。"},
		Text{"line {0} of the audit register is not as it was written", "never edit this file: restore it from git, then run toshin audit --write; after a merge conflict take the server's version first"}},
	{"U002", record.Error,
		Text{"監査の記録の {0} 行目が、前の行とつながりません。行が抜けたか、入れ替わっています。", "git の前の版に戻してから、toshin audit --write を実行してください。"},
		Text{"line {0} of the audit register does not follow from the one before: lines are missing or moved", "restore it from git, then run toshin audit --write"}},
	{"U003", record.Warning,
		Text{"台帳にあって、監査の記録にまだないものが {0} 件あります。", "toshin audit で確かめ、toshin audit --write で書き加えてから、コミットしてください。"},
		Text{"{0} entries of the registers are not in the audit register yet", "look at them with toshin audit, add them with toshin audit --write, and commit"}},
	{"U004", record.Warning,
		Text{"監査の記録にあって、台帳からなくなったか変わったものが {0} 件あります。", "toshin audit で確かめ、思ったとおりなら toshin audit --write で書き加えてください。覚えのないものは、台帳を元に戻してください。"},
		Text{"{0} entries of the audit register are changed or gone in the registers", "look at them with toshin audit; if that is meant, run toshin audit --write; if not, restore the registers"}},
}
