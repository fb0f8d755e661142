package minutes

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"golang.org/x/text/encoding/japanese"

	"github.com/toshin-archive/toshin/internal/source"
	"github.com/toshin-archive/toshin/internal/source/docx"
	"github.com/toshin-archive/toshin/internal/source/html"
	"github.com/toshin-archive/toshin/internal/source/markdown"
)

// unseen is a folder of documents that are not of the corpus yet: what is read of
// them at first sight is printed, with every miss, and held to nothing.
var unseen = flag.String("unseen", "", "score the documents of this folder")

// least is the F1 over all fields below which the parser is not good enough.
const least = 0.97

// TestCorpus reads every document of testdata/corpus, compares it with the
// truth written beside it, and holds the score of every field, and every miss,
// to score.golden: any change shows what it gained and what it lost.
func TestCorpus(t *testing.T) {
	if *unseen != "" {
		files, _ := filepath.Glob(filepath.Join(*unseen, "*.txtar"))
		b, _ := score(t, files)
		t.Log("\n" + b)
		return
	}
	files, _ := filepath.Glob("testdata/corpus/*.txtar")
	if len(files) < 60 {
		t.Fatalf("%d documents", len(files))
	}
	b, all := score(t, files)
	if _, _, f1 := all.score(); f1 < least {
		t.Errorf("F1 %.4f, want %.2f", f1, least)
	}
	const golden = "testdata/corpus/score.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(b), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	old, _ := os.ReadFile(golden)
	if b != string(old) {
		t.Errorf("the score has changed; look at git diff after -update:\n%s", changed(string(old), b))
	}
}

// score reads documents and compares them with their truths: the table of fields,
// then every miss.
func score(t *testing.T, files []string) (string, count) {
	tally, misses := map[string]*count{}, []string{}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(f), ".txtar")
		text, truth, ok := strings.Cut(string(b), "-- truth --\n")
		if !ok {
			t.Fatalf("%s: no truth", name)
		}
		d := opened(t, name, text)
		r := Parse(d)
		for _, x := range r.Account(d.Text()) {
			t.Errorf("%s: %s", name, x)
		}
		if s := Score(d); s < 5 {
			t.Errorf("%s: not taken for minutes, score %d", name, s)
		}
		want, err := readTruth(truth)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, m := range compare(want, factsOf(r), tally) {
			misses = append(misses, name+" "+m)
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%d documents. Field: in the truth, read, right; precision, recall, F1. Then every miss: - not read, + not in the truth.\n\n", len(files))
	all := count{}
	var fields []string
	for f, c := range tally {
		fields = append(fields, f)
		all.want, all.got, all.hit = all.want+c.want, all.got+c.got, all.hit+c.hit
	}
	sort.Strings(fields)
	for _, f := range fields {
		fmt.Fprintf(&b, "%-22s %s\n", f, tally[f])
	}
	fmt.Fprintf(&b, "%-22s %s\n\n%s\n", "all", all, strings.Join(misses, "\n"))
	return b.String(), all
}

// opened reads a source as the file that its head names: "-- source --" is
// plain text, "-- source.html --" a page, "-- source.md --" Markdown,
// "-- source.sjis --" text in Shift_JIS, and "-- source.docx --" and
// "-- source.pdf --" what file_test.go makes of the text. Lines that reading sets
// aside are left out.
func opened(t *testing.T, name, text string) *source.Document {
	head, body, _ := strings.Cut(text, "\n")
	kind := strings.TrimSuffix(strings.TrimPrefix(strings.Trim(head, "- "), "source"), " --")
	ext := ".txt"
	switch kind {
	case ".html", ".md":
		ext = kind
	case ".docx":
		ext, body = kind, string(wordFile(body))
	case ".pdf":
		d := printed(body)
		d.Lines, _ = d.Own()
		return d
	case ".sjis":
		b, err := japanese.ShiftJIS.NewEncoder().String(body)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		body = b
	}
	d := source.NewReader(source.Text{}, html.Format{}, markdown.Format{}, docx.Format{}).Bytes([]byte(body), "data/records/"+name+ext)[0]
	d.Lines, _ = d.Own()
	return d
}

type count struct{ want, got, hit int }

func (c count) score() (p, r, f1 float64) {
	if c.want == 0 && c.got == 0 {
		return 1, 1, 1
	}
	if c.hit == 0 {
		return 0, 0, 0
	}
	p, r = float64(c.hit)/float64(c.got), float64(c.hit)/float64(c.want)
	return p, r, 2 * p * r / (p + r)
}

func (c count) String() string {
	p, r, f1 := c.score()
	return fmt.Sprintf("%4d %4d %4d  %.3f %.3f %.3f", c.want, c.got, c.hit, p, r, f1)
}

// compare matches facts of one field as a multiset and lists what is left over.
func compare(want, got facts, tally map[string]*count) []string {
	var misses []string
	seen := map[string]bool{}
	var fields []string
	for _, fs := range []facts{want, got} {
		for _, f := range fs {
			if !seen[f.field] {
				seen[f.field] = true
				fields = append(fields, f.field)
			}
		}
	}
	for _, field := range fields {
		c := tally[field]
		if c == nil {
			c = &count{}
			tally[field] = c
		}
		left := []fact{}
		for _, g := range got {
			if g.field == field {
				left = append(left, g)
			}
		}
		c.got += len(left)
		for _, w := range want {
			if w.field != field {
				continue
			}
			c.want++
			hit := -1
			for i, g := range left {
				if w.matches(g) {
					hit = i
					break
				}
			}
			if hit < 0 {
				misses = append(misses, fmt.Sprintf("- %s %s", field, clipped(w.value)))
				continue
			}
			c.hit++
			left = append(left[:hit], left[hit+1:]...)
		}
		for _, g := range left {
			misses = append(misses, fmt.Sprintf("+ %s %s", field, clipped(g.value)))
		}
	}
	return misses
}

func clipped(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:30]) + " … " + string(r[len(r)-25:])
	}
	return s
}

// changed lists the lines that only one of two texts has.
func changed(old, new string) string {
	var b strings.Builder
	for _, side := range [][3]string{{"- ", old, new}, {"+ ", new, old}} {
		have := map[string]int{}
		for _, l := range strings.Split(side[2], "\n") {
			have[l]++
		}
		for _, l := range strings.Split(side[1], "\n") {
			if have[l]--; have[l] < 0 {
				b.WriteString(side[0] + l + "\n")
			}
		}
	}
	return b.String()
}
