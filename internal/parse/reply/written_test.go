package reply

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/record"
	"golang.org/x/tools/txtar"
)

// Replies of our own over the forms that bodies use (testdata/corpus), each with
// its truth, one fact a line. Every fact found or overlooked counts; the score of
// each field stands in a golden file, so that a change shows what it gained and
// lost.
func TestWritten(t *testing.T) {
	const least = 0.97 // F1
	files, err := filepath.Glob("testdata/corpus/" + *only + ".txtar")
	if err != nil || *only == "*" && len(files) < 30 {
		t.Fatal(len(files), err)
	}
	right, extra, lost := map[string]int{}, map[string]int{}, map[string]int{}
	for _, name := range files {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var text, truth string
		for _, f := range a.Files {
			switch f.Name {
			case "source.txt":
				text = string(f.Data)
			case "truth.txt":
				truth = string(f.Data)
			}
		}
		d := document(filepath.Base(name), text)
		if n := Score(d); n < 5 {
			t.Errorf("%s: scores %d, is not taken for a reply", name, n)
		}
		r := Parse(d)
		if faults := r.Account(d.Text()); faults != nil {
			t.Errorf("%s: %v", name, faults)
		}
		want, got := facts(t, name, truth), factsOf(r)
		for _, f := range factNames {
			for _, w := range want[f] {
				if i := slices.IndexFunc(got[f], func(g string) bool { return agree(w, g) }); i >= 0 {
					right[f]++
					got[f] = slices.Delete(got[f], i, i+1)
					continue
				}
				lost[f]++
				t.Logf("%s: %s: lacks %s", filepath.Base(name), f, w)
			}
			for _, g := range got[f] {
				extra[f]++
				t.Logf("%s: %s: has %s", filepath.Base(name), f, ends(g))
			}
		}
	}
	var all [3]int
	var b strings.Builder
	fmt.Fprintf(&b, "%d replies\nfield\tright\textra\tlost\tF1\n", len(files))
	for _, f := range factNames {
		f1 := 2 * float64(right[f]) / float64(2*right[f]+extra[f]+lost[f])
		fmt.Fprintf(&b, "%s\t%d\t%d\t%d\t%.3f\n", f, right[f], extra[f], lost[f], f1)
		all[0], all[1], all[2] = all[0]+right[f], all[1]+extra[f], all[2]+lost[f]
		if f1 < least {
			t.Errorf("%s: F1 %.3f, must be %.2f", f, f1, least)
		}
	}
	if *only != "*" {
		fmt.Fprintf(&b, "all\t%d\t%d\t%d\t%.3f\n", all[0], all[1], all[2], 2*float64(all[0])/float64(2*all[0]+all[1]+all[2]))
		t.Log(b.String())
		return
	}
	const golden = "testdata/corpus/score.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want, err := os.ReadFile(golden); err != nil || string(want) != b.String() {
		t.Errorf("the score differs from %s (go test -update writes it anew): %v\n%s", golden, err, b.String())
	}
}

// only scores a part of the replies by the pattern of their names, to see what a
// form new to the parser scores at first sight.
var only = flag.String("only", "*", "score the replies of this pattern and write no golden file")

// factNames are the fields scored, in the order of the golden file.
var factNames = []string{"番号", "日付", "機関", "宛先", "諮問", "件名", "結論の別", "結論", "節", "附帯意見", "部会", "委員", "経過", "条文", "引用", "判決"}

// facts reads a truth: a fact a line; members and numbers may share one.
func facts(t *testing.T, name, truth string) map[string][]string {
	fs := map[string][]string{}
	for n, l := range strings.Split(strings.TrimRight(truth, "\n"), "\n") {
		f, v, ok := strings.Cut(l, ":")
		if !ok || !slices.Contains(factNames, f) {
			t.Fatalf("%s: truth line %d: %q", name, n+1, l)
		}
		if f == "番号" || f == "委員" {
			fs[f] = append(fs[f], strings.Split(v, "/")...)
			continue
		}
		fs[f] = append(fs[f], v)
	}
	return fs
}

func factsOf(r *record.Record) map[string][]string {
	fs := map[string][]string{"番号": r.Numbers, "宛先": r.Addressee, "委員": r.Members, "条文": r.Articles}
	one := func(f, v string) {
		if v != "" {
			fs[f] = append(fs[f], v)
		}
	}
	one("日付", r.Date)
	one("機関", r.Council)
	one("件名", r.Title)
	one("結論の別", r.Outcome)
	one("結論", r.Conclusion)
	one("部会", r.Division)
	for _, q := range r.Inquiries {
		one("諮問", q.Number+"|"+q.Document+"|"+q.Date)
	}
	for _, s := range r.Sections {
		one("節", s.Kind+" "+s.Label)
	}
	for _, c := range r.Conditions {
		one("附帯意見", c.Text)
	}
	for _, p := range r.Progress {
		one("経過", p.Date+" "+p.Text)
	}
	for _, c := range r.Cites {
		one("引用", c.Kind+" "+c.Number+" "+c.Date)
	}
	for _, c := range r.Rulings {
		one("判決", c.Date)
	}
	return fs
}

// agree compares two values without blanks, brackets around a heading's end and
// width; … stands for whatever is left out.
func agree(want, got string) bool {
	w, g := folded(want), folded(got)
	if first, last, cut := strings.Cut(w, "…"); cut {
		return strings.HasPrefix(g, first) && strings.HasSuffix(g, last)
	}
	return w == g
}

func ends(s string) string {
	if r := []rune(oneLine(s)); len(r) > 60 {
		return string(r[:30]) + "…" + string(r[len(r)-25:])
	}
	return oneLine(s)
}
