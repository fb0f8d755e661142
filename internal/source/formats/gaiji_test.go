package formats_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/source"
	"github.com/toshin-archive/toshin/internal/source/formats"
	. "github.com/toshin-archive/toshin/internal/source/sourcetest"
)

// rare are characters that other programs lose: those of vendors, of JIS X 0213
// and beyond the first plane, one with a variation selector, one of the
// compatibility ideographs.
const rare = "髙﨑と𠮷と\ufa19と葛\U000e0100と①㈱㍻と俱"

// In every format they come out as they are; an office's own character (外字) is
// named with its place, and put right by the table.
func TestOwnCharactersInEveryFormat(t *testing.T) {
	g, ds := source.ReadGaiji([]byte("U+E000\t邉\tしんにょうの点が一つ\n"), "data/gaiji.tsv")
	if len(ds) > 0 {
		t.Fatalf("%+v", ds)
	}
	known, plain := formats.New().With(g), formats.New()
	defer known.Close()
	defer plain.Close()
	line := rare + "\ue000"
	sheet := Sheet([]string{"番号", "答申日", "件名"}, []string{"答申第1号", "令和5年6月1日", line})
	for name, c := range map[string]struct {
		b    []byte
		line int
	}{
		"a.txt":  {[]byte("会議録\n" + line + "\n"), 2},
		"a.md":   {[]byte("# 会議録\n**" + line + "**\n"), 2},
		"a.html": {[]byte("<!DOCTYPE html><html><head><meta charset=utf-8></head><body><nav>\uf0e0</nav><main><h1>会議録</h1><p>" + rare + "&#xE000;</p></main></body></html>"), 0},
		"a.docx": {Docx(P("会議録")+`<w:p>`+R(rare)+`<w:r><w:sym w:font="EUDC" w:char="E000"/></w:r></w:p>`, nil), 2},
		"a.pdf":  {PDF(Lines("会議録", line)), 2},
		"a.csv":  {[]byte("番号,答申日,件名\n答申第1号,令和5年6月1日," + line + "\n"), 2},
		"a.xlsx": {sheet, 2},
	} {
		d := plain.Bytes(c.b, name)[0]
		if !strings.Contains(d.Text(), line) {
			t.Errorf("%s: %q", name, d.Text())
		}
		if len(d.Diagnostics) != 1 || d.Diagnostics[0].Code != "R012" || c.line > 0 && d.Diagnostics[0].Line != c.line || !strings.HasSuffix(string([]rune(d.Diagnostics[0].Text)[:d.Diagnostics[0].Column]), "\ue000") {
			t.Errorf("%s: %+v", name, d.Diagnostics)
		}
		d = known.Bytes(c.b, name)[0]
		if !strings.Contains(d.Text(), rare+"邉") || strings.ContainsFunc(strings.ReplaceAll(d.Text(), "\uf0e0", ""), source.IsPrivate) || len(d.Diagnostics) > 0 {
			t.Errorf("%s with the table: %q %+v", name, d.Text(), d.Diagnostics)
		}
		if len(d.Source.Gaiji) != 1 || d.Source.Gaiji[0].Code != "U+E000" {
			t.Errorf("%s: originals %+v", name, d.Source.Gaiji)
		}
	}
}

// A glyph that the PDF gives no character for is told with page and place, and
// staff may say what it is.
func TestGlyphsWithoutCharacter(t *testing.T) {
	b := PDF(Lines("会議録", "出席者は岬委員です"))
	b = bytes.Replace(b, []byte(fmt.Sprintf("%04X", '岬')), []byte("0000"), 1)
	g, _ := source.ReadGaiji([]byte("U+FFFD\t岬\tPDF に字の対応がない\ta.pdf:2:5\n"), "data/gaiji.tsv")
	reader := formats.New().With(g)
	defer reader.Close()
	d := reader.Bytes(b, "b.pdf")[0]
	if want := "会議録\n出席者は\ufffd委員です\n"; d.Text() != want || codes([]*source.Document{d}) != "R029 R036" || d.Diagnostics[1].Line != 2 || d.Diagnostics[1].Column != 5 {
		t.Errorf("%q %+v", d.Text(), d.Diagnostics)
	}
	if d := reader.Bytes(b, "a.pdf")[0]; d.Text() != "会議録\n出席者は岬委員です\n" || codes([]*source.Document{d}) != "R029" {
		t.Errorf("%q %+v", d.Text(), d.Diagnostics)
	}
	// A font that says nothing of its glyphs: the engine gives their numbers, which
	// are no text.
	blind := bytes.ReplaceAll(b, []byte("/ToUnicode 7 0 R"), nil)
	if d := reader.Bytes(blind, "b.pdf"); codes(d) != "R045" || !d[0].Failed() {
		t.Errorf("%q %+v", d[0].Text(), d[0].Diagnostics)
	}
	mixed := PDF(Page{Texts: []Text{{X: 72, Y: 770, Size: 10, S: "会議録"}, {X: 72, Y: 700, Size: 10, S: "縦の", Vertical: true}}})
	at := bytes.LastIndex(mixed, []byte("/ToUnicode 7 0 R"))
	copy(mixed[at:], bytes.Repeat([]byte(" "), 16))
	if d := reader.Bytes(mixed, "b.pdf"); codes(d) != "R029 R036 R036" || !strings.HasPrefix(d[0].Text(), "会議録\n") {
		t.Errorf("%q %+v", d[0].Text(), d[0].Diagnostics)
	}
}
