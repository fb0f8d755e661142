package gate

import (
	"strings"
	"testing"
	"time"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/scaffold"
	"github.com/toshin-archive/toshin/internal/source"
)

func TestUnfilled(t *testing.T) {
	for _, k := range []record.Kind{record.KindMinutes, record.KindReply} {
		b, err := scaffold.Blank{Kind: k, Council: "見晴市記録審議会", Ordinal: 1, Day: time.Date(2024, 6, 20, 0, 0, 0, 0, time.UTC)}.Text()
		if err != nil {
			t.Fatal(err)
		}
		if d := unfilled(textLines(string(b))); d.Code != "G012" || d.Line == 0 || d.Column == 0 {
			t.Errorf("%s as it is new: %+v", k, d)
		}
	}
	if n := len(scaffold.Prompts()); n < 10 {
		t.Errorf("only %d prompts", n)
	}
	for _, s := range []string{"（会長）　始めます。", "（資料の名前が違うという声あり）", "（閉じない", "（資料の名前（仮））について", ""} {
		if d := unfilled([]source.Line{{N: 1, Text: s}}); d.Code != "" {
			t.Errorf("%s: %+v", s, d)
		}
	}
}

func textLines(s string) (ls []source.Line) {
	for l := range strings.Lines(s) {
		ls = append(ls, source.Line{N: len(ls) + 1, Text: strings.TrimSuffix(l, "\n")})
	}
	return ls
}
