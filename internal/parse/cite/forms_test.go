package cite

import (
	"os"
	"strings"
	"testing"
)

// testdata/forms.txt: a line of text, then indented lines of what it says.
func TestForms(t *testing.T) {
	b, err := os.ReadFile("testdata/forms.txt")
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	var want []string
	check := func() {
		if text == "" {
			return
		}
		s := foldText(text)
		var got []string
		ps, ls := Provisions(s, Layout{Home: "見晴市"})
		for _, l := range ls {
			got = append(got, strings.TrimSpace("法令 "+l.Term+" = "+l.Name+" "+l.Number))
		}
		for _, p := range ps {
			got = append(got, "条文 "+p.Text)
		}
		for _, m := range Find(s) {
			got = append(got, strings.Join(strings.Fields(string(m.Kind)+" "+m.Number+" "+m.Date+" "+m.Council), " ")+"「"+s[m.From:m.To]+"」")
		}
		if a, b := strings.Join(got, "\n"), strings.Join(want, "\n"); a != b {
			t.Errorf("%s\ngot\n%s\nwant\n%s", text, a, b)
		}
	}
	for l := range strings.SplitSeq(string(b), "\n") {
		switch {
		case strings.HasPrefix(l, "#"), strings.TrimSpace(l) == "":
		case strings.HasPrefix(l, "  "):
			want = append(want, strings.TrimSpace(l))
		default:
			check()
			text, want = l, nil
		}
	}
	check()
}
