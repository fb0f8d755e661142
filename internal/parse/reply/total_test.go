package reply

import (
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source/sourcetest"
	"pgregory.net/rapid"
)

// check proves of any text that it gives a record that has lost nothing.
func check(t interface{ Fatalf(string, ...any) }, text string) {
	d := document("any.txt", text)
	r := Parse(d)
	if faults := r.Account(d.Text()); faults != nil {
		t.Fatalf("%v in %q", faults, text)
	}
	if r.Kind != record.KindReply {
		t.Fatalf("kind %q", r.Kind)
	}
	seen := map[string]bool{}
	for _, s := range r.Sections {
		for _, p := range s.Passages {
			if seen[p.ID] || strings.TrimSpace(p.Text) == "" {
				t.Fatalf("passage %s: %q", p.ID, p.Text)
			}
			seen[p.ID] = true
		}
	}
	Score(d)
}

// The forms with pieces of them cut out, doubled and moved about.
func TestNothingLost(t *testing.T) {
	var texts []string
	for _, f := range forms(t) {
		texts = append(texts, f.source)
	}
	rapid.Check(t, func(t *rapid.T) {
		text := []rune(rapid.SampledFrom(texts).Draw(t, "form"))
		for range rapid.IntRange(0, 6).Draw(t, "cuts") {
			i := rapid.IntRange(0, len(text)).Draw(t, "from")
			j := rapid.IntRange(i, min(len(text), i+80)).Draw(t, "to")
			switch rapid.IntRange(0, 3).Draw(t, "how") {
			case 0: // lost
				text = append(text[:i:i], text[j:]...)
			case 1: // twice
				text = append(text[:j:j], text[i:]...)
			case 2: // line ends lost
				text = append(append(text[:i:i], []rune(strings.ReplaceAll(string(text[i:j]), "\n", ""))...), text[j:]...)
			case 3: // moved to the end
				text = append(append(text[:i:i], text[j:]...), text[i:j]...)
			}
		}
		check(t, string(text))
	})
}

func FuzzParse(f *testing.F) {
	for _, form := range forms(f) {
		f.Add(form.source)
	}
	f.Add("第1号様審査会の結論《平成・経別表1別表2")
	f.Add("1 審査会の結論\n妥当である。\n5\n(1)審査会の判断\n")
	f.Fuzz(func(t *testing.T, text string) { check(t, text) })
}

// Reading takes time in proportion to the text, also where a pattern begins on
// every character, in the head, in the body and in the table.
func TestLinear(t *testing.T) {
	const size = 1 << 15
	places := map[string][2]string{
		"head":    {"横断について（答申）\n", "答申します。\n１　審査会の結論\n妥当である。"},
		"letter":  {"答申第1号平成30年1月2日", "見晴市長様見晴市審査会会長甲について（答申）\n１　審査会の結論\n妥当である。"},
		"body":    {"１　審査会の結論\n妥当である。\n５　審査会の判断\n", "（第一部会）委員甲野"},
		"table":   {"１　審査会の結論\n妥当である。\n《参考》審査会の経過平成30年1月2日", ""},
		"nothing": {"", ""},
	}
	pieces := []string{"別表1", "平成2年・", "平成2年3月4日", "答申第1号", "条例第1条、", "様", "《参", "「", "あ。", "、", "1 ", "(1)\n", "別表\n",
		"同日", "第1号", "委員甲、", "諮問案件1", "市", "。1申立人の意見\n"}
	for place, around := range places {
		for _, piece := range pieces {
			ok, quarter, whole := sourcetest.Linear(size, func(n int) {
				Parse(document("long.txt", around[0]+strings.Repeat(piece, n/len(piece))+around[1]))
			})
			if !ok {
				t.Errorf("%s, %q: %v, four times as long %v", place, piece, quarter, whole)
			}
		}
	}
}
