package minutes

import (
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/source"
	"github.com/toshin-archive/toshin/internal/source/sourcetest"
	"pgregory.net/rapid"
)

// parts are lines and pieces of lines of every sort that the parser looks for.
var parts = []string{
	"平成30年度第1回見晴市審議会 会議録", "日時", "　平成30年3月29日(木)　午前9時～11時", "１　日　時", "場所：市役所", "出席者", "委員(敬称略)",
	"山田太郎(総務課長)", "※欠席 海野委員", "事務局", "傍聴者　なし", "配布資料", "資料１", "議題", "1.【諮問案件3】防犯カメラについて", "2 その他",
	"内容（以下、概要）", "【委員】", "【会長】はい。", "○会長　始めます。", "◆12番（海野議員）　質問します。", "委員：よいですか。", "（委員）", "会長",
	"ア 説明（市民課）", "イ 質疑", "(「異議なし」の声あり)", "諮問案件3は継続審議とします。", "- 3 -", "お問い合わせ", "ID:12", "[2018年7月19日]",
	"", " ", "　", "\u00a0", "(", "【", "】", "：", "第", "１", "①", "閉会", "\xff", "以上", "平成11年10月27日付諮問",
}

func document(text string) *source.Document {
	d := &source.Document{}
	for i, l := range strings.Split(text, "\n") {
		d.Lines = append(d.Lines, source.Line{N: i + 1, Text: l})
	}
	return d
}

func TestNothingLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		for range rapid.IntRange(0, 40).Draw(t, "n") {
			b.WriteString(rapid.SampledFrom(parts).Draw(t, "part"))
			b.WriteString(rapid.SampledFrom([]string{"\n", "\n", "\n", "", " "}).Draw(t, "end"))
		}
		d := document(b.String())
		if faults := Parse(d).Account(d.Text()); len(faults) > 0 {
			t.Fatalf("%q\n%s", b.String(), strings.Join(faults, "\n"))
		}
	})
}

func FuzzParse(f *testing.F) {
	f.Add(strings.Join(parts, "\n"))
	f.Add(strings.Join(parts, ""))
	f.Fuzz(func(t *testing.T, text string) {
		d := document(text)
		if faults := Parse(d).Account(d.Text()); len(faults) > 0 {
			t.Fatalf("%q\n%s", text, strings.Join(faults, "\n"))
		}
	})
}

// Reading takes time in proportion to the text: long minutes of every notation,
// and text where a pattern begins on every character or line.
func TestLinear(t *testing.T) {
	const size = 1 << 16
	head := strings.Join(parts[:16], "\n") + "\n内容\n"
	pieces := []string{"○市長（海野君）　予算について、次のとおり検討しております。\n予算について\n", "【委員】", "（委員）はい。\n", "委員：", "◆12番（海野議員）\n",
		"平成30年3月", "午前9時～", "第1回", "1.【諮問案件3】\n", "(", "（", "【", "○", "○委員", "資料１、", "山田太郎(総務課長)", "ア 説明（市民課）\n", "- 3 -\n", "あ。", "\n", "１　\n",
		"(「異議なし」の声あり)", "以上", "：", "\t"}
	for place, head := range map[string]string{"body": head, "head": parts[0] + "\n", "roster": parts[0] + "\n出席者\n", "nothing": ""} {
		for _, piece := range pieces {
			ok, quarter, whole := sourcetest.Linear(size, func(n int) {
				Parse(document(head + strings.Repeat(piece, n/len(piece))))
			})
			if !ok {
				t.Errorf("%s, %q: %v, four times as long %v", place, piece, quarter, whole)
			}
		}
	}
}
