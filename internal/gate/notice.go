package gate

import (
	"slices"
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
)

// notices lists the pages that stand in the place of records: those of
// withdrawals by ID, whether or not the file is still there, and of held records
// whose approval has words for readers.
func (j *judge) notices() {
	seen := map[record.ID]bool{}
	add := func(n Notice) {
		if !seen[n.ID] {
			seen[n.ID] = true
			j.res.Notices = append(j.res.Notices, n)
		}
	}
	for i := range j.Withdrawals {
		w := &j.Withdrawals[i]
		if !isZero(w.On) && w.On.String() > j.day {
			continue
		}
		n := Notice{State: Withdrawn, Label: w.Label, Reason: w.Reason, By: w.By}
		if !isZero(w.On) {
			n.On = w.On.String()
		}
		for _, s := range w.Subjects {
			if n.ID = record.ID(s); validSubject(s) && strings.Contains(s, "/") {
				add(n)
			}
		}
		for _, v := range j.res.Verdicts {
			if n.ID = v.ID; v.State == Withdrawn && w.covers(v.ID) {
				add(n)
			}
		}
	}
	for _, v := range j.res.Verdicts {
		if a := v.Approval; v.State == Held && a != nil && a.Notice != "" {
			add(Notice{ID: v.ID, State: Held, Reason: a.Notice, On: a.Decided.String(), By: a.Council})
		}
	}
	slices.SortFunc(j.res.Notices, func(a, b Notice) int { return strings.Compare(string(a.ID), string(b.ID)) })
}

// Withdrew reports whether any record is withdrawn.
func (r *Result) Withdrew() bool {
	return slices.ContainsFunc(r.Notices, func(n Notice) bool { return n.State == Withdrawn })
}
