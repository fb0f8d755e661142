package cases

import (
	"slices"

	"github.com/toshin-archive/toshin/internal/record"
)

// finder finds the few cases that an item or a reply can belong to, so that the
// work grows with the records and not with their square. Cases come as numbers:
// the older one first.
type finder struct {
	cases    []*Case
	at       map[*Case]int
	byLabel  map[labelled][]int
	carried  map[labelled][]int // that have been carried over; of body and kind only
	byTitle  map[string][]int
	byNumber map[string][]int // of the inquiry
}

// labelled is what a case is called by.
type labelled struct {
	council, kind, label string
	year                 int
}

func newFinder() *finder {
	return &finder{at: map[*Case]int{}, byLabel: map[labelled][]int{}, carried: map[labelled][]int{}, byTitle: map[string][]int{}, byNumber: map[string][]int{}}
}

func (f *finder) add(c *Case) {
	n := len(f.cases)
	f.cases, f.at[c] = append(f.cases, c), n
	k := labelled{c.Council, c.Kind, half(c.Label), c.FiscalYear}
	f.byLabel[k] = append(f.byLabel[k], n)
	if t := telling(c.Title); t != "" {
		f.byTitle[t] = append(f.byTitle[t], n)
	}
	if no := inquiryNumber(c); no != "" {
		f.byNumber[no] = append(f.byNumber[no], n)
	}
}

func (f *finder) carriedOver(c *Case) {
	k := labelled{council: c.Council, kind: c.Kind}
	if n := f.at[c]; !slices.Contains(f.carried[k], n) {
		f.carried[k] = append(f.carried[k], n)
	}
}

// goingOn are the cases that an item of r may go on with, the newest first.
func (f *finder) goingOn(r *record.Record, tag caseTag) []*Case {
	var ns []int
	for _, year := range []int{tag.year, r.FiscalYear} {
		ns = append(ns, f.byLabel[labelled{r.Council, tag.kind, half(tag.label), year}]...)
	}
	for _, n := range f.carried[labelled{council: r.Council, kind: tag.kind}] {
		if f.cases[n].Outcome == "継続" {
			ns = append(ns, n)
		}
	}
	cs := f.distinct(ns)
	slices.Reverse(cs)
	return cs
}

// answered are the cases that the reply r may answer, the oldest first; said is
// the one that staff tie it to, if any.
func (f *finder) answered(r *record.Record, said *Case) []*Case {
	ns := slices.Clone(f.byTitle[telling(r.Title)])
	for _, q := range r.Inquiries {
		ns = append(ns, f.byNumber[inquiryAnswered(q)]...)
	}
	if said != nil {
		ns = append(ns, f.at[said])
	}
	return f.distinct(ns)
}

func (f *finder) distinct(ns []int) (cs []*Case) {
	slices.Sort(ns)
	for _, n := range slices.Compact(ns) {
		cs = append(cs, f.cases[n])
	}
	return cs
}
