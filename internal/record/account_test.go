package record

import (
	"encoding/json"
	"strings"
	"testing"
)

const source = `記録審議会 会議録
日時　令和5年10月3日
1 開会
【委員】
はじめます。
- 1 -
つづけます。
`

func held() *Record {
	return &Record{
		Header: []Field{
			{Name: "title", Text: "記録審議会 会議録", Line: 1},
			{Name: "date", Label: "日時", Text: "令和5年10月3日", Line: 2},
		},
		Minutes: Minutes{Items: []Item{{
			Labels: []Heading{{Text: "1 開会", Line: 3}},
			Sections: []Section{{Kind: "text", Passages: []Passage{{
				ID: "s0001", Line: 4, Speaker: &Speaker{Label: "委員", Mark: "【】", Role: "member"}, Text: "はじめます。\nつづけます。",
			}}}},
		}}},
		Residue: []Residue{{Line: 6, Text: "- 1 -", Why: WhyFurniture}},
	}
}

func TestAccount(t *testing.T) {
	if faults := held().Account(source); faults != nil {
		t.Fatalf("a record that holds all of it: %v", faults)
	}
	for name, c := range map[string]struct {
		spoil func(r *Record)
		want  string
	}{
		"lost":     {func(r *Record) { r.Residue = nil }, "lost: -×2 1×1"},
		"twice":    {func(r *Record) { r.Residue = append(r.Residue, Residue{1, "開会", WhyUnplaced}) }, "held twice: 会×1 開×1"},
		"made up":  {func(r *Record) { r.Header[1].Text = "令和5年3月10日" }, `is not in the source: "令和5年3月10日"`},
		"reworded": {func(r *Record) { r.Items[0].Sections[0].Passages[0].Text = "はじめます。\nつづける。" }, "lost: す×1 ま×1"},
	} {
		r := held()
		c.spoil(r)
		if got := strings.Join(r.Account(source), "\n"); !strings.Contains(got, c.want) {
			t.Errorf("%s: got %q, want %q in it", name, got, c.want)
		}
	}
}

func TestIDs(t *testing.T) {
	id := ID("minutes/h29-2")
	for got, want := range map[string]string{
		id.URL():                      "minutes/h29-2/",
		id.PassageURL("s0001"):        "minutes/h29-2/#s0001",
		id.PassageURL(""):             "minutes/h29-2/",
		id.Folder() + " " + id.Slug(): "minutes h29-2",
		string(id.WithCouncil("to")):  "minutes/to-h29-2",
	} {
		if got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// The JSON names are relied on from outside: the two kinds' own fields stand
// beside the common ones, and empty fields are left out.
func TestJSON(t *testing.T) {
	b, err := json.Marshal(&Record{Kind: KindReply, ID: "replies/216", Reply: Reply{Number: "216"}, Minutes: Minutes{}})
	if err != nil {
		t.Fatal(err)
	}
	want := `{"kind":"reply","id":"replies/216","source":{"file":"","sha256":"","format":""},"number":"216"}`
	if string(b) != want {
		t.Errorf("got %s\nwant %s", b, want)
	}
}

// A sentence that a page number breaks off is one; words that only stand on
// other lines are none.
func TestAccountAcrossPages(t *testing.T) {
	source := "残りは会計から\n- 1 -\n繰り入れる。\n以上"
	r := &Record{Residue: []Residue{{Line: 2, Text: "- 1 -", Why: WhyFurniture}}}
	say := func(texts ...string) {
		s := Section{}
		for _, x := range texts {
			s.Passages = append(s.Passages, Passage{Text: x})
		}
		r.Items = []Item{{Sections: []Section{s}}}
	}
	say("残りは会計から繰り入れる。", "以上")
	if f := r.Account(source); f != nil {
		t.Error(f)
	}
	say("繰り入れる。残りは会計から", "以上")
	if f := r.Account(source); len(f) == 0 {
		t.Error("sentences in another order were accepted")
	}
}
