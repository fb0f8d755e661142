package jstest

import (
	"context"
	"encoding/json"
	"math/rand"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/vectors"
)

// lexicon is a small one of made-up homophones.
var lexicon = kana.Lexicon{"とうしん": {"答申", "投信"}, "しもん": {"諮問", "指紋"}, "じょうほう": {"情報"}, "こじん": {"個人"}, "こうふ": {"交付"}, "し": {"市", "氏"}, "こえ": {"声"}, "せっち": {"設置"}, "つづき": {"続き"}}

type testCase struct {
	S string `json:"s"`
	H uint32 `json:"h"`
}

// cases: every code point (256 a text, each in a block of its own), every kana
// with every mark and neighbour, made-up mixtures, and the vectors.
func cases(t *kana.Table) (cs []testCase) {
	add := func(s string) { cs = append(cs, testCase{s, Hash(Dump(t, lexicon, s))}) }
	var b strings.Builder
	n := 0
	for r := rune(0); r <= 0x10FFFF; r++ {
		if r >= 0xD800 && r < 0xE000 {
			continue
		}
		b.WriteString("ア")
		b.WriteRune(r)
		b.WriteString("あ1\n\n")
		if n++; n%256 == 0 {
			add(b.String())
			b.Reset()
		}
	}
	add(b.String())
	const marks = "\u3099\u309A\u309B\u309C\uFF9E\uFF9Fー-－ゝゞヽヾ々ァャ・ 一"
	for k := rune(0x3041); k <= 0x30FF; k++ {
		b.Reset()
		for _, m := range marks {
			b.WriteString("コピ" + string(k) + string(m) + "所1" + string(k) + string(m) + "\n\n")
		}
		add(b.String())
	}
	bits := strings.Split("第 十 二 条 の 12 , 000 円 平成 令和 H S30 30 年 度 3 月 29 日 / - . 元 サーバー コピー ドライブレコーダー ・ （ ） 個 箇 所 ヶ ケ 緑 丘 々 ゝ ヴ ヴァ ｳﾞ ｶﾞ J LIS - vpn 　 \n \n\n 。 ， ． ① ㍿ ㎡ ㍻ 𠮷 \U000E0100 \u200b 髙 﨑 受け 付け 受付 打ち合わせ 取扱 い 組 合 漏えい 斎藤 っ ツ よ ょ 十分 間 千葉 一部 三重 〇 百 千 万 2018 あつた ～ 2 1 8 とうしん トウシン じょうほう こじん toushin simon tsuzuki secchi konnyaku kombini ちゅう tatta ō tōshin sa-ba- ken'in konnnyaku shinya 平 昭 令 平30.3.29 30・3・29 R元 廿 卅 四半期 分の 案件 別紙 条 項 例 法 第 御 ご お 意見 人 一、二〇〇 、〇〇〇 三 はつか ひとつ の こえ deetaa sentaa 𛀳 勇 送り 付け 落札 一人 ひとり 暮らし 申し立て 取消す 済み ○ ◯ づゝ ヾ 数 何 一般 五十嵐 八条が丘 \\ ﬃ ß 、 締切 〆切", " ")
	rng := rand.New(rand.NewSource(1))
	for i := 0; i < 9000; i++ {
		b.Reset()
		for k := rng.Intn(14) + 1; k > 0; k-- {
			b.WriteString(bits[rng.Intn(len(bits))])
		}
		add(b.String())
	}
	for _, p := range []string{"../testdata/vectors.tsv", "../testdata/blind.tsv", "../../../../shared/search/kana-dev.tsv"} {
		f, err := os.Open(p)
		if err != nil {
			continue
		}
		rows, _ := vectors.Read(f)
		f.Close()
		for _, r := range rows {
			add(r.Query)
			add(r.Text)
		}
	}
	return cs
}

func TestSameInBrowser(t *testing.T) {
	table, err := kana.Default().Export()
	if err != nil {
		t.Fatal(err)
	}
	all := cases(kana.Default())
	blob, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	if dir := os.Getenv("KANA_CASES"); dir != "" {
		os.WriteFile(dir+"/cases.json", blob, 0o644)
		os.WriteFile(dir+"/table.json", table, 0o644)
	}
	mux := http.NewServeMux()
	serve := func(path, kind string, body []byte) {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", kind)
			w.Write(body)
		})
	}
	scripts, err := filepath.Glob("../../../assets/js/kana*.js")
	if err != nil || len(scripts) < 5 {
		t.Fatalf("%v: %v", scripts, err)
	}
	for _, file := range append(scripts, "dump.js") {
		body, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		serve("/"+filepath.Base(file), "text/javascript", body)
	}
	var lex strings.Builder
	if err := lexicon.Write(&lex); err != nil {
		t.Fatal(err)
	}
	serve("/lexicon.txt", "text/plain; charset=utf-8", []byte(lex.String()))
	serve("/table.json", "application/json", table)
	serve("/cases.json", "application/json", blob)
	serve("/", "text/html", []byte("<!doctype html><meta charset=utf-8><title>kana</title>"))
	srv := httptest.NewServer(mux)
	defer srv.Close()

	if _, err := os.Stat("/usr/bin/chromium"); err != nil {
		t.Logf("no browser here: %v", err)
		return
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath("/usr/bin/chromium"), chromedp.NoSandbox,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))
	actx, stop := chromedp.NewExecAllocator(context.Background(), opts...)
	defer stop()
	ctx, cancel := chromedp.NewContext(actx)
	defer cancel()
	ctx, cancel2 := context.WithTimeout(ctx, 3*time.Minute)
	defer cancel2()
	js := `(async () => { const m = await import("/dump.js"); const [t, c] = await Promise.all(["/table.json", "/cases.json"].map(u => fetch(u).then(r => r.json()))); const l = await fetch("/lexicon.txt").then(r => r.text()); return JSON.stringify({n: c.length, bad: m.run(t, l, c)}); })()`
	if _, err := chromedp.Run(ctx, chromedp.Navigate(srv.URL+"/")); err != nil {
		t.Fatal(err)
	}
	got, err := chromedp.Run(ctx, chromedp.Evaluate[string](js, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	var res struct {
		N   int
		Bad []struct{ S, Got string }
	}
	if err := json.Unmarshal([]byte(got), &res); err != nil {
		t.Fatal(err)
	}
	if res.N != len(all) {
		t.Errorf("the browser tried %d of %d cases", res.N, len(all))
	}
	for _, b := range res.Bad {
		g, w := strings.Split(b.Got, "\n"), strings.Split(Dump(kana.Default(), lexicon, b.S), "\n")
		i := 0
		for i < len(g) && i < len(w) && g[i] == w[i] {
			i++
		}
		t.Errorf("%q, line %d\ngo:\n%s\nbrowser:\n%s", b.S, i, strings.Join(w[i:], "\n"), strings.Join(g[i:], "\n"))
	}
	t.Logf("%d cases", res.N)
}
