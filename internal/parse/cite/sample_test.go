package cite

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/record"
)

// The sample of places in the city's replies, read by eye: precision and recall
// of what is recognized there. testdata/README.md says how it was drawn.
func TestSample(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "..", "shared", "records", "yokohama")
	if _, err := os.Stat(dir); err != nil {
		t.Log("the replies of the city are not here: nothing measured")
		return
	}
	for _, sample := range []string{"sample.tsv", "fresh.tsv"} {
		t.Run(sample, func(t *testing.T) { measure(t, dir, sample) })
	}
}

func measure(t *testing.T, dir, sample string) {
	b, err := os.ReadFile("testdata/" + sample)
	if err != nil {
		t.Fatal(err)
	}
	type score struct{ right, claimed, there int }
	scores := map[string]*score{"article": {}, "mention": {}}
	texts := map[string]string{}
	for n, row := range strings.Split(strings.TrimRight(string(b), "\n"), "\n")[1:] {
		cell := strings.Split(row, "\t")
		if len(cell) != 4 {
			t.Fatalf("%s:%d: %d cells, want 4", sample, n+2, len(cell))
		}
		s, ok := texts[cell[1]]
		if !ok {
			b, err := os.ReadFile(filepath.Join(dir, "toshin-"+cell[1]+".txt"))
			if err != nil {
				t.Fatal(err)
			}
			s = foldText(string(b))
			texts[cell[1]] = s
		}
		at, err := strconv.Atoi(cell[2])
		if err != nil {
			t.Fatal(err)
		}
		at = len(string([]rune(s)[:at]))
		want, got := cell[3], ""
		if cell[0] == "article" {
			ps, _ := Provisions(s, Layout{Home: "横浜市"})
			for _, p := range ps {
				if p.From <= at && at < p.To {
					got = p.Text
				}
			}
		} else {
			for _, m := range Find(s) {
				if m.From <= at+len("第") && at < m.To && got == "" {
					got = strings.TrimSpace(string(m.Kind) + " " + m.Number + " " + m.Date)
				}
			}
		}
		if first, last, cut := strings.Cut(want, "…"); cut && strings.HasPrefix(got, first) && strings.HasSuffix(got, last) {
			got = want
		}
		sc := scores[cell[0]]
		if want != "" {
			sc.there++
		}
		if got != "" {
			sc.claimed++
		}
		if got == want && want != "" {
			sc.right++
		} else if got != want {
			t.Logf("%s: want %q, got %q", strings.Join(cell[:3], " "), want, got)
		}
	}
	for kind, s := range scores {
		precision, recall := float64(s.right)/float64(s.claimed), float64(s.right)/float64(s.there)
		t.Logf("%s: precision %.3f (%d of %d), recall %.3f (of %d)", kind, precision, s.right, s.claimed, recall, s.there)
		if precision < 0.98 || recall < 0.95 {
			t.Errorf("%s: precision %.3f, must be 0.98; recall %.3f, must be 0.95", kind, precision, recall)
		}
	}
}

// foldText is the text as a parser gives it: half width, without blanks.
func foldText(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case record.IsBlank(r):
			return -1
		case r >= '！' && r <= '～':
			return r - 0xfee0
		case strings.ContainsRune("−‐‑–—―─", r):
			return '-'
		case r == '〜' || r == '∼':
			return '~'
		}
		return r
	}, s)
}
