package difftest

import (
	"encoding/json"
	"math/rand"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/search"
)

// The browser reads every query as Go does: those of the golden file and tens of
// thousands put together from what the language is made of.
func TestQueriesReadTheSame(t *testing.T) {
	golden, err := os.ReadFile("../search/testdata/queries.txt")
	if err != nil {
		t.Fatal(err)
	}
	var qs []string
	for l := range strings.Lines(string(golden)) {
		if !strings.HasPrefix(l, "  ") && !strings.HasPrefix(l, "#") {
			qs = append(qs, strings.TrimSuffix(l, "\n"))
		}
	}
	bits := strings.Split("結論: 年度: 期間: 番号： 所管課:\" 「 」 \" | - － OR ＯＲ = ＝ 平成 令和 H R 元 29 30 2018 1097 1142 - / . 年 年度 月 日 4 12 31 .. ~ ～ 〜 から まで 以降 以前 第 号 二十 三百 図書館 カメラ あ ( ) （ ） 同じ発言: はい いいえ 会議体: 　 𠮷 一〇 十 千百 K ㍻ S64 99999999999 0 fy: ＮＯ : <b> &amp; \t", " ")
	rng := rand.New(rand.NewSource(7))
	for range 20000 {
		var b strings.Builder
		for k := rng.Intn(9); k >= 0; k-- {
			b.WriteString(bits[rng.Intn(len(bits))])
			if rng.Intn(3) == 0 {
				b.WriteByte(' ')
			}
		}
		qs = append(qs, b.String())
	}
	var got []any
	text := evaluate(t, t.TempDir(), qs, `(async () => { const { parse } = await import("/sub/js/query.js"); return JSON.stringify((await fetch("/queries.json").then(r => r.json())).map(q => parse(q))); })()`)
	if err := json.Unmarshal([]byte(text), &got); err != nil {
		t.Fatal(err)
	}
	bad := 0
	for i, q := range qs {
		if want := normal(t, search.Parse(q)); !reflect.DeepEqual(got[i], want) {
			if bad++; bad <= 5 {
				g, _ := json.Marshal(got[i])
				w, _ := json.Marshal(want)
				t.Errorf("%q:\n browser %s\n Go      %s", q, g, w)
			}
		}
	}
	t.Logf("%d queries, %d differ", len(qs), bad)
}
