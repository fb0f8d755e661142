package html

import (
	"encoding/base64"
	"fmt"
	"mime/quotedprintable"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/text/encoding/japanese"

	"github.com/toshin-archive/toshin/internal/source"
	. "github.com/toshin-archive/toshin/internal/source/sourcetest"
)

func read(b string) *source.Document {
	return source.NewReader(Format{}).Bytes([]byte(b), "data/records/a.html")[0]
}

// show is the lines as a golden text: # for chrome, h1 … for headings.
func show(d *source.Document) string {
	var b strings.Builder
	for _, l := range d.Lines {
		if l.Why != "" {
			b.WriteString("# ")
		}
		if l.Heading > 0 {
			fmt.Fprintf(&b, "h%d ", l.Heading)
		}
		b.WriteString(l.Text + "\n")
	}
	return b.String()
}

func compare(t *testing.T, d *source.Document, want string) {
	t.Helper()
	if got := show(d); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// One record's inside, in the frames of several systems.
const inside = `<table><tr><th>日時</th><td>令和５年10月３日（火）</td></tr><tr><th>出席者</th><td>岬委員<br>霧原委員</td></tr></table>
<h2>議題</h2><p>【会長】<br>それでは、<ruby>霧原<rp>（</rp><rt>きりはら</rt><rp>）</rp></ruby>委員から
お願いします。灯台の点検について、審議を始めます。配布した資料の一枚目を見てください。</p>
<ul><li>点検の記録</li></ul>`

const lines = `日時	令和５年10月３日（火）
出席者	岬委員
霧原委員

h2 議題
【会長】
それでは、霧原委員からお願いします。灯台の点検について、審議を始めます。配布した資料の一枚目を見てください。
点検の記録
`

func TestSystems(t *testing.T) {
	head := `<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>記録審議会 第２回会議録 | 見晴市公式ホームページ</title><style>p{}</style></head><body>
<header><h1><a href="/">見晴市</a></h1><ul id="gnav"><li><a href="/k">くらし</a></li><li><a href="/s">市政</a></li></ul></header>`
	for name, c := range map[string]struct{ page, want string }{
		"mol": {head + `<div class="title"><h1>記録審議会 第２回会議録</h1></div><p>[2023年11月6日]</p><p>ページID：12345</p><div id="mol_contents">` + inside +
			`<div class="mol_inquiry"><h2>お問い合わせ</h2><p>見晴市総務課</p></div></div><footer>見晴市役所</footer></body></html>`,
			"# 見晴市\n# くらし\n# 市政\n\nh1 記録審議会 第２回会議録\n# [2023年11月6日]\n# ページID：12345\n" + lines + "\n# h2 お問い合わせ\n# 見晴市総務課\n# 見晴市役所\n"},
		"main_body": {head + `<div id="main"><div id="main_header"><h1>記録審議会 第２回会議録</h1></div><div id="main_body">` + inside +
			`</div><div id="section_footer"><h2>このページに関するお問い合わせ先</h2><p>総務課</p></div></div></body></html>`,
			"# 見晴市\n# くらし\n# 市政\n\nh1 記録審議会 第２回会議録\n" + lines + "\n# h2 このページに関するお問い合わせ先\n# 総務課\n"},
		"main element": {head + `<main><nav class="breadcrumb">ホーム &gt; 市政</nav><h1>記録審議会 第２回会議録</h1>` + inside + `<h2>このページに関するお問い合わせ</h2><p>総務課</p></main></body></html>`,
			"# 見晴市\n# くらし\n# 市政\n# ホーム > 市政\n\nh1 記録審議会 第２回会議録\n" + lines + "\n# h2 このページに関するお問い合わせ\n# 総務課\n"},
		"words only": {head + `<table width="100%"><tr><td><p>ここから本文です。</p><h2>記録審議会 第２回会議録</h2>` + inside + `<p>本文ここまで</p></td><td><p>右の欄</p></td></tr></table></body></html>`,
			"# 見晴市\n# くらし\n# 市政\n# ここから本文です。\n\nh2 記録審議会 第２回会議録\n" + lines + "# 本文ここまで\n# 右の欄\n"},
		"title only": {head + `<main>` + inside + `</main></body></html>`,
			"h1 記録審議会 第２回会議録\n# 見晴市\n# くらし\n# 市政\n" + lines},
	} {
		t.Run(name, func(t *testing.T) {
			d := read(c.page)
			want := strings.Replace(c.want, "# 見晴市\n", "# h1 見晴市\n", 1)
			got := strings.ReplaceAll(show(d), "# \n", "\n")
			if got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			if len(d.Readings) != 1 || d.Readings[0].Kana != "きりはら" || !strings.Contains(d.Lines[d.Readings[0].Line-1].Text, "霧原委員から") {
				t.Errorf("readings %+v", d.Readings)
			}
		})
	}
	d := read(head + `<p>ページ番号：0016994 更新日：2019年10月21日</p><div id="mol_contents"><h1>会議録</h1>` + inside + `</div>`)
	if d.Page == nil || d.Page.ID != "0016994" || d.Page.Date != "2019-10-21" {
		t.Errorf("page %+v", d.Page)
	}
}

func TestTextOfElements(t *testing.T) {
	d := read(`<html><body><h1>会議録</h1><script>var x = "見えない";</script><!-- 見えない --><p style="display: none">見えない</p><p hidden>見えない</p>
<p>一行目<br><br>三行目 with  blanks
and ends</p><ol><li>開会</li><li>議事</li></ol><ol start="3" type="a"><li>その他</li></ol><ol><li>（1）もう番号がある</li></ol>
<pre>
書いたまま
　　の　行
</pre><p>外字の<img src="g.gif" alt="邉">さん<img src="icon.gif" alt="PDFファイルを開く"></p>
<dl><dt>場所</dt><dd>見晴市役所</dd></dl><table><tr><td>問</td><td>答</td></tr><tr><td>一<br>二</td><td>三<p>四</p></td></tr></table><p>&lt;案１&gt;&nbsp;です</p></body></html>`)
	compare(t, d, `h1 会議録
一行目

三行目 with blanks and ends
1. 開会
2. 議事
c. その他
（1）もう番号がある
書いたまま
　　の　行
外字の邉さん
場所
見晴市役所
問	答
一
二
三
四

<案１>`+"\u00a0"+`です
`)
	if strings.Contains(d.Text(), "見えない") {
		t.Error("hidden text came out")
	}
}

// Letters on black are no redaction.
func TestTextOnBlackIsLeftOut(t *testing.T) {
	d := read(`<html><body><h1>会議録</h1><p>申立人は<span style="background-color: #000000; color:#000">霧原秘子</span><span style="background:black">秘</span>と<b style="color:#fff;background:#000">白い字</b>である。</p></body></html>`)
	compare(t, d, "h1 会議録\n申立人はと白い字である。\n")
	if len(d.Diagnostics) != 1 || d.Diagnostics[0].Code != "R031" || strings.Contains(fmt.Sprintf("%+v", d), "秘") {
		t.Errorf("%+v", d)
	}
}

func TestCharset(t *testing.T) {
	page := `<html><head><meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS"></head><body><h1>会議録</h1><p>委員の発言。</p></body></html>`
	sjis, _ := japanese.ShiftJIS.NewEncoder().String(page)
	if d := read(sjis); d.Source.Encoding != "Shift_JIS" || !strings.Contains(d.Text(), "委員の発言。") || len(d.Diagnostics) != 0 {
		t.Errorf("%+v %q", d, d.Text())
	}
	if d := read(page); d.Source.Encoding != "UTF-8" || len(d.Diagnostics) != 1 || d.Diagnostics[0].Code != "R035" {
		t.Errorf("a page that lies: %+v", d.Diagnostics)
	}
	mht := "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<h1>=E4=BC=9A=E8=AD=B0=E9=8C=B2</h1>\r\n--x--\r\n"
	if d := read(mht); d.Text() != "会議録\n" {
		t.Errorf("mht: %q %+v", d.Text(), d.Diagnostics)
	}
}

func TestBadPages(t *testing.T) {
	for name, page := range map[string]string{
		"no text": `<html><body><img src="a.png"></body></html>`,
		"script":  `<html><body><script>x</script></body></html>`,
	} {
		if d := read(page); !d.Failed() || len(d.Diagnostics) != 1 || d.Diagnostics[0].Code != "R005" {
			t.Errorf("%s: %+v", name, d)
		}
	}
	d := read("<html><body>" + strings.Repeat("<div>", 100_000) + "深い文" + "</body></html>")
	if len(d.Diagnostics) == 0 && !strings.Contains(d.Text(), "深い文") {
		t.Errorf("deep: %+v", d)
	}
}

const mhtHead = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n"

// A page saved whole that lost something on the way is told; many parts are no
// trouble.
func TestDamagedArchives(t *testing.T) {
	part := func(kind, how, body string) string {
		return "--x\r\nContent-Type: " + kind + "\r\nContent-Transfer-Encoding: " + how + "\r\n\r\n" + body + "\r\n"
	}
	page := part("text/html; charset=utf-8", "8bit", "<h1>会議録</h1>")
	for name, c := range map[string]struct{ b, text, code string }{
		"base64 cut off":      {mhtHead + part("text/html", "base64", "PGgxPuS8muitsOm") + "--x--", "", "R014"},
		"base64 of something": {mhtHead + part("text/html", "base64", "***") + "--x--", "", "R014"},
		"broken quotes":       {mhtHead + part("text/html; charset=utf-8", "quoted-printable", "<h1>=E4=BC=9A=ZZ</h1>") + "--x--", "会=ZZ\n", ""},
		"no page":             {mhtHead + part("image/png", "base64", "AAAA") + "--x--", "", "R014"},
		"no parts":            {mhtHead, "", "R014"},
		"cut off":             {mhtHead + page, "", "R014"},
		"9,000 pictures":      {mhtHead + strings.Repeat(part("image/png", "base64", "AAAA"), 9_000) + page + "--x--", "会議録\n", ""},
		"20,000 pictures":     {mhtHead + strings.Repeat(part("image/png", "base64", "AAAA"), 20_000) + page + "--x--", "", "R014"},
	} {
		d := read(c.b)
		code := ""
		for _, x := range d.Diagnostics {
			code += x.Code
		}
		if d.Text() != c.text || code != c.code {
			t.Errorf("%s: %q %+v", name, d.Text(), d.Diagnostics)
		}
	}
}

// Time is in proportion to the page, whatever it is made of.
func TestLinear(t *testing.T) {
	for _, piece := range []string{"<p>委員の発言。</p>", "<div class=content>あ</div>", "<div>", "<ul><li>あ", "<table><tr><td>あ</table>", "<table><tr><td>", "<a href=x>あ</a>", "<div><a href=x>あ</a></div>",
		"<form>あ</form>", "<ruby>岬<rt>み</ruby>", "&amp;", "<!-- ", "<img alt=邉>", "<h1>議題</h1>", "本文ここから<br>", "<p style='background:black'>", "<b><i>"} {
		ok, quarter, whole := Linear(1<<16, func(n int) { read("<html><body>" + strings.Repeat(piece, n/len(piece))) })
		if !ok {
			t.Errorf("%q: %v, four times as long %v", piece, quarter, whole)
		}
	}
}

// Whatever the page is, what it shows comes out: as a line, or as ruby.
func FuzzHTML(f *testing.F) {
	f.Add("<html><body>" + inside)
	f.Add(`<table><tr><td><ol type=i start=99999999999><li><ruby>a<rt>b`)
	f.Add(`<pre>a` + "\r\n\f" + `b<h1>c<br>d`)
	f.Add(`<body><table>a<caption>b<tr>c<td>d<table><tr><td>e</table><ul>f<li>g</ul></table><form>h<button>i</button></form>`)
	f.Fuzz(func(t *testing.T, page string) {
		d := read(page)
		if d.Failed() && len(d.Diagnostics) == 0 {
			t.Fatal("nothing was read and nothing said")
		}
		for i, l := range d.Lines {
			if l.N != i+1 || strings.Contains(l.Text, "\n") {
				t.Fatalf("line %d: %+v", i+1, l)
			}
		}
		if d.Source.Format != "html" || d.Source.Encoding != "UTF-8" || !utf8.ValidString(page) || archived([]byte(page)) {
			return
		}
		root, err := html.ParseWithOptions(strings.NewReader(strings.TrimPrefix(page, "\ufeff")), html.ParseOptionEnableScripting(true))
		if err != nil {
			return
		}
		got := d.Text()
		for _, r := range d.Readings {
			got += r.Kana
		}
		if lost := Lost(seen(root), got); lost != "" {
			t.Fatalf("lost %s of %q: %q", lost, page, got)
		}
	})
}

// seen is the text of n that is shown.
func seen(n *html.Node) string {
	switch {
	case n.Type == html.TextNode:
		return n.Data
	case n.Type == html.ElementNode && (unseen(n) || covered(n)):
		return ""
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(seen(c))
	}
	return b.String()
}

// A page saved whole comes out as the page itself does, however it is packed.
func FuzzMHT(f *testing.F) {
	f.Add("<h1>会議録</h1><p>委員の発言。", "x", 0)
	f.Add("<p>=E4=E4=", "--", 1)
	f.Add("<p>a", "b:c", 2)
	f.Fuzz(func(t *testing.T, body, boundary string, how int) {
		if strings.ContainsFunc(boundary, func(r rune) bool { return !strings.ContainsRune("abcdefxyz0123456789-_=.:", r) }) || boundary == "" || len(boundary) > 60 || strings.Contains(body, boundary) || !utf8.ValidString(body) {
			return
		}
		page := "<html><body>" + body
		head, packed := "8bit", page
		switch how % 3 {
		case 1:
			var b strings.Builder
			w := quotedprintable.NewWriter(&b)
			if _, err := w.Write([]byte(page)); err != nil {
				t.Fatal(err)
			}
			w.Close()
			head, packed = "quoted-printable", b.String()
		case 2:
			head, packed = "base64", base64.StdEncoding.EncodeToString([]byte(page))
		}
		whole := "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"" + boundary + "\"\r\n\r\n--" + boundary +
			"\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: " + head + "\r\n\r\n" + packed + "\r\n--" + boundary + "--\r\n"
		a, b := read(page), read(whole)
		if lost := Lost(a.Text(), b.Text()); lost != "" {
			t.Fatalf("lost %s: %q, %q %+v", lost, a.Text(), b.Text(), b.Diagnostics)
		}
		// as it is, too
		if d := read("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=" + boundary + "\n\n" + body); d.Failed() && len(d.Diagnostics) == 0 {
			t.Fatal("nothing was read and nothing said")
		}
	})
}
