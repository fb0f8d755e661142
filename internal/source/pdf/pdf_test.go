package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/source"
	. "github.com/toshin-archive/toshin/internal/source/sourcetest"
)

func reading(t testing.TB) func(b []byte) *source.Document {
	r := source.NewReader(&Format{})
	t.Cleanup(func() {
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	})
	return func(b []byte) *source.Document { return r.Bytes(b, "data/records/a.pdf")[0] }
}

func show(d *source.Document) string {
	var b strings.Builder
	for _, l := range d.Lines {
		if l.Why != "" {
			b.WriteString("# ")
		}
		b.WriteString(l.Text + "\n")
	}
	return b.String()
}

func codes(d *source.Document) string {
	var cs []string
	for _, x := range d.Diagnostics {
		cs = append(cs, x.Code)
	}
	return strings.Join(cs, " ")
}

func TestReadsThroughTheEngine(t *testing.T) {
	read := reading(t)
	first := Lines("見晴市記録審議会 会議録", "", "日　時　令和５年10月３日", "出席者　𠮷野委員、邉󠄀委員", "【会長】", "これより開会します。")
	first.Texts = append(first.Texts, Text{X: 290, Y: 40, Size: 9, S: "- 1 -"})
	second := Lines("【委員】", "資料の二枚目について伺います。")
	second.Texts = append(second.Texts, Text{X: 290, Y: 40, Size: 9, S: "- 2 -"})
	d := read(PDF(first, second))
	want := "見晴市記録審議会 会議録\n\n日　時　令和５年10月３日\n出席者　𠮷野委員、邉󠄀委員\n【会長】\nこれより開会します。\n# - 1 -\n【委員】\n資料の二枚目について伺います。\n# - 2 -\n"
	if got := show(d); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if codes(d) != "" || d.Source.Format != "pdf" || fmt.Sprint(d.Source.Pages) != "[1 7]" || d.Source.PageOf(8) != 2 {
		t.Errorf("%+v %s", d.Source, codes(d))
	}
}

// A roster without rules is a table, on every page it goes on to; heads and numbers
// of the pages are not of it, and each row knows its line on paper.
func TestRosterWithoutRulesOverPages(t *testing.T) {
	read := reading(t)
	columns := func(y float64, cells ...string) (ts []Text) {
		for i, x := range []float64{90, 160, 280} {
			if i < len(cells) && cells[i] != "" {
				ts = append(ts, Text{X: x, Y: y, Size: 10.5, S: cells[i]})
			}
		}
		return ts
	}
	page := func(n int, lines ...[]Text) Page {
		p := Page{Texts: []Text{{X: 200, Y: 810, Size: 9, S: "見晴市記録審議会　会議録"}}}
		for _, l := range lines {
			p.Texts = append(p.Texts, l...)
		}
		p.Texts = append(p.Texts, Text{X: 280, Y: 30, Size: 9, S: fmt.Sprintf("%d / 3", n)})
		return p
	}
	line := func(y float64, s string) []Text { return []Text{{X: 72, Y: y, Size: 10.5, S: s}} }
	d := read(PDF(
		page(1, line(770, "第２回　見晴市記録審議会　会議録"), line(752, "３　出席者"),
			columns(734, "役　職", "氏　名", "所　属"), columns(716, "会　長", "霧原　すず", "弁護士（霧原法律"), columns(700, "", "", "事務所）"),
			columns(682, "副会長", "岬　一郎", "見晴大学　教授"), columns(664, "委　員", "灯台　みなと", "公募")),
		page(2, columns(770, "委　員", "堤　なぎさ", "見晴漁業協同組合"), columns(752, "委　員", "浦　　潮", "見晴港湾株式会社"), columns(734, "委　員", "沖　波江", "見晴商店会"),
			line(698, "４　傍聴者　　なし")),
		page(3, line(770, "会長　これで閉会します。")),
	))
	want := "# 見晴市記録審議会　会議録\n第２回　見晴市記録審議会　会議録\n３　出席者\n役　職\t氏　名\t所　属\n会　長\t霧原　すず\t弁護士（霧原法律事務所）\n副会長\t岬　一郎\t見晴大学　教授\n委　員\t灯台　みなと\t公募\n# 1 / 3\n" +
		"# 見晴市記録審議会　会議録\n委　員\t堤　なぎさ\t見晴漁業協同組合\n委　員\t浦　　潮\t見晴港湾株式会社\n委　員\t沖　波江\t見晴商店会\n\n４　傍聴者　　なし\n# 2 / 3\n" +
		"# 見晴市記録審議会　会議録\n会長　これで閉会します。\n# 3 / 3\n"
	if got := show(d); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	var places []int
	for _, l := range d.Lines {
		if strings.Contains(l.Text, "\t") {
			places = append(places, l.N)
		}
	}
	if fmt.Sprint(places, d.Source.Pages) != "[4 5 7 8 11 12 13] [1 10 16]" {
		t.Errorf("lines %v, pages %v", places, d.Source.Pages)
	}
}

