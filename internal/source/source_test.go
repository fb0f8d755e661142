package source

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"

	"github.com/toshin-archive/toshin/internal/record"
)

const sample = "令和５年度 第２回 見晴市記録審議会\n\n日時\n令和５年１０月３日（火）午前１０時から\n\n【委員】\nサーバの更新について、ｶﾀｶﾅで書いた資料がありますか。\n"

func codes(ds []record.Diagnostic) string {
	var cs []string
	for _, d := range ds {
		cs = append(cs, d.Code)
	}
	return strings.Join(cs, " ")
}

func TestEncodings(t *testing.T) {
	for _, c := range []struct {
		name  string
		codec encoding.Encoding
		want  string
	}{
		{"plain", unicode.UTF8, "UTF-8"},
		{"bom", unicode.UTF8BOM, "UTF-8"},
		{"sjis", japanese.ShiftJIS, "Shift_JIS"},
		{"euc", japanese.EUCJP, "EUC-JP"},
		{"utf16le", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "UTF-16LE"},
		{"utf16be", unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "UTF-16BE"},
	} {
		b, err := c.codec.NewEncoder().Bytes([]byte(sample))
		if err != nil {
			t.Fatal(err)
		}
		d := Bytes(b, "data/records/a.txt")
		if d.Source.Encoding != c.want || d.Text() != sample || len(d.Diagnostics) > 0 {
			t.Errorf("%s: encoding %q, diagnostics %v, text %q", c.name, d.Source.Encoding, d.Diagnostics, d.Text())
		}
	}
	jis := strings.NewReplacer("ｶﾀｶﾅ", "カタカナ").Replace(sample) // half-width kana is not in ISO-2022-JP
	b, err := japanese.ISO2022JP.NewEncoder().Bytes([]byte(jis))
	if err != nil {
		t.Fatal(err)
	}
	if d := Bytes(b, "a.txt"); d.Source.Encoding != "ISO-2022-JP" || d.Text() != jis {
		t.Errorf("iso-2022-jp: %q %v", d.Source.Encoding, d.Diagnostics)
	}
}

func TestLineEnds(t *testing.T) {
	d := Bytes([]byte("あ\r\nい\rう\f\n え"), "a.txt")
	var got []string
	for _, l := range d.Lines {
		got = append(got, l.Text)
	}
	if want := "あ|い|う|| え"; strings.Join(got, "|") != want {
		t.Errorf("lines %q, want %q", got, want)
	}
	if d.Lines[4].N != 5 {
		t.Errorf("the fifth line says %d", d.Lines[4].N)
	}
}

func TestBadInput(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, b []byte) string {
		p := filepath.Join(dir, name)
		if err := os.WriteFile(p, b, 0o644); err != nil {
			t.Fatal(err)
		}
		return p
	}
	big := filepath.Join(dir, "big.txt")
	f, err := os.Create(big)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Truncate(100 << 20); err != nil {
		t.Fatal(err)
	}
	f.Close()
	for _, c := range []struct{ path, want string }{
		{filepath.Join(dir, "absent.txt"), "R001"},
		{dir, "R001"}, // a folder
		{write("empty.txt", nil), "R005"},
		{write("blank.txt", []byte(" \n\n　\n")), "R005"},
		{big, "R006"},
		{write("binary.txt", []byte{0x89, 'P', 'N', 'G', 0, 0, 1, 0xff, 0xfe, 0x80}), "R007"},
		{write("sheet.xyz", []byte("a")), "R010"},
	} {
		d := File(c.path, strings.TrimPrefix(c.path, dir))
		got := codes(d.Diagnostics)
		if got != c.want || !d.Failed() {
			t.Errorf("%s: %s, want %s", filepath.Base(c.path), got, c.want)
		}
	}
}

func FuzzBytes(f *testing.F) {
	f.Add([]byte(sample))
	for _, e := range []encoding.Encoding{japanese.ShiftJIS, japanese.EUCJP} {
		b, _ := e.NewEncoder().Bytes([]byte(sample))
		f.Add(b)
		f.Add(b[1:])
	}
	f.Add([]byte{0xff, 0xfe, 0x00})
	f.Add([]byte("\x1b$B\x24"))
	f.Add([]byte("\x1b$B"))
	f.Fuzz(func(t *testing.T, b []byte) {
		d := Bytes(b, "a.txt")
		if d.Failed() && len(d.Diagnostics) == 0 {
			t.Fatal("nothing was read and nothing said")
		}
		for i, l := range d.Lines {
			if l.N != i+1 || strings.ContainsAny(l.Text, "\n\r\f") {
				t.Fatalf("line %d: %+v", i+1, l)
			}
		}
	})
}
