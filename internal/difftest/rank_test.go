package difftest

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/search"
)

var update = flag.Bool("update", false, "rewrite the golden file")

const (
	judgedFile = "testdata/judged.tsv"
	rankGolden = "testdata/rank.golden"
	depth      = 10
)

// judgement is a query and the records that are about it.
type judgement struct {
	archive, query string
	about          []string
}

func readJudged(t *testing.T) (js []judgement) {
	b, err := os.ReadFile(judgedFile)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range strings.Split(string(b), "\n") {
		if l == "" || strings.HasPrefix(l, "#") {
			continue
		}
		f := strings.Split(l, "\t")
		if len(f) != 3 {
			t.Fatalf("%s: %q", judgedFile, l)
		}
		js = append(js, judgement{f[0], f[1], strings.Fields(f[2])})
	}
	return js
}

// TestRank holds the order of hits to judgements (docs/ranking.md): a change of
// rank shows in the golden file, query by query. -update rewrites it.
func TestRank(t *testing.T) {
	js := readJudged(t)
	if len(js) < 60 {
		t.Fatalf("only %d queries are judged", len(js))
	}
	b, err := os.ReadFile(rankGolden)
	if err != nil && !*update {
		t.Fatal(err)
	}
	golden := strings.Split(strings.TrimSuffix(string(b), "\n"), "\n")
	var all []string
	for _, name := range []string{"sample", "real"} {
		of := func(l string) bool { return strings.HasPrefix(l, name+"\t") }
		archive := sampleArchive()
		if name == "real" {
			if archive = realArchive(); archive == nil {
				t.Logf("not tried: the judged queries over real records, which are not beside the repository (%s)", realRecords)
				for _, l := range golden {
					if of(l) {
						all = append(all, l)
					}
				}
				continue
			}
		}
		lines, recall, mrr := judge(t, archive.open(t), name, js)
		all = append(all, lines...)
		t.Logf("%s: %d queries, recall@%d %.3f, MRR %.3f", name, len(lines)-1, depth, recall, mrr)
		if recall < 0.9 || mrr < 0.85 {
			t.Errorf("%s: recall@%d %.3f, want 0.9; MRR %.3f, want 0.85", name, depth, recall, mrr)
		}
		if *update {
			continue
		}
		for _, l := range lines {
			if !slices.Contains(golden, l) {
				t.Errorf("the rank changed: %s\n(go test ./internal/difftest -run TestRank -update, and read the diff)", l)
			}
		}
	}
	if *update {
		if err := os.WriteFile(rankGolden, []byte(strings.Join(all, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// judge gives a line for each query of an archive: how many of the records that
// are about it stand among the first ten, and where the first one stands.
func judge(t *testing.T, s *search.Searcher, name string, js []judgement) (lines []string, recall, mrr float64) {
	n := 0
	for _, j := range js {
		if j.archive != name {
			continue
		}
		res, err := s.Search(j.query, search.Options{Limit: depth})
		if err != nil {
			t.Fatal(err)
		}
		var places []string
		for i, h := range res.Hits {
			if slices.Contains(j.about, string(record.ID(h.Record))) {
				if len(places) == 0 {
					mrr += 1 / float64(i+1)
				}
				places = append(places, fmt.Sprint(i+1))
			}
		}
		want := min(depth, len(j.about))
		recall += float64(len(places)) / float64(want)
		n++
		lines = append(lines, fmt.Sprintf("%s\t%s\t%d/%d\tat %s", name, j.query, len(places), want, strings.Join(places, " ")))
	}
	recall, mrr = recall/float64(n), mrr/float64(n)
	return append(lines, fmt.Sprintf("%s\t(all)\trecall@%d %.3f\tMRR %.3f", name, depth, recall, mrr)), recall, mrr
}
