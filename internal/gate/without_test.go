package gate

import (
	"testing"

	"github.com/toshin-archive/toshin/internal/record"
)

// Names of the record's own people go out of running text, of titles and of
// whatever else it says; words that only look like them stay.
func TestNamesInRunningText(t *testing.T) {
	r := func(text string) *record.Record {
		return &record.Record{Kind: record.KindMinutes, ID: "minutes/r3-1", Title: text,
			Minutes: record.Minutes{
				Attendees: []record.Attendee{{Group: "委員", Name: "髙橋", Title: "会長"}, {Group: "委員", Name: "霧原　渚"}, {Group: "委員", Name: "五十嵐弘"},
					{Group: "委員", Name: "林　修"}, {Group: "委員", Name: "植木"}, {Group: "委員", Name: "山口　梢"}, {Group: "事務局", Name: "栞　泉", Title: "館長"}},
				Items: []record.Item{{Sections: []record.Section{{Passages: []record.Passage{{ID: "s0001", Text: text}}}}}},
			}}
	}
	for _, c := range []struct{ in, want string }{
		{"霧原委員から質問があった。", "委員から質問があった。"},
		{"霧原渚委員", "委員"},
		{"霧 原　渚 委員", "委員"},
		{"委員の霧原です。", "委員の委員です。"},
		{"霧原の意見に、髙橋が答えた。", "委員の意見に、会長が答えた。"},
		{"高橋会長（たかはし）と霧原（きりはら）委員", "会長（たかはし）と委員"},
		{"五十嵐、霧原両委員", "委員、両委員"},
		{"五十嵐弘さんと林氏", "委員さんと委員"},
		{"林委員、林道の整備、林の伐採", "委員、林道の整備、林の伐採"},
		{"植木委員は、植木の剪定について述べた。", "委員は、植木の剪定について述べた。"},
		{"山口委員は山口県の例、山口市の例を挙げた。", "委員は山口県の例、山口市の例を挙げた。"},
		{"栞中央図書館長が説明した。", "中央図書館長が説明した。"},
		{"会長髙橋が開会した。", "会長が開会した。"},
		{"元霧原委員", "元委員"},
		{"霧原委員会という名の会", "霧原委員会という名の会"},
		{"朝霧原の記録", "朝霧原の記録"},
		{"霧原台の街路樹", "霧原台の街路樹"},
		{"松風さんの話", "松風さんの話"},
	} {
		in := r(c.in)
		out := (&Registers{Names: NamePolicy{Members: rolesOnly, Officials: rolesOnly}}).release(in, &Dossier{}, "2024-01-01", nil)
		if got := out.Items[0].Sections[0].Passages[0].Text; got != c.want || out.Title != c.want {
			t.Errorf("%s\n got %s (title %s)\nwant %s", c.in, got, out.Title, c.want)
		}
		if in.Title != c.in {
			t.Errorf("the record itself was changed: %s", in.Title)
		}
	}
}

// Somebody whom another record's roster has goes out by the whole name and
// before a title; a surname alone may be anybody's.
func TestNamesOfOtherRecords(t *testing.T) {
	meeting := &record.Record{Kind: record.KindMinutes, ID: "minutes/r3-1", Minutes: record.Minutes{Attendees: []record.Attendee{{Group: "委員", Name: "霧原　渚"}}}}
	reply := &record.Record{Kind: record.KindReply, ID: "replies/1", Title: "霧原渚委員の発言と霧原委員の記録と霧原の話"}
	for policy, want := range map[string]string{
		rolesOnly: "委員の発言と委員の記録と霧原の話",
		publish:   "霧原渚委員の発言と霧原委員の記録と霧原の話",
	} {
		g := &Registers{Names: NamePolicy{Members: policy, Officials: publish}}
		res := g.release(reply, &Dossier{}, "2024-01-01", g.others([]*record.Record{meeting, reply}, "2024-01-01"))
		if res.Title != want {
			t.Errorf("%s: %s, want %s", policy, res.Title, want)
		}
	}
}
