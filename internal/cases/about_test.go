package cases

import (
	"fmt"
	"testing"

	"github.com/toshin-archive/toshin/internal/record"
)

// What the explanation says plainly is proposed; counts, questions, what says
// nothing of information, and cases that staff have described are not.
func TestProposeAbout(t *testing.T) {
	for _, c := range []struct{ kind, text, want string }{
		{"explanation", "提供する個人情報は、氏名、住所及び生年月日です。利用目的は、災害のときの安否の確認です。", "氏名、住所及び生年月日||災害のときの安否の確認"},
		{"explanation", "個人情報の項目：氏名、電話番号\n対象者　ひとり暮らしの高齢者\n利用の目的：見守りのため", "氏名、電話番号|ひとり暮らしの高齢者|見守りのため"},
		{"explanation", "対象者は1,873人で、利用する個人情報は氏名である。", ""},
		{"explanation", "個人情報は、大切に扱います。利用目的は、統計の作成です。", ""},
		{"explanation", "取り扱う個人情報は、以上のとおりです。利用目的は、統計の作成です。", ""},
		{"questions", "提供する個人情報は、氏名ですか。利用目的は、何ですか。", ""},
	} {
		r := &record.Record{Kind: record.KindMinutes, ID: "minutes/r1-1", Source: record.Source{File: "m.txt"},
			Minutes: record.Minutes{Items: []record.Item{{Sections: []record.Section{{Kind: c.kind, Passages: []record.Passage{{ID: "s0001", Text: c.text}}}}}}}}
		cs := &Case{ID: "cases/r1-shimon-1", Title: "見守り", Steps: []Step{{Meeting: r.ID}}}
		got := ""
		for _, d := range (&Set{Cases: []*Case{cs}}).proposeAbout([]*record.Record{r}) {
			got += fmt.Sprintf("%v|%v|%v", d.Args[2], d.Args[3], d.Args[4])
			if d.Code != "C021" || d.File != "m.txt" || d.Args[5] != "minutes/r1-1#s0001" {
				t.Errorf("%+v", d)
			}
		}
		if got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
		cs.About = []About{{Information: "氏名"}}
		if ds := (&Set{Cases: []*Case{cs}}).proposeAbout([]*record.Record{r}); len(ds) > 0 {
			t.Errorf("staff have described it already: %+v", ds)
		}
	}
}
