// Package truth holds what people read in a sample of one city's replies
// (../testdata/truth, see its README) and measures a parsed record against it.
// Only tests import it.
package truth

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/toshin-archive/toshin/internal/record"
)

// Reply is the truth about one reply: facts and positions, no sentences.
type Reply struct {
	File            string    `toml:"file"`
	Number          string    `toml:"number"`
	Numbers         []string  `toml:"numbers"`
	NumbersFirst    string    `toml:"numbers_first"`
	NumbersLast     string    `toml:"numbers_last"`
	NumbersCount    int       `toml:"numbers_count"`
	Date            string    `toml:"date"`
	Addressee       []string  `toml:"addressee"`
	Inquiries       []Inquiry `toml:"inquiries"`
	InquiriesFirst  Inquiry   `toml:"inquiries_first"`
	InquiriesLast   Inquiry   `toml:"inquiries_last"`
	InquiriesCount  int       `toml:"inquiries_count"`
	Outcome         string    `toml:"outcome"`
	TitleFirst      string    `toml:"title_first"`
	TitleLast       string    `toml:"title_last"`
	ConclusionLine  int       `toml:"conclusion_line"`
	ConclusionFirst string    `toml:"conclusion_first"`
	ConclusionLast  string    `toml:"conclusion_last"`
	Division        string    `toml:"division"`
	Members         []string  `toml:"members"`
	Annexes         int       `toml:"annexes"`
	Sections        []Section `toml:"sections"`
	ProgressWoven   bool      `toml:"progress_woven"`
	ProgressMin     int       `toml:"progress_min"`
	Progress        []Row     `toml:"progress"`
	Note            string    `toml:"note"`
}

// Inquiry is one 諮問: document mark, digits half-width, and ISO date.
type Inquiry struct {
	Document string `toml:"document"`
	Date     string `toml:"date"`
}

// Section is one heading of the top level.
type Section struct {
	Kind       string `toml:"kind"`
	Line       int    `toml:"line"`
	LabelFirst string `toml:"label_first"`
}

// Row is one row of 審査会の経過; Date is empty where the source lost digits.
type Row struct {
	Date      string `toml:"date"`
	TextFirst string `toml:"text_first"`
}

// Load reads every <number>.toml of dir, by number.
func Load(dir string) ([]Reply, error) {
	files, err := filepath.Glob(filepath.Join(dir, "[0-9]*.toml"))
	if err != nil {
		return nil, fmt.Errorf("truth: %w", err)
	}
	sort.Slice(files, func(i, j int) bool {
		if len(files[i]) != len(files[j]) {
			return len(files[i]) < len(files[j])
		}
		return files[i] < files[j]
	})
	var rs []Reply
	for _, f := range files {
		var r Reply
		md, err := toml.DecodeFile(f, &r)
		if err != nil {
			return nil, fmt.Errorf("truth: %s: %w", f, err)
		}
		if u := md.Undecoded(); len(u) > 0 {
			return nil, fmt.Errorf("truth: %s: unknown key %s", f, u[0])
		}
		rs = append(rs, r)
	}
	return rs, nil
}

// Outcomes is the outcome of every reply of the set: one or two acceptable
// readings by number. Total is how many replies there are.
type Outcomes struct {
	Total  int
	accept map[string][]string
}

// LoadOutcomes reads outcomes.toml of dir.
func LoadOutcomes(dir string) (*Outcomes, error) {
	var t struct {
		Total    int   `toml:"total"`
		Part     []int `toml:"一部"`
		Revoke   []int `toml:"取消"`
		Reject   []int `toml:"却下"`
		Doubtful []struct {
			Number int      `toml:"number"`
			Accept []string `toml:"accept"`
		} `toml:"doubtful"`
	}
	if _, err := toml.DecodeFile(filepath.Join(dir, "outcomes.toml"), &t); err != nil {
		return nil, fmt.Errorf("truth: %w", err)
	}
	o := &Outcomes{Total: t.Total, accept: map[string][]string{}}
	for word, ns := range map[string][]int{"一部": t.Part, "取消": t.Revoke, "却下": t.Reject} {
		for _, n := range ns {
			o.accept[fmt.Sprint(n)] = []string{word}
		}
	}
	for _, d := range t.Doubtful {
		o.accept[fmt.Sprint(d.Number)] = d.Accept
	}
	return o, nil
}

// Accept lists the readings of the outcome of the reply of that number.
func (o *Outcomes) Accept(number string) []string {
	if a := o.accept[number]; a != nil {
		return a
	}
	return []string{"妥当"}
}

// Head is one row of heads.tsv.
type Head struct {
	Number, Last string
	Dates        []string // two where cover and letter differ
	Addressee    []string
	Inquiries    []Inquiry
	Division     string
	Members      []string
}

// LoadHeads reads heads.tsv of dir.
func LoadHeads(dir string) ([]Head, error) {
	b, err := os.ReadFile(filepath.Join(dir, "heads.tsv"))
	if err != nil {
		return nil, fmt.Errorf("truth: %w", err)
	}
	lines := strings.Split(strings.TrimRight(string(b), "\n"), "\n")
	var hs []Head
	for i, l := range lines[1:] {
		c := strings.Split(l, "\t")
		if len(c) != 7 {
			return nil, fmt.Errorf("truth: heads.tsv:%d: %d cells, want 7", i+2, len(c))
		}
		h := Head{Number: c[0], Last: c[1], Dates: strings.Split(c[2], "|"), Addressee: list(c[3]),
			Division: c[5], Members: list(c[6])}
		for _, q := range strings.Fields(c[4]) {
			doc, date, _ := strings.Cut(q, "@")
			h.Inquiries = append(h.Inquiries, Inquiry{doc, date})
		}
		hs = append(hs, h)
	}
	return hs, nil
}

func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "/")
}

// squeeze takes every blank out of s.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if record.IsBlank(r) {
			return -1
		}
		return r
	}, s)
}
