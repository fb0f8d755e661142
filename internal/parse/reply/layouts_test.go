package reply

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/source"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/tools/txtar"
)

// layouts are what copying, converting and printing make of a text. least is the
// F1 over all fields that the replies of our own must keep in it, measured against
// their truth; the city's, where they are here, are measured against what is read
// of them as they are.
var layouts = []struct {
	name      string
	own, city float64
	lay       func(string) string
}{
	{"as it is", 1, 1, func(s string) string { return s }},
	{"half width", 0.99, 0.995, halfWidth},
	{"full width digits", 0.997, 0.999, fullDigits},
	{"no indents or empty lines", 0.996, 0.999, func(s string) string { return strings.Join(bareLines(s), "\n") }},
	{"empty lines between", 0.996, 0.999, func(s string) string { return strings.ReplaceAll(s, "\n", "\n\n") }},
	{"wrapped at 30", 0.994, 0.998, func(s string) string { return strings.Join(wrap(s, 30), "\n") }},
	{"wrapped at 40", 0.995, 0.998, func(s string) string { return strings.Join(wrap(s, 40), "\n") }},
	{"pages -1-", 0.996, 0.999, paged(30, "- %d -")},
	{"pages 1/9 of wrapped lines", 0.995, 0.998, func(s string) string { return paged(36, "%d / 99")(strings.Join(wrap(s, 40), "\n")) }},
	{"pages 1 of wrapped lines", 0.995, 0.998, func(s string) string { return paged(36, "%d")(strings.Join(wrap(s, 40), "\n")) }},
	{"every glyph apart", 0.996, 0.999, spacedOut},
	{"every second line end lost", 0.8, 0.993, everySecond},
	{"one line", 0.8, 0.992, func(s string) string { return strings.Join(bareLines(s), "") }},
	{"one line with blanks", 0.8, 0.992, func(s string) string { return strings.Join(bareLines(s), " ") }},
	{"CR LF", 0.999, 0.999, func(s string) string { return reread([]byte(strings.ReplaceAll(s, "\n", "\r\n"))) }},
	{"Shift_JIS", 0.999, 0.999, func(s string) string {
		if b, err := japanese.ShiftJIS.NewEncoder().Bytes([]byte(s)); err == nil {
			return reread(b)
		}
		return s // it has characters that the encoding lacks
	}},
}

var (
	onlyLayout = flag.String("layout", "", "try only this layout, and tell what it loses")
	allCity    = flag.Bool("city", false, "try all replies of the city, not a sample")
)

func halfWidth(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			return r - 0xfee0
		case r == '　':
			return ' '
		}
		return r
	}, s)
}

func fullDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r + 0xfee0
		}
		return r
	}, s)
}

