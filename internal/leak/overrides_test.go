package leak_test

import (
	"fmt"
	"testing"
)

// What staff write beside a record goes through the gate as the record does:
// personal information and marks of redaction in a correction keep it in, what a
// rule hides is hidden in corrections too, and who wrote them is told to nobody.
func TestCorrectionsDoNotLeak(t *testing.T) {
	v := newVault(0)
	phone := func(place string) string { return v.hide(place) + "の電話090-1234-5678" }
	mark := func(place string) string { return "[[墨消し:氏名]]" + v.hide(place) + "[[/]]" }
	rule := v.hide("word of a rule")
	set := func(field, was, now, reason string) string {
		s := fmt.Sprintf("[[override]]\nfield = %q\n", field)
		if was != "" {
			s += fmt.Sprintf("was = %q\n", was)
		}
		return s + fmt.Sprintf("now = %q\nreason = %q\nby = %q\non = \"2021-04-02\"\n# %s\n", now, reason, v.hide("who corrected"), v.hide("a remark beside a correction"))
	}
	const title = "「記録」の非公開決定に対する審査請求についての諮問"
	const why = "表紙による"
	hide := fmt.Sprintf("[[redact]]\ntext = %q\nreason = \"氏名\"\nby = \"情報公開課\"\non = 2021-04-02\n", rule)
	cases := []struct {
		name, side string
		public     bool
	}{
		{"title with a telephone number", set("title", title, phone("a title's number"), why), false},
		{"title with a mark", set("title", title, mark("a title's mark")+"の記録", why), false},
		{"title with a damaged mark", set("title", title, "［墨消し：氏名］"+v.hide("a title's damaged mark"), why), false},
		{"reason with a telephone number", set("title", title, "街路樹の記録", phone("a reason's number")), false},
		{"reason with a name", set("title", title, "街路樹の記録", "高橋"+v.hide("beside a name")+"、高橋さんの申出による"), false},
		{"reason with a mark", set("title", title, "街路樹の記録", mark("a reason's mark")+"の申出による"), false},
		{"text with a telephone number", set("s0001.text", "妥当", phone("a text's number"), why), false},
		{"text that makes a number whole", set("s0002.text", "開示を求める。", v.hide("beside a number made whole")+"090-1234-", why) +
			set("s0002.text", "090-1234-", "090-1234-5678", why), false},
		{"text with a mark", set("s0001.text", "妥当", mark("a text's mark"), why), false},
		{"addressee with a name", set("addressee[0]", "見晴市長", "山本花子様（"+v.hide("beside an addressee")+"）", why), false},
		{"title with a word that a rule hides", hide + set("title", title, rule+"の記録", why), true},
		{"reason with a word that a rule hides", hide + set("title", title, "街路樹の記録", rule+"の申出による"), true},
		{"text with a word that a rule hides", hide + set("s0001.text", "妥当", rule, why), true},
		{"a correction of what is not there", set("title", v.hide("what a correction thought was there"), "街路樹の記録", why), false},
		{"nothing but who and a remark", set("title", title, "街路樹の記録", why), true},
	}
	files := map[string]string{
		"config.toml":         "title = \"試しの書庫\"\n",
		"data/approvals.toml": "[[approval]]\ncovers = [\"replies\"]\n" + head,
	}
	for i, c := range cases {
		body := "開示を求める。"
		if len(c.side) > len(hide) && c.side[:len(hide)] == hide {
			body = rule + "の" + body
		}
		name := fmt.Sprintf("data/records/%d.txt", i+1)
		files[name] = letter(i+1, "記録", body)
		files[name+".toml"] = c.side
	}
	dir := t.TempDir()
	write(t, dir, files)
	b, out := build(t, dir)
	states := map[string]bool{}
	for _, x := range b.Gate.Verdicts {
		states[string(x.ID)] = x.Public
	}
	for i, c := range cases {
		if got, ok := states[fmt.Sprintf("replies/%d", i+1)]; !ok || got != c.public {
			t.Errorf("%s: public %v, want %v", c.name, got, c.public)
		}
	}
	if t.Failed() {
		for _, d := range b.Diagnostics {
			t.Logf("%s:%d %s %s", d.File, d.Line, d.Code, d.Message)
		}
	}
	search(t, out, v)
}