// What is painted over is not gone; it must not get into the record.
func TestTextUnderBlackIsLeftOut(t *testing.T) {
	read := reading(t)
	p := Lines("会議録", "申立人は霧原秘子である。", "白い字の見出し")
	p.Texts[2].White = true
	// the name is four characters from the fourth on; the third line is white on black
	p.Boxes = []Box{{X: 72 + 4*10.5, Y: 748, W: 4 * 10.5, H: 14}, {X: 60, Y: 728, W: 200, H: 16}, {X: 60, Y: 764, W: 200, H: 1}}
	d := read(PDF(p))
	if strings.Contains(fmt.Sprintf("%+v", d), "秘") || !strings.Contains(d.Text(), "申立人は") || !strings.Contains(d.Text(), "白い字の見出し") || !strings.Contains(d.Text(), "会議録") {
		t.Errorf("%q", d.Text())
	}
	if codes(d) != "R030" {
		t.Errorf("%+v", d.Diagnostics)
	}
}

func TestFaults(t *testing.T) {
	read := reading(t)
	good := PDF(Lines("会議録"))
	for name, c := range map[string]struct {
		b    []byte
		want string
	}{
		"no text":   {PDF(Page{}, Page{Boxes: []Box{{X: 10, Y: 10, W: 100, H: 100}}}), "R022"},
		"no pages":  {[]byte("%PDF-1.7\n"), "R014"},
		"not a PDF": {[]byte("会議録"), "R014"},
		"rubbish":   {append([]byte("%PDF-1.4\n"), bytes.Repeat([]byte{0xff, 0, '<'}, 1000)...), "R014"},
	} {
		d := read(c.b)
		if codes(d) != c.want || !d.Failed() {
			t.Errorf("%s: %s, want %s: %+v", name, codes(d), c.want, d.Diagnostics)
		}
	}
	// A hundred thousand pages that are all one; objects that are not there.
	many := bytes.Replace(good, []byte("/Kids [8 0 R] /Count 1"), []byte("/Kids ["+strings.Repeat("8 0 R ", 100_000)+"] /Count 100000"), 1)
	if d := read(many); codes(d) != "R017" || !d.Failed() {
		t.Errorf("100,000 pages: %s %q", codes(d), d.Text())
	}
	liar := bytes.Replace(good, []byte("/Count 1"), []byte("/Count 9"), 1)
	if d := read(liar); d.Failed() && len(d.Diagnostics) == 0 {
		t.Error("a page count that lies: nothing said")
	}
	loop := bytes.Replace(good, []byte("/Kids [8 0 R]"), []byte("/Kids [2 0 R]"), 1)
	if d := read(loop); !d.Failed() || len(d.Diagnostics) != 1 {
		t.Errorf("pages that hold themselves: %q %+v", d.Text(), d.Diagnostics)
	}
	if d := read(PDF(Lines("会議録"), Page{})); codes(d) != "R023" || d.Text() != "会議録\n" {
		t.Errorf("one empty page: %s %q", codes(d), d.Text())
	}
	if d := read(good[:len(good)-100]); d.Failed() && len(d.Diagnostics) == 0 {
		t.Error("cut off: nothing said")
	}
}

func TestNeverLoadedNeverClosed(t *testing.T) {
	f := &Format{}
	if f.Looks([]byte("%PDF-1.7"), ".txt") != source.Surely || f.engine.pool != nil {
		t.Error("looking at a file loads the engine")
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}

func FuzzPDF(f *testing.F) {
	f.Add(PDF(Lines("会議録", "日時")))
	f.Add([]byte("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>"))
	read := reading(f)
	f.Fuzz(func(t *testing.T, b []byte) {
		if d := read(b); d.Failed() && len(d.Diagnostics) == 0 {
			t.Fatal("nothing was read and nothing said")
		}
	})
}
