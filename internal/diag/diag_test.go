package diag

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/record"
)

func TestCatalogue(t *testing.T) {
	seen := map[string]bool{}
	for _, e := range All() {
		if seen[e.Code] || !regexp.MustCompile(`^[RAPGHCU]\d{3}$`).MatchString(e.Code) {
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
	d := At("R008", 3, 4, "委員は\uFFFD橋さん", "Shift_JIS", "FC FC", 20)
	d.File = "data/records/a.txt"
	var b bytes.Buffer
	Print(&b, "ja", []record.Diagnostic{d})
	want := `data/records/a.txt:3:4: 誤り R008: Shift_JIS として読めない文字があります（値 FC FC、20 バイト目）。
     3 | 委員は` + "\uFFFD" + `橋さん
       |       ^
         直し方: 壊れた文字です。元の文書で何の字か確かめ、UTF-8 のテキストで保存し直すか、外字の表 data/gaiji.tsv に「U+FFFD」「正しい字」「わけ」「ファイル:行:文字目」の行を足してください。
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

// The caret stands under its character however wide those before it are:
// half-width, full-width, half-width kana, tabs, surrogate kanji, ambiguous.
func TestCaretAligns(t *testing.T) {
	for _, c := range []struct {
		line   string
		column int
		blanks int // cells before the caret
	}{
		{"abc", 1, 0}, {"abc", 3, 2}, {"あいう", 3, 4}, {"a会b議", 4, 4}, {"ｶﾞｲｼﾞ外", 6, 5}, {"\t日時", 2, 1}, {"𠮷野家", 2, 2},
		{"葛\U000E0100城", 3, 2}, {"①②③", 3, 4}, {"○会長　始", 5, 8}, {"", 1, 0}, {"日", 2, 2}, {"日", 9, 2},
	} {
		text, caret := excerpt(c.line, c.column)
		if len(caret) != c.blanks || strings.Trim(caret, " ") != "" {
			t.Errorf("%q column %d: the caret stands after %d cells, want %d (%q)", c.line, c.column, len(caret), c.blanks, text)
		}
	}
}

// However many files share a fault, and however often it is in each, what is
// printed stays short, says how much was left out, and tells of errors first.
func TestNeverAFlood(t *testing.T) {
	var ds []record.Diagnostic
	for f := range 300 {
		for range 20 {
			ds = append(ds, InFile(At("P103", 3, 0, "", "令和5年6月22日（水）", "木"), fmt.Sprintf("data/records/%03d.txt", f)))
		}
	}
	ds = append(ds, InFile(At("R005", 0, 0, ""), "data/records/zzz.txt"))
	var b bytes.Buffer
	Print(&b, "ja", ds)
	out := b.String()
	if !strings.HasPrefix(out, "data/records/zzz.txt: 誤り R005") {
		t.Errorf("the error is not first: %.200s", out)
	}
	if n := strings.Count(out, "\n"); n > 100 {
		t.Errorf("%d lines", n)
	}
	for _, want := range []string{"ほか 17 件", "ほか 290 ファイルに、同じ指摘が 5800 件あります。"} {
		if !strings.Contains(out, want) {
			t.Errorf("nothing says %q:\n%s", want, out)
		}
	}
}
