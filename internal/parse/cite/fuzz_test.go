package cite

import (
	"testing"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// A mention is a stretch of the text, cut at characters, and they come in order.
func FuzzFind(f *testing.F) {
	f.Add("答申第216号（平成29年3月1日）及び横情審答申第1097号から第1142号までを参照")
	f.Add("最判平成13年3月27日民集55巻2号530頁、令和元年(行ウ)第1号、第86回第二部会")
	f.Add("諮問第1号第2号・3・4から同号まで条例第7条第2号ただし書ア")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		s = textutil.Key(s)
		last := 0
		for _, m := range Find(s) {
			if m.From < last || m.From >= m.To || m.To > len(s) || !utf8.ValidString(s[m.From:m.To]) {
				t.Fatalf("%q: %+v", s, m)
			}
			last = m.From
		}
	})
}
