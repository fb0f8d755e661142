package cases

import (
	"fmt"
	"testing"

	"github.com/toshin-archive/toshin/internal/record"
)

func TestTagOf(t *testing.T) {
	for _, c := range []struct{ kind, tag, title, want string }{
		{"諮問", "諮問案件3", "防犯カメラの映像について", "諮問 諮問案件3 3 防犯カメラの映像について 0"},
		{"諮問", "諮問案件3", "（平成２９年度・継続）　防犯カメラの映像について", "諮問 諮問案件3 3 防犯カメラの映像について 2017"},
		{"報告", "報告案件2", "電子メールの誤送信について（継続）", "報告 報告案件2 2 電子メールの誤送信について 0"},
		{"審議", "", "令和元年度諮問案件3（継続）　防犯カメラの映像について", "諮問 諮問案件3 3 防犯カメラの映像について 2019"},
		{"その他", "", "継続して検討する事項（報告）について", "その他   継続して検討する事項（報告）について 0"},
	} {
		g := tagOf(&record.Item{Kind: c.kind, Case: c.tag, Title: c.title})
		if got := fmt.Sprint(g.kind, " ", g.label, " ", g.number, " ", g.title, " ", g.year); got != c.want {
			t.Errorf("%s %s:\n got %s\nwant %s", c.tag, c.title, got, c.want)
		}
	}
}

// A case is one through the years: carried over under its old number, then
// taken up again.
func TestCasesGoOn(t *testing.T) {
	meeting := func(id string, year int, date string, items ...record.Item) *record.Record {
		return &record.Record{ID: record.ID(id), Kind: record.KindMinutes, Council: "審議会", FiscalYear: year, Date: date, Minutes: record.Minutes{Items: items}}
	}
	a := Tied([]*record.Record{
		meeting("minutes/h29-2", 2017, "2018-03-22",
			record.Item{Kind: "諮問", Case: "諮問案件3", Title: "住民基本台帳の利用について", Outcome: "継続"},
			record.Item{Kind: "諮問", Case: "諮問案件4", Title: "運行記録の収集について", Outcome: "答申"}),
		meeting("minutes/h30-1", 2018, "2018-07-12",
			record.Item{Kind: "諮問", Case: "諮問案件3", Title: "（平成29年度・継続）　住民基本台帳の利用について", Outcome: "答申"},
			record.Item{Kind: "諮問", Case: "諮問案件4", Title: "見守りのセンサーについて", Outcome: "継続"}),
		meeting("minutes/r1-1", 2019, "2019-08-22",
			record.Item{Kind: "審議", Title: "平成30年度諮問案件4（継続）　見守りのセンサーについて", Outcome: "答申"}),
	}, nil, none)
	var got string
	for _, c := range a.Cases {
		got += fmt.Sprint(c.ID, " ", len(c.Steps), " ", c.Outcome, "; ")
	}
	if want := "cases/h30-shimon-4 2 答申; cases/h29-shimon-3 2 答申; cases/h29-shimon-4 1 答申; "; got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}
