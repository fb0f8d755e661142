package markdown

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/source"
	"github.com/toshin-archive/toshin/internal/source/sourcetest"
)

func read(s string) *source.Document {
	return source.NewReader(Format{}).Bytes([]byte(s), "data/records/a.md")[0]
}

func TestMarksAreLayout(t *testing.T) {
	d := read(`---
title: 見晴市記録審議会 会議録
date: 2023-10-03
handouts: [資料１, 資料２]
---
# 第２回　記録審議会　#

| 日時 | 令和５年10月３日 |
|:-----|------------------|
| 場所 | 市役所 \| 三階 |

議事
====

1. 開会
2\. 議事の**要点**と *強調* と` + " `符号` " + `
- 一つ目
  * 二つ目
> 引用の行

---

【会長】[資料](a.pdf)を見てください。 &lt;案１&gt; \*印\* snake_case と 5 * 3 * 2<br>
` + "```" + `
# 見出しではない
` + "```" + `
`)
	var b strings.Builder
	for _, l := range d.Lines {
		if l.Text != "" {
			fmt.Fprintf(&b, "%d h%d %s\n", l.N, l.Heading, l.Text)
		}
	}
	want := `6 h1 第２回　記録審議会
8 h0 日時	令和５年10月３日
10 h0 場所	市役所 | 三階
12 h1 議事
15 h0 1. 開会
16 h0 2. 議事の要点と 強調 と 符号
17 h0 ・一つ目
18 h0   ・二つ目
19 h0 引用の行
23 h0 【会長】資料を見てください。 <案１> *印* snake_case と 5 * 3 * 2
25 h0 # 見出しではない
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
	if got := fmt.Sprint(d.Set); got != "[{date 2023-10-03 3} {handouts 資料１\n資料２ 4} {title 見晴市記録審議会 会議録 2}]" {
		t.Errorf("settings %q", got)
	}
}

func TestFrontMatter(t *testing.T) {
	if d := read("+++\nnumber = \"31\"\ndate = 2023-06-01\n+++\n本文\n"); fmt.Sprint(d.Set) != "[{date 2023-06-01 3} {number 31 2}]" || d.Text() != "本文\n" {
		t.Errorf("%v %q", d.Set, d.Text())
	}
	if d := read("---\na: [\n---\n本文\n"); len(d.Diagnostics) != 1 || d.Diagnostics[0].Code != "P906" {
		t.Errorf("%+v", d.Diagnostics)
	}
	if d := read("---\n本文\n"); strings.TrimSpace(d.Text()) != "本文" || len(d.Set) > 0 {
		t.Errorf("a rule: %q", d.Text())
	}
}

// Marks are layout; letters are not, but for the addresses of links, tags, and
// the front matter.
func FuzzMarkdown(f *testing.F) {
	f.Add("# 見出し\n|a|b|\n|-|-|\n**太字**\n")
	f.Add("---\ntitle: x\n---\n本文")
	f.Add("1. 一\n* \\*二\\*\n> 三 `四`\n~~~五\n六")
	f.Fuzz(func(t *testing.T, s string) {
		d := read(s)
		if d.Failed() && len(d.Diagnostics) == 0 {
			t.Fatal("nothing was read and nothing said")
		}
		if d.Failed() || d.Source.Encoding != "UTF-8" || strings.ContainsAny(s, "<&") || strings.Contains(s, "](") || len(d.Set) > 0 || codesOf(d) != "" {
			return
		}
		letters := func(r rune) rune {
			if r == utf8.RuneError || !unicode.IsLetter(r) || r < 0x80 {
				return -1
			}
			return r
		}
		first := strings.TrimRight(source.Split(strings.TrimPrefix(s, "\ufeff"))[0].Text, " \t")
		if first == "---" || first == "+++" {
			return
		}
		if lost := sourcetest.Lost(strings.Map(letters, s), d.Text()); lost != "" {
			t.Fatalf("lost %s of %q: %q", lost, s, d.Text())
		}
	})
}

func codesOf(d *source.Document) (codes string) {
	for _, x := range d.Diagnostics {
		codes += x.Code
	}
	return codes
}
