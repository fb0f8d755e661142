package diag

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/record"
)

func TestCatalogue(t *testing.T) {
	seen := map[string]bool{}
	for _, e := range All() {
		if seen[e.Code] || !regexp.MustCompile(`^[RAPGSHCU]\d{3}$`).MatchString(e.Code) {
			t.Errorf("%s: twice, or not a letter and three digits", e.Code)
		}
		seen[e.Code] = true
		for lang, x := range map[string]Text{"ja": e.Ja, "en": e.En} {
			if x.Message == "" || x.Hint == "" {
				t.Errorf("%s: no message or hint in %s", e.Code, lang)
			}
		}
		if a, b := places(e.Ja), places(e.En); a != b {
			t.Errorf("%s: Japanese fills %s, English %s", e.Code, a, b)
		}
	}
}

func places(x Text) string {
	m := map[string]bool{}
	for _, p := range regexp.MustCompile(`\{\d\}`).FindAllString(x.Message+x.Hint, -1) {
		m[p] = true
	}
	var s string
	for _, p := range []string{"{0}", "{1}", "{2}", "{3}"} {
		if m[p] {
			s += p
		}
	}
	return s
}

func TestPrint(t *testing.T) {
	d := At("R008", 3, 4, "委員は\uFFFD橋さん", "Shift_JIS", "F0 40", 20)
	d.File = "data/records/a.txt"
	var b bytes.Buffer
	Print(&b, "ja", []record.Diagnostic{d})
	want := `data/records/a.txt:3:4: 誤り R008: Shift_JIS として読めない文字があります（値 F0 40、20 バイト目）。
     3 | 委員は` + "\uFFFD" + `橋さん
       |       ^
         直し方: 外字か、壊れた文字です。元の文書を確かめ、UTF-8 のテキストで保存し直してください。
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
	b.Reset()
	Print(&b, "en", []record.Diagnostic{d, d, d, d, d})
	if n := strings.Count(b.String(), "error R008: a character"); n != 3 || !strings.Contains(b.String(), "and 2 more of the same") {
		t.Errorf("a flood, or nothing of the rest:\n%s", b.String())
	}
	text, caret := excerpt(strings.Repeat("あ", 500), 300)
	if len([]rune(text)) != excerptWidth+2 || len(caret) != 2+2*19 {
		t.Errorf("%q %d", text, len(caret))
	}
}
