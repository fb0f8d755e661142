package source

import (
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/japanese"
)

func utf16Bytes(order binary.AppendByteOrder, s string) (b []byte) {
	for _, u := range utf16.Encode([]rune(s)) {
		b = order.AppendUint16(b, u)
	}
	return b
}

// Old systems save UTF-16 without the mark that says so.
func TestUTF16WithoutMark(t *testing.T) {
	text := strings.Repeat(sample, 3) + "𠮷野委員\n"
	for name, order := range map[string]binary.AppendByteOrder{"UTF-16LE": binary.LittleEndian, "UTF-16BE": binary.BigEndian} {
		d := Bytes(utf16Bytes(order, text), "a.txt")
		if d.Source.Encoding != name || d.Text() != text || d.Source.Confidence < 0.9 || d.Source.Confidence > 0.96 {
			t.Errorf("%s: %+v %v", name, d.Source, d.Diagnostics)
		}
	}
}

func TestFaultsHaveTheirPlaceInTheBytes(t *testing.T) {
	jis := func(s string) []byte {
		b, err := japanese.ISO2022JP.NewEncoder().Bytes([]byte(s))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	kana := "\x1b(I" + "\x36\x2f\x37" + "\x1b(B\n" // half-width ｶｯｷ
	lone := append(utf16Bytes(binary.LittleEndian, "\ufeff会議録\n委員"), 0x00, 0xd8)
	for _, c := range []struct {
		name, text  string
		b           []byte
		line, col   int
		value, want string
	}{
		{"jis", "一行目\nあ\uFFFDい\n", append(append(jis("一行目\nあ")[:len(jis("一行目\nあ"))-3], 0x29, 0x21), []byte("\x24\x24\x1b(B\n")...), 2, 2, "29 21", "R008"},
		{"jis half-width kana", "ｶｯｷ\n", []byte(kana), 0, 0, "", ""},
		{"utf-16 half a pair", "会議録\n委員\uFFFD", lone, 2, 3, "00 D8", "R008"},
		{"utf-8 private use", "委員\ue000さん\n", []byte("委員\ue000さん\n"), 1, 3, "U+E000", "R012"},
		{"utf-8 broken", "会議録の本文\n委\uFFFD\uFFFDで", []byte("会議録の本文\n委\xe3\xffで"), 2, 2, "E3", "R008"},
	} {
		d := Bytes(c.b, "a.txt")
		if d.Text() != strings.TrimSuffix(c.text, "\n")+"\n" {
			t.Errorf("%s: text %q", c.name, d.Text())
		}
		if c.want == "" {
			if len(d.Diagnostics) > 0 {
				t.Errorf("%s: %+v", c.name, d.Diagnostics)
			}
			continue
		}
		if len(d.Diagnostics) == 0 {
			t.Errorf("%s: nothing said", c.name)
			continue
		}
		g := d.Diagnostics[0]
		if g.Code != c.want || g.Line != c.line || g.Column != c.col || !strings.Contains(g.Message, c.value) {
			t.Errorf("%s: %+v", c.name, g)
		}
	}
}

func TestEveryPlaceIsNamedUpToALimit(t *testing.T) {
	line, _ := japanese.ShiftJIS.NewEncoder().Bytes([]byte("委員が発言した。"))
	var b []byte
	for range 120 {
		b = append(append(b, line...), 0xfc, 0xfc, '\n')
	}
	d := Bytes(b, "a.txt")
	n := strings.Count(codes(d.Diagnostics), "R008")
	if n != mostPlaces || !strings.HasSuffix(codes(d.Diagnostics), "R015") || d.Diagnostics[49].Line != 50 {
		t.Errorf("%d places, %v", n, codes(d.Diagnostics)[len(codes(d.Diagnostics))-20:])
	}
}

func TestDeclaredEncodingDecidesOnlyWhereBytesDoNot(t *testing.T) {
	short, _ := japanese.ShiftJIS.NewEncoder().Bytes([]byte("委員"))
	d := &Document{}
	if text, ok := d.Decode(short, "x-sjis"); !ok || text != "委員" || d.Source.Encoding != "Shift_JIS" {
		t.Errorf("short: %q %+v", text, d.Source)
	}
	d = &Document{}
	if text, ok := d.Decode([]byte(sample), "Shift_JIS"); !ok || text != sample || d.Source.Encoding != "UTF-8" {
		t.Errorf("a page that lies: %+v", d.Source)
	}
}
