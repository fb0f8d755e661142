package layout

import (
	"fmt"
	"strings"
	"testing"
)

// pageOf sets lines of text on a page by a small notation, so that a case shows
// what it is about: x and y in characters and lines.
type pageOf struct{ p Page }

func sheet() *pageOf { return &pageOf{Page{Width: 595, Height: 842}} }

func (s *pageOf) at(x, line float64, text string) *pageOf { return s.size(x, line, 10, 0, text) }

func (s *pageOf) size(x, line, em, spread float64, text string) *pageOf {
	px := 60 + 10*x
	for _, r := range text {
		w := em
		if r < 0x80 {
			w = em / 2
		}
		s.p.Glyphs = append(s.p.Glyphs, Glyph{Text: string(r), X: px, Y: 780 - 16*line, W: w, Em: em})
		px += w + spread
	}
	return s
}

func (s *pageOf) down(x, line float64, text string) *pageOf {
	for i, r := range []rune(text) {
		s.p.Glyphs = append(s.p.Glyphs, Glyph{Text: string(r), X: 60 + 10*x, Y: 780 - 16*line - 10.5*float64(i), W: 10, Em: 10})
	}
	return s
}

func (s *pageOf) table(x0, x1, mid, top, bottom float64) *pageOf {
	for _, y := range []float64{top, bottom} {
		s.p.Rules = append(s.p.Rules, Rule{60 + 10*x0, 60 + 10*x1, 790 - 16*y, 790 - 16*y})
	}
	for _, x := range []float64{x0, mid, x1} {
		s.p.Rules = append(s.p.Rules, Rule{60 + 10*x, 60 + 10*x, 790 - 16*bottom, 790 - 16*top})
	}
	return s
}

