package citation

import (
	"testing"

	"github.com/toshin-archive/toshin/internal/record"
)

const (
	council = "見晴市情報公開・個人情報保護運営審議会"
	board   = "見晴市情報公開・個人情報保護審査会"
)

func reply(id, body, date string, numbers ...string) *record.Record {
	return &record.Record{ID: record.ID("replies/" + id), Kind: record.KindReply, Council: body, Date: date,
		Reply: record.Reply{Numbers: numbers, Inquiries: []record.Inquiry{{Number: "諮問第" + id + "号", Date: date[:5] + "01-01"}}}}
}

// A mention leads to the one record that fits; a doubt leads nowhere.
func TestResolve(t *testing.T) {
	shelf := []*record.Record{
		reply("3", board, "2015-07-10", "3"),
		reply("11", board, "2019-12-16", "11", "12", "13"),
		reply("h26-3", council, "2015-02-16", "26-3"),
		reply("r2-1", council, "2020-11-20", "令2-1"),
		reply("h30-1", council, "2018-08-01", "30-1"),
		reply("h30-2", council, "2018-08-01", "30-2"),
		reply("40", board, "2016-01-01", "40"), reply("40", board, "2016-01-02", "40"),
		{ID: "minutes/h30-1", Kind: record.KindMinutes, Council: council, Date: "2018-07-12"},
	}
	for _, c := range []struct {
		body string
		cite record.Cite
		want record.ID
	}{
		{board, record.Cite{Kind: "reply", Number: "3"}, "replies/3"},
		{board, record.Cite{Kind: "reply", Number: "12"}, "replies/11"},
		{council, record.Cite{Kind: "reply", Number: "3"}, ""},
		{council, record.Cite{Kind: "reply", Number: "3", Council: "審査会"}, "replies/3"},
		{board, record.Cite{Kind: "reply", Number: "3", Council: "運輸政策審議会"}, ""},
		{board, record.Cite{Kind: "reply", Number: "3", Date: "2015-07-10"}, "replies/3"},
		{board, record.Cite{Kind: "reply", Number: "3", Date: "2015-07-11"}, ""},
		{board, record.Cite{Kind: "reply", Number: "30-2"}, "replies/h30-2"},
		{council, record.Cite{Kind: "reply", Number: "2-1"}, "replies/r2-1"},
		{council, record.Cite{Kind: "reply", Date: "2015-02-16"}, "replies/h26-3"},
		{council, record.Cite{Text: "平成27年2月16日付答申", Date: "2015-02-16"}, "replies/h26-3"},
		{council, record.Cite{Kind: "reply", Date: "2018-08-01"}, ""}, // two of that day
		{board, record.Cite{Kind: "reply", Number: "40"}, ""},         // two of that number
		{board, record.Cite{Kind: "inquiry", Number: "11"}, "replies/11"},
		{council, record.Cite{Text: "平成30年1月1日付け諮問", Date: "2020-01-01"}, "replies/r2-1"},
		{council, record.Cite{Kind: "meeting", Number: "1", Date: "2018-07-12"}, "minutes/h30-1"},
		{council, record.Cite{Kind: "meeting", Number: "1"}, ""},
		{council, record.Cite{Text: "平成27年の答申"}, ""},
	} {
		r := &record.Record{ID: "minutes/r5-1", Kind: record.KindMinutes, Council: c.body, Date: "2023-06-22", Cites: []record.Cite{c.cite}}
		Resolve(append([]*record.Record{r}, shelf...))
		if got := r.Cites[0].To; got != c.want {
			t.Errorf("%s in a record of %s: %q, want %q", c.cite.Text+c.cite.Number+c.cite.Date, c.body, got, c.want)
		}
	}
	early := reply("2", board, "2014-01-01", "2")
	early.Cites = []record.Cite{{Kind: "reply", Number: "3"}, {Kind: "reply", Number: "2"}}
	Resolve(append(shelf, early))
	for _, c := range early.Cites {
		if c.To != "" {
			t.Errorf("a record cites %s: itself, or one still to come", c.To)
		}
	}
}

// What is withheld is named by no tie of a public record; its other ties stay.
func TestWithin(t *testing.T) {
	all := []*record.Record{reply("3", board, "2015-07-10", "3"), reply("4", board, "2015-08-10", "4"), reply("5", board, "2016-08-10", "5")}
	all[2].Cites = []record.Cite{{Kind: "reply", Number: "3", Text: "答申第3号"}, {Kind: "reply", Number: "4", Text: "答申第4号"}}
	Resolve(all)
	if all[2].Cites[0].To != "replies/3" || all[2].Cites[1].To != "replies/4" {
		t.Fatalf("%+v", all[2].Cites)
	}
	Within([]*record.Record{all[0], all[2]})
	if all[2].Cites[0].To != "replies/3" || all[2].Cites[1].To != "" || all[2].Cites[1].Text != "答申第4号" {
		t.Errorf("%+v", all[2].Cites)
	}
}
