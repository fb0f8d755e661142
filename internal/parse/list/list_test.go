package list_test

import (
	"fmt"
	"testing"

	"github.com/toshin-archive/toshin/internal/parse"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
	"github.com/toshin-archive/toshin/internal/source/sheet"
)

const replies = `見晴市情報公開・個人情報保護審査会　答申一覧
答申番号,諮問番号,答申日,件名,実施機関,答申の結果,概要,附帯意見,備考
第31号,諮問第40号,令和5年6月1日,「灯台の点検記録」の非公開決定,見晴市長,妥当,条例第7条第2号に当たる。,,
答申第32号から第34号まで,諮問第41号,〃,「港の図面」の部分公開決定,〃,一部取り消すべきである,,図面の整理を急がれたい。,3件を併合
,,日付なし,「桟橋の写真」,,却下,,,
令5-2,,2023/9/4,「堤防の工事」について,,是とする,,,
`

func TestRowsBecomeReplies(t *testing.T) {
	docs := source.NewReader(sheet.CSV{}).Bytes([]byte(replies), "data/records/itiran.csv")
	want := []string{
		"replies/31 [31] 2023-06-01 2023 妥当 [見晴市長] 諮問第40号 見晴市情報公開・個人情報保護審査会 「灯台の点検記録」の非公開決定 []",
		"replies/32 [32 33 34] 2023-06-01 2023 一部 [見晴市長] 諮問第41号 見晴市情報公開・個人情報保護審査会 「港の図面」の部分公開決定 []",
		"replies/row5 [] - 0 却下 []  見晴市情報公開・個人情報保護審査会 「桟橋の写真」 [P302 P301]",
		"replies/r5-2 [令5-2] 2023-09-04 2023 是 []  見晴市情報公開・個人情報保護審査会 「堤防の工事」について []",
	}
	if len(docs) != len(want) {
		t.Fatalf("%d documents", len(docs))
	}
	for i, d := range docs {
		r, ds := parse.Document(d)
		if r == nil {
			t.Fatalf("%v", ds)
		}
		inquiry := ""
		for _, q := range r.Inquiries {
			inquiry = q.Number
		}
		codes := []string{}
		for _, x := range r.Diagnostics {
			codes = append(codes, x.Code)
		}
		date := r.Date
		if date == "" {
			date = "-"
		}
		got := fmt.Sprint(r.ID, " ", r.Numbers, " ", date, " ", r.FiscalYear, " ", r.Outcome, " ", r.Addressee, " ", inquiry, " ", r.Council, " ", r.Title, " ", codes)
		if got != want[i] {
			t.Errorf("got  %s\nwant %s", got, want[i])
		}
		if faults := r.Account(d.Text()); faults != nil {
			t.Errorf("%s: %v", r.ID, faults)
		}
		if r.Kind != record.KindReply {
			t.Errorf("%s is a %s", r.ID, r.Kind)
		}
	}
	r, _ := parse.Document(docs[1])
	if len(r.Conditions) != 1 || len(r.Sections) != 3 || r.Sections[1].Kind != "conditions" {
		t.Errorf("%+v %+v", r.Conditions, r.Sections)
	}
}
