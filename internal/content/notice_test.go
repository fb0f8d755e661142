package content

import (
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/gate"
	"github.com/toshin-archive/toshin/internal/record"
)

// What stands in the place of a record tells what the registers tell, and is
// counted and listed.
func TestNotices(t *testing.T) {
	a := newAtlas(Input{Config: archive.Config{Title: "書庫"}, Result: &gate.Result{
		Verdicts: []gate.Verdict{
			{ID: "replies/1", Public: true, State: gate.Public, Redacted: 2},
			{ID: "minutes/r3-2", State: gate.Held, Reasons: []record.Diagnostic{{Code: "G002"}}},
			{ID: "replies/2", State: gate.Withheld, Reasons: []record.Diagnostic{{Code: "G011"}}},
		},
		Notices: []gate.Notice{
			{ID: "minutes/r3-2", State: gate.Held, Reason: "確かめています"},
			{ID: "replies/17", State: gate.Withdrawn, Reason: "前提がなくなった", Label: "浜見台の件"},
		},
	}})
	var got []string
	for _, p := range a.notices() {
		got = append(got, p.URL+" "+p.Front.Title+" "+p.Front.Type)
	}
	if want := "minutes/r3-2/ 会議録 令和3年度第2回（公開保留） notice|replies/17/ 浜見台の件（取下げ） notice"; strings.Join(got, "|") != want {
		t.Errorf("got %q", got)
	}
	if ls := a.noticesOf("replies"); len(ls) != 1 || ls[0].URL != "replies/17/" {
		t.Errorf("%v", ls)
	}
	records, places := a.redacted()
	if a.count(gate.Held) != 1 || a.count(gate.Withdrawn) != 1 || a.count(gate.Withheld) != 1 || a.withheld() != 3 || records != 1 || places != 2 {
		t.Errorf("held %d, withdrawn %d, withheld %d of %d, redacted %d %d", a.count(gate.Held), a.count(gate.Withdrawn), a.count(gate.Withheld), a.withheld(), records, places)
	}
}

// A redaction is seen as a bar wherever it stands in a page's text, and stays a
// word in attributes.
func TestBars(t *testing.T) {
	const bar = `<span class="redacted"><span class="edge">█</span>墨消し（氏名）<span class="edge">█</span></span>`
	for in, want := range map[string]string{
		"<p>あ█墨消し（氏名）█い</p>":                 "<p>あ" + bar + "い</p>",
		`<p title="█墨消し（氏名）█">█墨消し（氏名）█</p>`: `<p title="█墨消し（氏名）█">` + bar + "</p>",
		"█墨消し（氏名）██墨消し（氏名）█":                 bar + bar,
		"<p>█ █</p>":      "<p>█ █</p>",
		"<p>█墨消し（氏":       "<p>█墨消し（氏",
		"あ < い █墨消し（氏名）█": "あ < い █墨消し（氏名）█",
	} {
		if got := string(bars([]byte(in))); got != want {
			t.Errorf("%s\n got %s\nwant %s", in, got, want)
		}
	}
}