func show(pages ...*pageOf) string {
	var ps []Page
	for _, s := range pages {
		ps = append(ps, s.p)
	}
	var b strings.Builder
	for _, l := range Lines(ps) {
		if l.Why != "" {
			b.WriteString("# ")
		}
		b.WriteString(l.Text)
		for _, r := range l.Readings {
			fmt.Fprintf(&b, " {%s %s}", r.Text, r.Kana)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// kana40 is a line of n characters without a sense.
func kana40(n int) string {
	return string([]rune(strings.Repeat("あいうえおかきくけこさしすせそたちつてとなにぬねの", 3))[:n])
}

func TestLayout(t *testing.T) {
	two := sheet().at(0, 0, "全体に掛かる見出しの行で、左の段と右の段の上に立っている一行")
	for i := range 6 {
		two.at(0, float64(i+1), fmt.Sprintf("左%d段の文が続いて折り返される行", i)).at(20, float64(i+1), fmt.Sprintf("右%d段の文が続いて折り返される行", i))
	}
	page := func(n int, text string) *pageOf {
		s := sheet().at(0, 0, "見晴市記録審議会　第２回")
		for i := range 8 {
			s.at(0, float64(i+2), fmt.Sprintf("%s%d。", text, i))
		}
		return s.at(20, 46, fmt.Sprintf("－　%d　－", n))
	}
	for _, c := range []struct{ name, got, want string }{
		{"hard wraps", show(sheet().at(1, 0, kana40(39)).at(0, 1, "続きの行。").at(1, 2, "次の段落。").at(0, 3, "○岬委員　"+kana40(35)).at(0, 4, "○霧原委員　はい。")),
			"　" + kana40(39) + "続きの行。\n　次の段落。\n○岬委員　" + kana40(35) + "\n○霧原委員　はい。\n"},
		{"hanging indent", show(sheet().at(0, 0, "（１）"+kana40(37)).at(3, 1, kana40(37)).at(3, 2, "終わり。").at(0, 3, "（２）次の項。")),
			"（１）" + kana40(37) + kana40(37) + "終わり。\n（２）次の項。\n"},
		{"wrapped cell", show(sheet().at(0, 0, "出席者").at(8, 0, kana40(32)).at(8, 1, "残り").at(0, 2, "場所").at(8, 2, "市役所")),
			"出席者　　　　　" + kana40(32) + "残り\n場所　　　　　　市役所\n"},
		{"spaced glyphs", show(sheet().size(0, 0, 10, 8, "諮問日平成十五年八月五日").at(0, 2, "日").at(3, 2, "時").at(8, 2, "平成15年")), "諮問日平成十五年八月五日\n\n日　　時　　　　平成15年\n"},
		{"blanks between glyphs", show(sheet().at(0, 0, "諮 問 日 : 平 成 1 5 年 8 月 5 日")), "諮問日:平成15年8月5日\n"},
		{"words keep their blanks", show(sheet().at(0, 0, "会長 霧原 委員 岬 一郎")), "会長 霧原 委員 岬 一郎\n"},
		{"ruby", show(sheet().size(3, 0.45, 4.5, 0, "きりはら").at(0, 1, "会長の霧原委員")), "会長の霧原委員 {霧原 きりはら}\n"},
		{"doubled bold", show(sheet().at(0, 0, "会議録").at(0.03, 0, "会議録")), "会議録\n"},
		{"vertical", show(sheet().down(40, 0, "縦書きの一行目の文︵案︶。").down(37, 0, "二行目。")), "縦書きの一行目の文（案）。\n二行目。\n"},
		{"narrow cell", show(sheet().at(0, 0, "対話推進部の名簿を次に示す。").down(0, 2, "部長").at(5, 2, "霧原すず").at(0, 5, "以上の者が出席したと認める。")), "対話推進部の名簿を次に示す。\n\n部長　　　　霧原すず\n\n以上の者が出席したと認める。\n"},
		{"columns", show(two), "全体に掛かる見出しの行で、左の段と右の段の上に立っている一行\n左0段の文が続いて折り返される行左1段の文が続いて折り返される行左2段の文が続いて折り返される行左3段の文が続いて折り返される行左4段の文が続いて折り返される行左5段の文が続いて折り返される行\n右0段の文が続いて折り返される行右1段の文が続いて折り返される行右2段の文が続いて折り返される行右3段の文が続いて折り返される行右4段の文が続いて折り返される行右5段の文が続いて折り返される行\n"},
		{"ruled table", show(sheet().table(0, 30, 6, 0, 3).at(8, 0, "一行目、").at(0.2, 1, "出席者").at(8, 1, "二行目、").at(8, 2, "三行目")), "出席者\t一行目、\n二行目、\n三行目\n"},
		{"columns without rules", show(sheet().at(2, 0, "役　職").at(8, 0, "氏　　名").at(17, 0, "所　属").
			at(2, 1, "会　長").at(8, 1, "霧原　すず").at(17, 1, "弁護士（霧原法律").at(17, 2, "事務所）").
			at(2, 3, "副会長").at(8, 3, "岬　　一郎").at(17, 3, "見晴大学").
			at(2, 4, "委　員").at(8, 4, "灯台　みなと").at(17, 4, "公募").at(0, 5, "４　傍聴者　　０人")),
			"役　職\t氏　　名\t所　属\n会　長\t霧原　すず\t弁護士（霧原法律事務所）\n副会長\t岬　　一郎\t見晴大学\n委　員\t灯台　みなと\t公募\n４　傍聴者　　０人\n"},
		{"cells that wrap side by side", show(sheet().at(0, 0, "番号").at(5, 0, "意見").at(20, 0, "回答").
			at(0, 1, "１").at(5, 1, "看板の字を大きくし").at(20, 1, "来年の春までに書き").at(5, 2, "てほしい。").at(20, 2, "直します。").
			at(0, 3, "２").at(5, 3, "道が暗い。").at(20, 3, "灯を増やします。").at(0, 4, "３").at(5, 4, "草を刈ってほしい。").at(20, 4, "刈ります。")),
			"番号\t意見\t回答\n１\t看板の字を大きくしてほしい。\t来年の春までに書き直します。\n２\t道が暗い。\t灯を増やします。\n３\t草を刈ってほしい。\t刈ります。\n"},
		{"a head with a roster in it is no table", show(sheet().at(0, 0, "日時").at(6, 0, "平成15年8月5日").at(0, 1, "出席者").at(6, 1, "会　長").at(12, 1, "霧原　すず").at(6, 2, "委　員").at(12, 2, "岬　　一郎").at(6, 3, "委　員").at(12, 3, "灯台　みなと").at(0, 4, "場所").at(6, 4, "市役所")),
			"日時　　　　平成15年8月5日\n出席者　　　会　長　　　霧原　すず\n　　　　　　委　員　　　岬　　一郎\n　　　　　　委　員　　　灯台　みなと\n場所　　　　市役所\n"},
		{"text that recurs elsewhere is no furniture", show(sheet().at(0, 0, "題名の行").at(0, 2, "議題１").at(0, 3, "議題２"), sheet().at(0, 1, "議題２").at(0, 3, "議論。")),
			"題名の行\n\n議題１\n議題２\n議題２\n\n議論。\n"},
		{"furniture", show(page(1, "一枚目の文"), page(2, "二枚目の文")),
			"# 見晴市記録審議会　第２回\n" + body("一枚目の文") + "# －　1　－\n# 見晴市記録審議会　第２回\n" + body("二枚目の文") + "# －　2　－\n"},
	} {
		if c.got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, c.got, c.want)
		}
	}
}

func body(text string) string {
	var b strings.Builder
	for i := range 8 {
		fmt.Fprintf(&b, "%s%d。\n", text, i)
	}
	return b.String()
}

// Whatever the layout, no character is lost or made up.
func FuzzLines(f *testing.F) {
	f.Add("会議録の本文", 10.0, 700.0, 3.0)
	f.Add("縦 書", 500.0, -10.0, 0.0)
	f.Fuzz(func(t *testing.T, text string, x, y, step float64) {
		var p Page
		p.Width, p.Height = 595, 842
		count := map[rune]int{}
		for i, r := range []rune(text) {
			if i > 2000 {
				break
			}
			g := Glyph{Text: string(r), X: x + step*float64(i%7), Y: y - 7*float64(i/5), W: 10, Em: float64(5 + i%3*3)}
			p.Glyphs = append(p.Glyphs, g)
		}
		for _, g := range dedupe(p.Glyphs) {
			for _, r := range standing.Replace(g.Text) {
				if !blank(string(r)) {
					count[r] += 2 // two pages
				}
			}
		}
		for _, l := range Lines([]Page{p, p}) {
			all := l.Text
			for _, r := range l.Readings {
				all += r.Kana
			}
			for _, r := range standing.Replace(all) {
				if !blank(string(r)) {
					count[r]--
				}
			}
		}
		for r, n := range count {
			if n != 0 {
				t.Errorf("%q: %d lost", r, n)
			}
		}
	})
}
