package reading

import (
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/kana"
)

// A body's name keeps its 会, and what is truly a 会議 stays one.
func TestRecut(t *testing.T) {
	want := map[string]string{
		"審議会議事録":   "審議 会 議事 録",
		"図書館協議会議案": "図書館 協議 会 議案",
		"委員会議員名簿":  "委員 会 議員 名簿",
		"審査会議事要旨":  "審査 会 議事 要旨",
		"国際会議場":    "国際 会議 場",
		"幹部会議事務局":  "幹部 会議 事務 局",
		"会議室":      "会議 室",
		"会議事録":     "会議 事 録",
	}
	b := NewBuilder(kana.Default())
	for s := range want {
		b.Add(s)
	}
	res, err := b.Build(nil)
	if err != nil {
		t.Fatal(err)
	}
	for s, w := range want {
		var parts []string
		rs, from := []rune(s), 0
		for _, c := range append(res.Cuts[s], len(rs)) {
			parts = append(parts, string(rs[from:c]))
			from = c
		}
		if got := strings.Join(parts, " "); got != w {
			t.Errorf("%s: %s, want %s", s, got, w)
		}
	}
	if forms := res.Lexicon["ぎじ"]; len(forms) != 1 || forms[0] != "議事" {
		t.Errorf("ぎじ: %v", forms)
	}
}
