package truth

import (
	"fmt"
	"regexp"
	"slices"
	"sort"
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
	"golang.org/x/text/width"
)

// Fields are what a reply is scored by, in the order of a report.
var Fields = []string{"number", "date", "addressee", "inquiries", "outcome", "title", "conclusion",
	"sections", "division", "members", "progress", "annexes"}

// Fault is one field of one reply that differs from the truth.
type Fault struct {
	File, Field string
	Want, Got   string
}

func (f Fault) String() string {
	return fmt.Sprintf("%s: %s: want %s, got %s", f.File, f.Field, f.Want, f.Got)
}

// Compare lists the fields of r that differ from the truth. A field counts as
// a whole: one wrong row of a table makes the table wrong.
func (t Reply) Compare(r *record.Record) []Fault {
	var fs []Fault
	differ := func(field string, want, got any) {
		fs = append(fs, Fault{t.File, field, fmt.Sprint(want), fmt.Sprint(got)})
	}
	same := func(field string, want, got []string) {
		if !slices.Equal(want, got) {
			differ(field, want, got)
		}
	}
	if t.NumbersCount > 0 {
		n := r.Numbers
		if len(n) != t.NumbersCount || n[0] != t.NumbersFirst || n[len(n)-1] != t.NumbersLast {
			differ("number", []any{t.NumbersFirst, t.NumbersLast, t.NumbersCount}, n)
		}
	} else {
		same("number", t.Numbers, r.Numbers)
	}
	same("date", []string{t.Date}, []string{r.Date})
	same("addressee", sorted(t.Addressee), sorted(r.Addressee))
	t.inquiries(r, differ)
	same("outcome", []string{t.Outcome}, []string{r.Outcome})
	if title := squeeze(r.Title); !strings.HasPrefix(title, t.TitleFirst) || !strings.HasSuffix(title, t.TitleLast) {
		differ("title", t.TitleFirst+"…"+t.TitleLast, ends(title))
	}
	c := squeeze(r.Conclusion)
	if !strings.HasPrefix(c, t.ConclusionFirst) || !strings.HasSuffix(c, t.ConclusionLast) {
		differ("conclusion", t.ConclusionFirst+"…"+t.ConclusionLast, ends(c))
	}
	t.sections(r, differ)
	same("division", []string{t.Division}, []string{squeeze(r.Division)})
	same("members", sorted(t.Members), sorted(r.Members))
	t.progress(r, differ)
	n := 0
	for _, s := range r.Sections {
		if s.Kind == "annex" {
			n++
		}
	}
	if n != t.Annexes {
		differ("annexes", t.Annexes, n)
	}
	return fs
}

func (t Reply) inquiries(r *record.Record, differ func(string, any, any)) {
	got := make([]Inquiry, 0, len(r.Inquiries))
	for _, q := range r.Inquiries {
		got = append(got, Inquiry{width.Fold.String(squeeze(q.Document)), q.Date})
	}
	ok := slices.Equal(got, t.Inquiries)
	if t.InquiriesCount > 0 {
		ok = len(got) == t.InquiriesCount && got[0] == t.InquiriesFirst && got[len(got)-1] == t.InquiriesLast
	}
	if !ok {
		differ("inquiries", t.Inquiries, got)
	}
}

// ordinal is the number before a heading's words, which a label may keep.
var ordinal = regexp.MustCompile(`^第?[0-9０-９]+[)）.．、]?`)

func (t Reply) sections(r *record.Record, differ func(string, any, any)) {
	var want, got []string
	for _, s := range t.Sections {
		want = append(want, fmt.Sprintf("%s@%d %s", s.Kind, s.Line, s.LabelFirst))
	}
	for i, s := range r.Sections {
		label := ordinal.ReplaceAllString(squeeze(s.Label), "")
		label = strings.TrimLeft(label, "(（")
		if i < len(t.Sections) && strings.HasPrefix(label, t.Sections[i].LabelFirst) {
			label = t.Sections[i].LabelFirst
		}
		got = append(got, fmt.Sprintf("%s@%d %s", s.Kind, s.Line, label))
	}
	if !slices.Equal(want, got) {
		differ("sections", want, got)
	}
}

// progress compares dates row by row and, where the truth says what stands
// first beside the date, that the row holds it.
func (t Reply) progress(r *record.Record, differ func(string, any, any)) {
	if t.ProgressWoven {
		if len(r.Progress) < t.ProgressMin {
			differ("progress", fmt.Sprintf("at least %d rows", t.ProgressMin), len(r.Progress))
		}
		return
	}
	var want, got []string
	for i, w := range t.Progress {
		want = append(want, w.Date+" "+w.TextFirst)
		if i < len(r.Progress) && strings.Contains(squeeze(r.Progress[i].Text), w.TextFirst) {
			got = append(got, r.Progress[i].Date+" "+w.TextFirst)
		}
	}
	if len(r.Progress) != len(want) || !slices.Equal(want, got) {
		var rows []string
		for _, p := range r.Progress {
			rows = append(rows, p.Date+" "+ends(squeeze(p.Text)))
		}
		differ("progress", want, rows)
	}
}

func sorted(ss []string) []string {
	out := make([]string, 0, len(ss))
	for _, s := range ss {
		out = append(out, squeeze(s))
	}
	sort.Strings(out)
	return out
}

func ends(s string) string {
	if r := []rune(s); len(r) > 20 {
		return string(r[:10]) + "…" + string(r[len(r)-8:])
	}
	return s
}
