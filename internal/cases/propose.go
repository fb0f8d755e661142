package cases

import (
	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/record"
)

// Proposals are the ties that look likely and are not certain: staff are told,
// with the lines to write, and decide.
func (s *Set) Proposals(records []*record.Record, reg *Register) (ds []record.Diagnostic) {
	rare := rareRuns(s, records)
	propose := func(c *Case, r *record.Record, ref, title string) {
		if !rare.shared(c.Title, title) || reg.parted(c.ID, ref) {
			return
		}
		ds = append(ds, diag.InFile(diag.At("C020", 0, 0, "", c.ID, c.Title, ref, title), r.Source.File))
	}
	for _, r := range records {
		if r.Kind == record.KindReply && len(s.byReply[r.ID]) == 0 {
			for _, c := range s.Cases {
				if c.Kind == "諮問" && sameBody(c.Council, r.Council) && r.Date >= c.Steps[0].Date && len(c.Replies) == 0 {
					propose(c, r, string(r.ID), r.Title)
				}
			}
		}
		for i, it := range r.Items {
			own := s.OfItem(r.ID, i)
			for _, c := range s.Cases { // a report on what came of an inquiry (事後報告)
				if c != own && c.Kind == "諮問" && it.Kind == "報告" && tagOf(&it).label != "" && c.Council == r.Council && c.Steps[0].Date < r.Date {
					propose(c, r, itemRef(r.ID, tagOf(&it).label), it.Title)
				}
			}
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

type runs map[string]int // in how many titles

func rareRuns(s *Set, records []*record.Record) runs {
	n := runs{}
	count := func(title string) {
		seen := map[string]bool{}
		for _, r := range runsOf(title) {
			if !seen[r] {
				seen[r] = true
				n[r]++
			}
		}
	}
	for _, c := range s.Cases {
		count(c.Title)
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

func (n runs) shared(a, b string) bool {
	in := map[string]bool{}
	for _, r := range runsOf(a) {
		in[r] = true
	}
	for _, r := range runsOf(b) {
		if in[r] && n[r] <= rareIn {
			return true
		}
	}
	return false
}
