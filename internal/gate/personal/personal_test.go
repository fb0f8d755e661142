package personal

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

var update = flag.Bool("update", false, "rewrite testdata/score.txt")

func lines(s string) []source.Line {
	var ls []source.Line
	for i, l := range strings.Split(s, "⏎") {
		ls = append(ls, source.Line{N: i + 1, Text: l})
	}
	return ls
}

// kindsIn are the kinds found in s, each once, by their Japanese names.
func kindsIn(s string) []string {
	var ks []string
	for _, f := range Scan(lines(s), nil) {
		if k := Japanese(f.Kind); !slices.Contains(ks, k) {
			ks = append(ks, k)
		}
	}
	return ks
}

// tally of one kind over the cases.
type tally struct{ right, extra, missed int }

func ratio(n, of int) string {
	if of == 0 {
		return "–"
	}
	return fmt.Sprintf("%.3f", float64(n)/float64(of))
}

// The table's precision and recall are a golden file, so that a change of any
// detector shows what it costs.
func TestScore(t *testing.T) {
	b, err := os.ReadFile("testdata/cases.tsv")
	if err != nil {
		t.Fatal(err)
	}
	scores := map[string]*tally{}
	for _, k := range Kinds {
		scores[k.Japanese] = &tally{}
	}
	n, none := 0, 0
	var wrong []string
	for l := range strings.Lines(string(b)) {
		want, text, ok := strings.Cut(strings.TrimRight(l, "\n"), "\t")
		if strings.HasPrefix(l, "#") || strings.TrimSpace(l) == "" {
			continue
		}
		if !ok {
			t.Fatalf("no tab in %q", l)
		}
		n++
		var wants []string
		if want == "なし" {
			none++
		} else {
			wants = strings.Split(want, "、")
		}
		got := kindsIn(text)
		for _, w := range wants {
			s := scores[w]
			if s == nil {
				t.Fatalf("no such kind: %q", w)
			}
			if slices.Contains(got, w) {
				s.right++
			} else {
				s.missed++
				wrong = append(wrong, "見落とし "+w+": "+text)
			}
		}
		for _, g := range got {
			if !slices.Contains(wants, g) {
				scores[g].extra++
				wrong = append(wrong, "誤報 "+g+": "+text)
			}
		}
	}
	if n < 300 {
		t.Errorf("only %d cases", n)
	}
	var out strings.Builder
	fmt.Fprintf(&out, "事例 %d（うち見つけてはならないもの %d）\n\n種類\t正解\t誤報\t見落とし\t適合率\t再現率\n", n, none)
	var all tally
	row := func(name string, s tally) {
		fmt.Fprintf(&out, "%s\t%d\t%d\t%d\t%s\t%s\n", name, s.right, s.extra, s.missed, ratio(s.right, s.right+s.extra), ratio(s.right, s.right+s.missed))
	}
	for _, k := range Kinds {
		s := scores[k.Japanese]
		row(k.Japanese, *s)
		all.right, all.extra, all.missed = all.right+s.right, all.extra+s.extra, all.missed+s.missed
	}
	row("全部", all)
	if len(wrong) > 0 {
		out.WriteString("\n" + strings.Join(wrong, "\n") + "\n")
	}
	const golden = "testdata/score.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if out.String() != string(want) {
		t.Errorf("the score changed (make golden, and read the difference):\n%s", out.String())
	}
}

// Places are those of the source, in characters, whatever the width.
func TestPlace(t *testing.T) {
	fs := Scan(lines("本人は、⏎携帯０９０－１２３４－５６７８に出た。"), nil)
	if len(fs) != 1 || fs[0].Line != 2 || fs[0].Column != 3 || fs[0].Text != "０９０－１２３４－５６７８" {
		t.Errorf("%+v", fs)
	}
}

// What config.toml gives as the office's own is no finding, however written.
func TestOffice(t *testing.T) {
	var o Office
	o.Add([]string{"0467-99-0001", "miharashi.example.jp"}, []string{"見晴市入船町9丁目9番9号"})
	for s, want := range map[string]int{
		"TEL ０４６７（９９）０００１":            0,
		"TEL 0467-99-0002":            1,
		"nagisa@miharashi.example.jp": 0,
		"nagisa@example.jp":           1,
		"見晴市入船町９丁目９番９号":               0,
	} {
		if got := Scan(lines(s), &o); len(got) != want {
			t.Errorf("%s: %+v", s, got)
		}
	}
}

func TestRoster(t *testing.T) {
	roster := Fold("委員　霧原　一\n髙橋会長")
	for name, want := range map[string]bool{"霧原さん": true, "霧原　一さん": true, "髙橋氏": true, "松風さん": false, "髙橋花さん": false} {
		f := &Finding{Kind: Name, Text: name}
		if f.OnRoster(roster) != want {
			t.Errorf("%s: want %v", name, want)
		}
	}
}

// Every kind can be told by its key and by its Japanese name.
func TestKinds(t *testing.T) {
	for _, k := range Kinds {
		if KindOf(k.Key) != Kind(k.Key) || KindOf(k.Japanese) != Kind(k.Key) || record.Japanese(Kinds, k.Key) != k.Japanese {
			t.Errorf("%+v", k)
		}
	}
	if KindOf("でんわ") != "" {
		t.Error("a kind that is none")
	}
}

func FuzzScan(f *testing.F) {
	f.Add("090-1234-5678 松風さん https://x.com/a 見晴市1-2-3 丁目番地 生まれ 300あ12-34 記号")
	f.Fuzz(func(t *testing.T, s string) {
		for _, x := range Scan(lines(s), nil) {
			if !strings.Contains(s, x.Text) || x.Text == "" || x.Line < 1 || x.Column < 1 {
				t.Errorf("%q gave %+v", s, x)
			}
		}
	})
}
