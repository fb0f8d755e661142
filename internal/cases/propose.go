package cases

import (
	"slices"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/record"
)

// Proposals are the ties that look likely and are not certain: staff are told,
// with the lines to write, and decide.
func (s *Set) Proposals(records []*record.Record, reg *Register) (ds []record.Diagnostic) {
	rare := rareRuns(s, records)
	propose := func(r *record.Record, ref, title string, likely func(*Case) bool) {
		for _, n := range rare.sharing(title) {
			if c := s.Cases[n]; likely(c) && !reg.parted(c.ID, ref) {
				ds = append(ds, diag.InFile(diag.At("C020", 0, 0, "", c.ID, c.Title, ref, title), r.Source.File))
			}
		}
	}
	for _, r := range records {
		if r.Kind == record.KindReply && len(s.byReply[r.ID]) == 0 {
			propose(r, string(r.ID), r.Title, func(c *Case) bool {
				return c.Kind == "諮問" && sameBody(c.Council, r.Council) && r.Date >= c.Steps[0].Date && len(c.Replies) == 0
			})
		}
		for i, it := range r.Items {
			tag := tagOf(&it)
			if it.Kind != "報告" || tag.label == "" {
				continue
			}
			own := s.OfItem(r.ID, i)
			propose(r, itemRef(r.ID, tag.label), it.Title, func(c *Case) bool { // a report on what came of an inquiry (事後報告)
				return c != own && c.Kind == "諮問" && c.Council == r.Council && c.Steps[0].Date < r.Date
			})
		}
	}
	return append(ds, s.proposeAbout(records)...)
}

// runLength is how many characters in a row two titles must share to look like
// one case; runs are rare where no more than rareIn titles have them. So the
// name of a scheme ties, and the words of the trade, which stand in every
// second title (決定に対する審査請求について), do not, whatever they are.
const (
	runLength = 6
	rareIn    = 3
)

type runs map[string]*run

// run is where a run of characters stands.
type run struct {
	titles int   // how many have it
	cases  []int // of s.Cases; no more than rareIn
}

func rareRuns(s *Set, records []*record.Record) runs {
	n := runs{}
	count := func(title string) (own []*run) {
		for _, t := range runsOf(title) {
			x := n[t]
			if x == nil {
				x = &run{}
				n[t] = x
			}
			if !slices.Contains(own, x) {
				own = append(own, x)
				x.titles++
			}
		}
		return own
	}
	for i, c := range s.Cases {
		for _, x := range count(c.Title) {
			if len(x.cases) < rareIn {
				x.cases = append(x.cases, i)
			}
		}
	}
	for _, r := range records {
		if r.Kind == record.KindReply {
			count(r.Title)
		}
		for i, it := range r.Items {
			if s.OfItem(r.ID, i) == nil {
				count(it.Title)
			}
		}
	}
	return n
}

func runsOf(title string) (rs []string) {
	t := []rune(Plain(title))
	for i := 0; i+runLength <= len(t); i++ {
		rs = append(rs, string(t[i:i+runLength]))
	}
	return rs
}

// sharing are the cases that share a rare run with a title.
func (n runs) sharing(title string) (cases []int) {
	for _, t := range runsOf(title) {
		if x := n[t]; x != nil && x.titles <= rareIn {
			cases = append(cases, x.cases...)
		}
	}
	slices.Sort(cases)
	return slices.Compact(cases)
}
