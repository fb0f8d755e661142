package reply

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// The same replies in the layouts that copying and converting give a text: what
// the parser reads of them must hardly change.
func TestLayouts(t *testing.T) {
	const least = 0.985 // F1 over all fields
	files, err := filepath.Glob("testdata/corpus/*.txtar")
	if err != nil || len(files) < 30 {
		t.Fatal(len(files), err)
	}
	for name, lay := range map[string]func(string) string{
		"half width": func(s string) string {
			return strings.Map(func(r rune) rune {
				switch {
				case r >= '！' && r <= '～':
					return r - 0xfee0
				case r == '　':
					return ' '
				}
				return r
			}, s)
		},
		"no indents or empty lines": func(s string) string {
			var out []string
			for l := range strings.SplitSeq(s, "\n") {
				if l = strings.Trim(l, " 　"); l != "" {
					out = append(out, l)
				}
			}
			return strings.Join(out, "\n")
		},
		"empty lines between": func(s string) string { return strings.ReplaceAll(s, "\n", "\n\n") },
		"wrapped": func(s string) string {
			const margin = 42
			var out []string
			for l := range strings.SplitSeq(s, "\n") {
				rs := []rune(l)
				for len(rs) > margin && !strings.ContainsAny(l, "\t│") {
					out = append(out, string(rs[:margin]))
					rs = rs[margin:]
				}
				out = append(out, string(rs))
			}
			return strings.Join(out, "\n")
		},
	} {
		right, wrong := 0, 0
		for _, file := range files {
			a, err := txtar.ParseFile(file)
			if err != nil || len(a.Files) != 2 {
				t.Fatal(file, err)
			}
			want := facts(t, file, string(a.Files[1].Data))
			got := factsOf(Parse(document(filepath.Base(file), lay(string(a.Files[0].Data)))))
			for _, f := range factNames {
				for _, w := range want[f] {
					i := slices.IndexFunc(got[f], func(g string) bool { return agree(w, g) })
					if i < 0 {
						wrong++
						continue
					}
					right++
					got[f] = slices.Delete(got[f], i, i+1)
				}
				wrong += len(got[f])
			}
		}
		f1 := 2 * float64(right) / float64(2*right+wrong)
		t.Logf("%s: %.3f", name, f1)
		if f1 < least {
			t.Errorf("%s: F1 %.3f, must be %.3f", name, f1, least)
		}
	}
}
