package list

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// words are what lists write for an outcome where a letter has a sentence; the
// first that the cell contains decides.
var words = []struct{ words, outcome string }{
	{"一部 部分", "一部"},
	{"却下 不適法", "却下"},
	{"条件", "条件付"},
	{"不適当 否 不承認", "否"},
	{"取消 取り消 認容 不当 全部公開 全部開示 公開すべき 開示すべき", "取消"},
	{"妥当 棄却 支持 維持", "妥当"},
	{"是 適当 承認 了承 支障なし 異議なし", "是"},
}

// outcomeOf reads the short word of a cell; "" leaves it to the rules for
// sentences.
func outcomeOf(cell string) string {
	if textutil.Longer(cell, 14) {
		return ""
	}
	key := textutil.Key(cell)
	for _, w := range words {
		for _, x := range strings.Fields(w.words) {
			if strings.Contains(key, x) {
				return w.outcome
			}
		}
	}
	return ""
}
