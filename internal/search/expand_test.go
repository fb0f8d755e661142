package search

import (
	"encoding/json"
	"testing"

	"github.com/toshin-archive/toshin/internal/kana"
)

func TestExpanded(t *testing.T) {
	s := &Searcher{t: kana.Default(), lex: kana.Lexicon{"とうしん": {"答申", "投信"}, "ぼうはん": {"防犯"}, "じょうほう": {"情報"}}}
	for q, want := range map[string]string{
		"とうしん":           `[{"from":"とうしん","to":["答申","投信"]}]`,
		"トウシン とうしん トウシン": `[{"from":"トウシン","to":["答申","投信"]},{"from":"とうしん","to":["答申","投信"]}]`,
		"個人じょうほう 答申":     `[{"from":"じょうほう","to":["情報"]}]`,
		"ぼうはんかめら":        `[{"from":"ぼうはんかめら","to":["防犯カメラ"]}]`,
		"ｔｏｕｓｈｉｎ":        `[{"from":"ｔｏｕｓｈｉｎ","to":["とうしん","答申","投信"]}]`,
		`"とうしん"`:         `null`,
		"LGWAN 答申":       `null`,
	} {
		b, err := json.Marshal(s.expanded(Parse(q)))
		if err != nil {
			t.Fatal(err)
		}
		if string(b) != want {
			t.Errorf("%s: %s, want %s", q, b, want)
		}
	}
	if es := s.withoutReadings().expanded(Parse("とうしん")); es != nil {
		t.Errorf("switched off: %v", es)
	}
}