// bareLines are the lines of s that have text, without blanks around them.
func bareLines(s string) []string {
	var out []string
	for l := range strings.SplitSeq(s, "\n") {
		if l = strings.Trim(l, " 　\r"); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// wrap cuts the lines behind margin characters; rows of tables it leaves alone.
func wrap(s string, margin int) []string {
	var out []string
	for l := range strings.SplitSeq(s, "\n") {
		rs := []rune(l)
		for len(rs) > margin && !strings.ContainsAny(l, "\t│") {
			out = append(out, string(rs[:margin]))
			rs = rs[margin:]
		}
		out = append(out, string(rs))
	}
	return out
}

// paged sets a page's number below every n lines.
func paged(n int, number string) func(string) string {
	return func(s string) string {
		var out []string
		for i, l := range strings.Split(s, "\n") {
			out = append(out, l)
			if (i+1)%n == 0 {
				out = append(out, "                    "+fmt.Sprintf(number, (i+1)/n))
			}
		}
		return strings.Join(out, "\n")
	}
}

// spacedOut sets a blank behind every character.
func spacedOut(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteRune(r)
		if r > ' ' && r != '　' {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// everySecond runs every second line into the one before.
func everySecond(s string) string {
	var out []string
	for i, l := range bareLines(s) {
		if i%2 == 1 {
			out[len(out)-1] += l
			continue
		}
		out = append(out, l)
	}
	return strings.Join(out, "\n")
}

// reread is the text that the stage read makes of bytes.
func reread(b []byte) string { return source.Bytes(b, "reply.txt").Text() }

// tally counts what of each field was found, is too much and was lost.
type tally map[string]*[3]int

// count compares two readings and tells of each difference.
func (t tally) count(want, got map[string][]string, tell func(string, ...any)) {
	for _, f := range factNames {
		if t[f] == nil {
			t[f] = &[3]int{}
		}
		left := slices.Clone(got[f])
		for _, w := range want[f] {
			if i := slices.IndexFunc(left, func(g string) bool { return agree(w, g) }); i >= 0 {
				t[f][0]++
				left = slices.Delete(left, i, i+1)
				continue
			}
			t[f][2]++
			tell("%s: lacks %s", f, ends(w))
		}
		for _, g := range left {
			t[f][1]++
			tell("%s: has %s", f, ends(g))
		}
	}
}

// f1 is the harmonic mean of precision and recall, over all fields and in words for each
// that is not whole.
func (t tally) f1() (all float64, fields string) {
	var sum [3]int
	var b strings.Builder
	for _, f := range factNames {
		n := t[f]
		for i := range sum {
			sum[i] += n[i]
		}
		if n[1]+n[2] > 0 {
			fmt.Fprintf(&b, " %s %.3f", f, 2*float64(n[0])/float64(2*n[0]+n[1]+n[2]))
		}
	}
	return 2 * float64(sum[0]) / float64(2*sum[0]+sum[1]+sum[2]), b.String()
}

// The same replies in the layouts that copying and converting give a text: what
// the parser reads of them must hardly change.
func TestLayouts(t *testing.T) {
	files, err := filepath.Glob("testdata/corpus/" + *only + ".txtar")
	if err != nil || len(files) == 0 {
		t.Fatal(len(files), err)
	}
	const each = 3 // of them one is tried, another one in each layout
	for k, l := range layouts {
		if *onlyLayout != "" && *onlyLayout != l.name {
			continue
		}
		sum := tally{}
		for i, file := range files {
			if *onlyLayout == "" && i%each != k%each {
				continue
			}
			a, err := txtar.ParseFile(file)
			if err != nil || len(a.Files) != 2 {
				t.Fatal(file, err)
			}
			want := facts(t, file, string(a.Files[1].Data))
			d := document(filepath.Base(file), l.lay(string(a.Files[0].Data)))
			r := Parse(d)
			if faults := r.Account(d.Text()); faults != nil {
				t.Errorf("%s, %s: %v", l.name, file, faults)
			}
			sum.count(want, factsOf(r), teller(t, filepath.Base(file)))
		}
		judge(t, l.name, l.own, sum)
	}
}

// The same of the city's replies, where they are here: a sample, told by number.
func TestCityLayouts(t *testing.T) {
	dir := corpus(t)
	if dir == "" {
		return
	}
	const each = 30 // of them one is tried
	files, err := filepath.Glob(filepath.Join(dir, "toshin-*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatal(len(files), err)
	}
	asItIs := map[string]map[string][]string{}
	for _, l := range layouts {
		if *onlyLayout != "" && *onlyLayout != l.name {
			continue
		}
		sum := tally{}
		for i, file := range files {
			if i%each != 0 && !*allCity {
				continue
			}
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			text := string(bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n")))
			d := document(filepath.Base(file), l.lay(text))
			r := Parse(d)
			if faults := r.Account(d.Text()); faults != nil {
				t.Errorf("%s, %s: %v", l.name, file, faults)
			}
			if asItIs[file] == nil {
				asItIs[file] = factsOf(Parse(document(filepath.Base(file), text)))
			}
			sum.count(asItIs[file], factsOf(r), teller(t, filepath.Base(file)))
		}
		judge(t, "city, "+l.name, l.city, sum)
	}
}

func teller(t *testing.T, file string) func(string, ...any) {
	return func(format string, args ...any) {
		if *onlyLayout != "" {
			t.Logf(file+": "+format, args...)
		}
	}
}

func judge(t *testing.T, name string, least float64, sum tally) {
	all, fields := sum.f1()
	t.Logf("%s: %.3f%s", name, all, fields)
	if all < least {
		t.Errorf("%s: F1 %.3f, must be %.3f", name, all, least)
	}
}
