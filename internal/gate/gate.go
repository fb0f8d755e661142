// Package gate is the third stage (公開判定): it decides which records may go
// out. Nothing is public by default; what holds a record back is told.
package gate

import (
	"time"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/record"
)

// Verdict is what the gate says of one record.
type Verdict struct {
	ID       record.ID
	Kind     record.Kind
	Council  string
	File     string
	Public   bool
	Approval *Approval           // that let it out, or whose condition holds it back
	Reasons  []record.Diagnostic // why not; empty where Public
}

// Result is the gate's work over an archive: Verdicts in the order of the
// records given, Public only those that may go out.
type Result struct {
	Public   []*record.Record
	Verdicts []Verdict
}

// Judge decides on every record. today bounds approvals and conditions that
// are dated in the future. Records must have distinct IDs.
func Judge(records []*record.Record, approvals []Approval, today time.Time) *Result {
	res := &Result{}
	for _, r := range records {
		v := judge(r, approvals, today.Format(time.DateOnly))
		res.Verdicts = append(res.Verdicts, v)
		if v.Public {
			res.Public = append(res.Public, r)
		}
	}
	return res
}

// judge looks for the approval that lets r out; where none does, the reason
// of the one that comes nearest is given.
func judge(r *record.Record, approvals []Approval, today string) Verdict {
	v := Verdict{ID: r.ID, Kind: r.Kind, Council: r.Council, File: r.Source.File}
	hold := diag.At("G001", 0, 0, "")
	for i := range approvals {
		a := &approvals[i]
		if !a.Covers(r) || a.faulty {
			continue
		}
		switch {
		case a.Decided.String() > today:
			if v.Approval == nil {
				v.Approval, hold = a, diag.At("G006", 0, 0, "", a.Decided)
			}
			continue
		case a.Condition != "" && (isZero(a.Met) || a.Met.String() > today):
			v.Approval, hold = a, diag.At("G002", 0, 0, "", a.Condition)
			continue
		}
		v.Approval, v.Public = a, true
		break
	}
	if !v.Public {
		v.Reasons = append(v.Reasons, hold)
	}
	if n := errorCount(r.Diagnostics); n > 0 {
		v.Public = false
		v.Reasons = append(v.Reasons, diag.At("G003", 0, 0, "", n))
	}
	for i := range v.Reasons {
		v.Reasons[i].File = r.Source.File
	}
	return v
}

func errorCount(ds []record.Diagnostic) int {
	n := 0
	for _, d := range ds {
		if d.Severity == record.Error {
			n++
		}
	}
	return n
}
