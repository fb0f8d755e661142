package source

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/japanese"

	"github.com/toshin-archive/toshin/internal/diag"
)

// Characters that offices use beyond JIS X 0208: vendors' (NEC's and IBM's, in
// every Windows file), those of JIS X 0213, an office's own, and what is none.
func TestCharactersBeyondTheStandard(t *testing.T) {
	sjis := func(s string) string {
		b, err := japanese.ShiftJIS.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	euc := func(s string) string {
		b, err := japanese.EUCJP.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	for name, c := range map[string]struct{ in, want, codes string }{
		"NEC's row, Shift_JIS":           {sjis("委員は\n") + "\x87\x40\x87\x8a\x87\x7e", "委員は\n①㈱㍻\n", ""},
		"IBM's kanji, Shift_JIS":         {sjis("委員は\n") + "\xfb\xfc\xfa\xb1", "委員は\n髙﨑\n", ""},
		"IBM's kanji at NEC's places":    {sjis("委員は\n") + "\xee\xe0", "委員は\n髙\n", ""},
		"own, Shift_JIS, first and last": {sjis("委員は\n") + "\xf0\x40\xf9\xfc" + sjis("さん"), "委員は\n\ue000\ue757さん\n", "R012 2:1 R012 2:2"},
		"none, Shift_JIS":                {sjis("委員は\n") + "\xfc\xfc" + sjis("さん"), "委員は\n\ufffdさん\n", "R008 2:1"},
		"JIS X 0213, Shift_JIS":          {sjis("委員は\n") + "\x87\x9f\xf0\x40" + sjis("さん"), "委員は\n俱𠂉さん\n", ""},
		"NEC's row, EUC":                 {euc("委員は、\n") + "\xad\xa1\xad\xea\xad\xdf", "委員は、\n①㈱㍻\n", ""},
		"own, EUC, both rows":            {euc("委員は、\n") + "\xf5\xa1\x8f\xf5\xa1" + euc("さん"), "委員は、\n\ue000\ue3acさん\n", "R012 2:1 R012 2:2"},
		"JIS X 0213, EUC":                {euc("委員は、\n") + "\xae\xa1\x8f\xa1\xa1\xf5\xa1" + euc("さん"), "委員は、\n俱𠂉擄さん\n", ""},
		"own, ISO-2022-JP":               {"\x1b$B\x30\x51\x75\x21\x1b(B\n", "委\ue000\n", "R012 1:2"},
		"JIS X 0213, ISO-2022-JP":        {"\x1b$(Q\x30\x51\x2e\x21\x1b$(P\x21\x21\x7f\x7f\x1b(B\n", "委俱𠂉\ufffd\ufffd\n", "R008 1:4 R008 1:5"},
		"own, UTF-8":                     {"委員は\n\ue000さん\U000f0000", "委員は\n\ue000さん\U000f0000\n", "R012 2:1 R012 2:4"},
		"lost before, UTF-8":             {"委員は\n\ufffdさん", "委員は\n\ufffdさん\n", "R036 2:1"},
		"Unicode's own, untouched":       {"髙﨑𠮷\ufa19葛\U000e0100 ①㈱㍻", "髙﨑𠮷\ufa19葛\U000e0100 ①㈱㍻\n", ""},
	} {
		d := Bytes([]byte(c.in), "a.txt")
		var got []string
		for _, x := range d.Diagnostics {
			got = append(got, fmt.Sprintf("%s %d:%d", x.Code, x.Line, x.Column))
		}
		if d.Text() != c.want || strings.Join(got, " ") != c.codes {
			t.Errorf("%s: %q, want %q; %q, want %q", name, d.Text(), c.want, got, c.codes)
		}
	}
	d := Bytes([]byte(sjis("委員は\n")+"\xf0\x40"), "a.txt")
	if m := d.Diagnostics[0].Message; !strings.Contains(m, "U+E000") || !strings.Contains(m, "F040") {
		t.Errorf("it is called neither by its code point nor by the editor's: %s", m)
	}
}

// Every code of CP932's rows for users is one private-use character, and the other
// way round.
func TestOwnShiftJIS(t *testing.T) {
	next := rune(0xe000)
	for lead := 0xf0; lead <= 0xf9; lead++ {
		for trail := 0x40; trail <= 0xfc; trail++ {
			if trail == 0x7f {
				continue
			}
			if got := ownShiftJIS([]byte{byte(lead), byte(trail)}); got != string(next) || shiftJISOf(next) != fmt.Sprintf("%02X%02X", lead, trail) {
				t.Fatalf("%02X%02X: %U, want %U; back %s", lead, trail, []rune(got), next, shiftJISOf(next))
			}
			next++
		}
	}
}

const gaijiTable = "# 外字の表\n" +
	"U+E000\t髙\tはしごだか\n" +
	"SJIS F041\t﨑\tたつさき\n" +
	"U+E000\t邉\t教育委員会の外字\tdata/records/教育/\n" +
	"U+FFFD\t葛\U000e0100\t変換で失われた\tdata/records/a.txt:2:4\n" +
	"〓\t𠮷\tげたの代わり\tdata/records/a.txt:2:6\n"

func TestGaijiTable(t *testing.T) {
	g, ds := ReadGaiji([]byte(gaijiTable), "data/gaiji.tsv")
	if len(ds) > 0 {
		t.Fatalf("%+v", ds)
	}
	r := NewReader(Text{}).With(g)
	d := r.Bytes([]byte("出席者\n\ue000橋、\ufffdと〓田\n"), "data/records/a.txt")[0]
	if want := "出席者\n髙橋、葛\U000e0100と𠮷田\n"; d.Text() != want || len(d.Diagnostics) > 0 {
		t.Errorf("%q, want %q; %+v", d.Text(), want, d.Diagnostics)
	}
	if got := fmt.Sprint(d.Source.Gaiji); got != "[{2 1 U+E000 髙 はしごだか} {2 4 U+FFFD 葛\U000e0100 変換で失われた} {2 6 U+3013 𠮷 げたの代わり}]" {
		t.Errorf("the originals: %s", got)
	}
	// Bytes that are no character are known by their place, too.
	b := []byte("\x8fo\x90\xc8\x8e\xd2\n\xf0\x41\x8b\xb4\x81\x41\xfc\xfc\x82\xc6\x81\xac\x93\x63\n")
	d = r.Bytes(b, "data/records/a.txt")[0]
	if want := "出席者\n﨑橋、葛\U000e0100と𠮷田\n"; d.Text() != want || len(d.Diagnostics) > 0 {
		t.Errorf("%q, want %q; %+v", d.Text(), want, d.Diagnostics)
	}
	if d := r.Bytes([]byte("出席者\n\ue000橋\n"), "data/records/教育/b.txt")[0]; d.Text() != "出席者\n邉橋\n" {
		t.Errorf("the narrower row: %q", d.Text())
	}
	// A row for a place is a fault where the place no longer has it.
	d = r.Bytes([]byte("出席者\n髙橋、葛と吉田\n"), "data/records/a.txt")[0]
	if got := codes(d.Diagnostics); got != "R038 R038" || d.Diagnostics[0].File != "data/gaiji.tsv" || d.Diagnostics[0].Line != 5 {
		t.Errorf("%s %+v", got, d.Diagnostics)
	}
	// What is taken out of the lines takes its originals with it.
	d = r.Bytes([]byte("出席者\n\ue000橋、\ue000田\n"), "data/records/b.txt")[0]
	d.Lines[1].Text = "髙橋、█"
	if d.Forget(); len(d.Source.Gaiji) != 1 {
		t.Errorf("left: %+v", d.Source.Gaiji)
	}
}

// Many places of few characters are told as the few that they are.
func TestFewCharactersInManyPlaces(t *testing.T) {
	d := Bytes([]byte(strings.Repeat("\ue001と\ue000と\ue001\n", 30)), "a.txt")
	last := d.Diagnostics[len(d.Diagnostics)-1]
	if n := strings.Count(codes(d.Diagnostics), "R012"); n != mostPlaces || last.Code != "R046" || !strings.Contains(last.Message, "U+E001×60 U+E000×30") {
		t.Errorf("%d places, %+v", n, last)
	}
}

func TestBadGaijiRows(t *testing.T) {
	for _, row := range []string{
		"U+E000", "U+E000\t髙", "U+E000\t\tわけ", "U+E000 髙 わけ", "E000\t髙\tわけ", "SJIS 8140\t髙\tわけ", "U+XYZ\t髙\tわけ",
		"U+E000\t\ue001\tわけ", "U+FFFD\t髙\tわけ", "高\t髙\tわけ", "高\t髙\tわけ\tdata/records/a.txt:3", "U+E000\t長い長い長い長い長い\tわけ",
	} {
		if _, ds := ReadGaiji([]byte("# 表\n"+row+"\n"), "data/gaiji.tsv"); len(ds) != 1 || ds[0].Code != "R037" || ds[0].Line != 2 || ds[0].Text != row {
			t.Errorf("%q: %+v", row, ds)
		}
	}
	twice := "U+E000\t髙\tわけ\nSJIS F040\t邉\tわけ\n"
	if _, ds := ReadGaiji([]byte(twice), "x"); len(ds) != 1 || !strings.Contains(diag.In("ja", ds[0]).Message, "1 行目") {
		t.Errorf("twice: %+v", ds)
	}
}

// Whatever stands in the table, every row of it works or is told, and no line of
// a record is lost.
func FuzzGaiji(f *testing.F) {
	f.Add(gaijiTable, "出席者\n\ue000橋、\ufffdと〓田\n")
	f.Add("U+E000\t髙\tわけ\ta:1:1\r\n\n", "\ue000")
	f.Fuzz(func(t *testing.T, table, text string) {
		g, ds := ReadGaiji([]byte(table), "data/gaiji.tsv")
		rows := 0
		for _, l := range Split(strings.TrimPrefix(table, "\ufeff")) {
			if strings.TrimFunc(l.Text, isBlank) != "" && !strings.HasPrefix(l.Text, "#") {
				rows++
			}
		}
		if len(g.rows)+len(ds) != rows {
			t.Fatalf("%d rows, %d read, %d faults", rows, len(g.rows), len(ds))
		}
		plain := Bytes([]byte(text), "data/records/a.txt")
		d := NewReader(Text{}).With(g).Bytes([]byte(text), "data/records/a.txt")[0]
		if len(d.Lines) != len(plain.Lines) {
			t.Fatalf("%d lines, were %d", len(d.Lines), len(plain.Lines))
		}
		changed := 0
		for i := range d.Lines {
			if d.Lines[i].Text != plain.Lines[i].Text {
				changed++
			}
		}
		if changed > len(d.Source.Gaiji) {
			t.Fatalf("%d lines changed, %d originals kept", changed, len(d.Source.Gaiji))
		}
	})
}
