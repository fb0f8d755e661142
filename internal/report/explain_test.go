package report

import (
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/parse"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

const meeting = `令和５年度第２回 見晴市記録審議会 会議録

日時：令和５年１０月３日（火）午前１０時～１１時
出席者：霧原会長、岬委員
議題
１　灯台の点検記録について
内容
１　灯台の点検記録について
（霧原会長）　始めます。
始めます。
（岬委員）　資料の二枚目を伺います。
- 1 -
続けて三枚目も伺います。
`

// Every line says what it became, and the parts of all lines are the source
// again: nothing unexplained, nothing explained twice.
func TestExplainCoversTheSource(t *testing.T) {
	d := source.Bytes([]byte(meeting), "a.txt")
	d.Kind = record.KindMinutes
	r, _ := parse.Document(d)
	e := Explain(r, d.Lines, "ja")
	if e.Notation != "（役職）" || e.Confidence == 0 || e.Format != "text" {
		t.Errorf("%+v", e)
	}
	want := map[int]string{1: "概要・題名", 3: "概要・日時", 6: "次第 1", 8: "議題 1・見出し", 9: "議題 1・本文・発言 s0001", 12: "記録の外・ページ番号・柱"}
	for _, l := range e.Lines {
		count := map[rune]int{}
		for _, c := range squeeze(l.Text) {
			count[c]++
		}
		for _, p := range l.Parts {
			for _, c := range p.Text {
				count[c]--
			}
		}
		for c, n := range count {
			if n != 0 {
				t.Errorf("line %d %q: %q explained %+d times: %+v", l.Line, l.Text, c, -n, l.Parts)
			}
		}
		if w := want[l.Line]; w != "" && (len(l.Parts) == 0 || l.Parts[0].What != w) {
			t.Errorf("line %d: %+v, want %s", l.Line, l.Parts, w)
		}
		delete(want, l.Line)
	}
	if len(want) > 0 {
		t.Errorf("no word of lines %v", want)
	}
	value := ""
	for _, l := range e.Lines {
		for _, p := range l.Parts {
			value += p.Value + "\n"
		}
	}
	for _, v := range []string{"2023-10-03 10:00–11:00", "会長", "委員"} {
		if !strings.Contains(value, v+"\n") {
			t.Errorf("no value %s among %q", v, value)
		}
	}
	if en := Explain(r, d.Lines, "en"); en.Lines[0].Parts[0].What != "head: title" {
		t.Errorf("in English: %+v", en.Lines[0])
	}
}
