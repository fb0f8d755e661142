package difftest

import (
	"flag"
	"fmt"
	"math/rand"
	"strings"
	"sync"

	"github.com/toshin-archive/toshin/internal/record"
)

var madeSize = flag.Int("records", 300, "records of the made archive")

var madeArchive = sync.OnceValue(func() *built { return build("made", made(*madeSize)) })

// made is an archive of minutes put together from a few words, so that phrases
// come again in every neighbourhood, and written in every way that folds: the
// contexts of the search files have to tell all of it apart.
func made(n int) (rs []*record.Record) {
	rng := rand.New(rand.NewSource(5))
	pick := func(words string) string { f := strings.Fields(words); return f[rng.Intn(len(f))] }
	sentence := func() string {
		s := pick("個人情報保護条例 情報公開条例 個人情報 行政情報 情報保護 保護条例 個人情報保護審査会 公開条例 サーバー サーバ ｻｰﾊﾞｰ コンビニエンスストア コミュニティーセンター ドライブレコーダー 𠮷田町 髙橋 斎藤 齋藤 緑ヶ丘 人々 図書館 移動図書館 学校図書館 京都府 東京都 ごみ まちづくり データ でーた") +
			pick("の が を に は について における に関する ・ 、 と") + pick("取扱い 取り扱い 取扱 推進 見直し 保護 公開 利用停止 申立て 申し立て 漏えい 漏洩 第十二条 第12条 第１２条 平成30年度 2018年度 Ｈ30.3.29 ３か月 3ヶ月 ①") +
			pick("を進める に向けて検討する であると認める について審議した は妥当である を求めた があった ではない") + pick("。 。 。 。\n 、")
		if rng.Intn(9) == 0 {
			s += pick("LGWAN J-LIS IPアドレス ＩＴ café 075-955-0000") + pick("で は の")
		}
		return s
	}
	for i := range n {
		r := &record.Record{Kind: record.KindMinutes, ID: record.ID(fmt.Sprintf("minutes/m%04d", i)), Title: fmt.Sprintf("第%d回見晴市審議会", i%40+1),
			Date: fmt.Sprintf("20%02d-%02d-01", i%20, i%12+1), FiscalYear: 2000 + i%20}
		item := record.Item{Title: sentence()}
		sec := record.Section{Kind: []string{"explanation", "questions", "opinion", "decision"}[i%4], Label: pick("質疑 説明 意見 決定")}
		for k := range 2 + rng.Intn(12) {
			var b strings.Builder
			for range 1 + rng.Intn(6) {
				b.WriteString(sentence())
			}
			sec.Passages = append(sec.Passages, record.Passage{ID: fmt.Sprintf("s%04d", k+1), Text: b.String(), Speaker: &record.Speaker{Label: pick("会長 委員 事務局"), Role: pick("chair member secretariat")}})
		}
		item.Sections = []record.Section{sec}
		r.Items = []record.Item{item}
		rs = append(rs, r)
	}
	return rs
}
