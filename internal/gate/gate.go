// Package gate is the third stage (公開判定): it decides which records may go
// out. Nothing is public by default; what holds a record back is told.
//
// It works in two steps. [Registers.Prepare] takes redactions out of a document
// before anything is parsed, so that no later stage ever had the words.
// [Registers.Judge] decides on the parsed records and gives those that go out,
// ready to write: redacted, names by the archive's policy, without residue,
// diagnostics and the names of files.
package gate

import (
	"time"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/gate/personal"
	"github.com/toshin-archive/toshin/internal/record"
)

// State is what became of a record.
type State string

const (
	Public    State = "public"    // 公開
	Withheld  State = "withheld"  // 公開していない: no approval, or faults stand
	Held      State = "held"      // 保留: approved under a condition not met yet
	Embargoed State = "embargoed" // 公開日前: approved from a day still to come
	Withdrawn State = "withdrawn" // 取下げ
)

// Verdict is what the gate says of one record.
type Verdict struct {
	ID       record.ID
	Kind     record.Kind
	Council  string
	File     string
	Public   bool // State is Public
	State    State
	Approval *Approval           // that let it out, or whose condition holds it back
	Reasons  []record.Diagnostic // why not; empty where Public
	Redacted int                 // stretches taken out of it
}

// Notice is a page in the place of a record that does not go out: of a
// withdrawn one, or of a held one whose approval has words for it. Nothing in it
// comes from the record but its ID.
type Notice struct {
	ID     record.ID
	State  State  // Withdrawn or Held
	Label  string // what staff call the record; "" for its number
	Reason string
	On     string // ISO: day of the withdrawal, or of the decision that holds it
	By     string
}

// Result is the gate's work over an archive: Verdicts in the order of the
// records given, Public only those that may go out.
type Result struct {
	Public      []*record.Record
	Verdicts    []Verdict
	Notices     []Notice
	Diagnostics []record.Diagnostic // findings and acknowledgements, with their files

	NoMembers, NoOfficials bool // roles stand in the place of their names today
}

// Judge decides on every record. today bounds whatever is dated in the future.
// dossiers are those of the records' sources, by record.Source.Key. Records should have distinct IDs.
func (g *Registers) Judge(records []*record.Record, dossiers map[string]*Dossier, today time.Time) *Result {
	j := &judge{Registers: g, day: today.Format(time.DateOnly), used: map[*Acknowledgement]bool{}, res: &Result{}}
	others := g.others(records, j.day)
	for _, r := range records {
		x := dossiers[r.Source.Key()]
		if x == nil {
			x = &Dossier{}
		}
		v := j.verdict(r, x)
		j.res.Verdicts = append(j.res.Verdicts, v)
		if v.Public {
			j.res.Public = append(j.res.Public, g.release(r, x, j.day, others))
		}
	}
	j.notices()
	j.res.NoMembers, j.res.NoOfficials = g.Names.hides(j.day)
	j.idle(g.Acknowledged)
	return j.res
}

type judge struct {
	*Registers
	day  string // today, ISO
	used map[*Acknowledgement]bool
	res  *Result
}

// verdict looks for what keeps r in: a withdrawal, the lack of an approval,
// faults, findings. All that apply are told.
func (j *judge) verdict(r *record.Record, x *Dossier) Verdict {
	v := Verdict{ID: r.ID, Kind: r.Kind, Council: r.Council, File: r.Source.File, Redacted: len(x.Redactions)}
	var why record.Diagnostic
	v.State, v.Approval, why = j.approvalOf(r)
	if v.State != Public {
		v.Reasons = append(v.Reasons, why)
	}
	if w := j.withdrawalOf(r.ID); w != nil {
		v.State = Withdrawn
		v.Reasons = []record.Diagnostic{diag.At("G010", 0, 0, "", w.Reason)}
	}
	hold := func(d record.Diagnostic) {
		v.Reasons = append(v.Reasons, d)
		if v.State != Withdrawn {
			v.State = Withheld
		}
	}
	if n := errorCount(r.Diagnostics) + j.marked(r); n > 0 {
		hold(diag.At("G003", 0, 0, "", n))
	}
	if x.Unfilled.Code != "" {
		hold(x.Unfilled)
	}
	if n := j.findings(r, x, &v); n > 0 {
		hold(diag.At("G011", 0, 0, "", n))
	}
	for i := range v.Reasons {
		v.Reasons[i].File = r.Source.File
	}
	v.Public = v.State == Public
	return v
}

// approvalOf looks for the approval that lets r out; where none does, state
// and reason are those of the one that comes nearest.
func (j *judge) approvalOf(r *record.Record) (State, *Approval, record.Diagnostic) {
	state, near, why := Withheld, (*Approval)(nil), diag.At("G001", 0, 0, "")
	var open *Approval // lets it out; of two the one under which it was reviewed
	for i := range j.Approvals {
		a := &j.Approvals[i]
		if a.faulty || !a.Covers(r) {
			continue
		}
		switch {
		case a.Decided.String() > j.day:
			if near == nil {
				near, why = a, diag.At("G006", 0, 0, "", a.Decided)
			}
		case a.held(j.day):
			state, near, why = Held, a, diag.At("G002", 0, 0, "", a.Condition)
		case a.Embargo.String() > j.day && !isZero(a.Embargo):
			if state != Held {
				state, near, why = Embargoed, a, diag.At("G009", 0, 0, "", a.Embargo)
			}
		case open == nil || a.Reviewed && !open.Reviewed:
			open = a
		}
	}
	if open != nil {
		return Public, open, record.Diagnostic{}
	}
	return state, near, why
}

func (a *Approval) held(day string) bool {
	return a.Condition != "" && (isZero(a.Met) || a.Met.String() > day)
}

func (j *judge) withdrawalOf(id record.ID) *Withdrawal {
	for i := range j.Withdrawals {
		if w := &j.Withdrawals[i]; w.covers(id) && (isZero(w.On) || w.On.String() <= j.day) {
			return w
		}
	}
	return nil
}

// findings tells of what looks like personal information in r and counts what
// keeps it in. Where the approval says that somebody has checked the record
// (reviewed), and where the record stays in anyhow, it only warns.
func (j *judge) findings(r *record.Record, x *Dossier, v *Verdict) int {
	n := 0
	var roster string
	fs := append(x.Findings[:len(x.Findings):len(x.Findings)], j.inOverrides(r, x.Findings)...)
	for i := range fs {
		f := &fs[i]
		if f.Kind == personal.Name {
			if roster == "" {
				roster = rosterOf(r)
			}
			if f.OnRoster(roster) {
				continue
			}
		}
		if j.acknowledged(r, x, f) {
			continue
		}
		file := r.Source.File
		if f.Line == 0 {
			file += SidecarExt
		}
		d := diag.InFile(diag.At("G040", f.Line, f.Column, f.Source, personal.Japanese(f.Kind), f.Text), file)
		switch {
		case v.Approval == nil || v.State == Withdrawn || v.Approval.Reviewed:
			d.Severity = record.Warning
		default:
			n++
		}
		j.res.Diagnostics = append(j.res.Diagnostics, d)
	}
	j.idle(x.Acknowledged)
	return n
}

func (j *judge) acknowledged(r *record.Record, x *Dossier, f *personal.Finding) bool {
	ok := false
	for _, as := range [][]Acknowledgement{x.Acknowledged, j.Acknowledged} {
		for i := range as {
			if a := &as[i]; a.covers(r, f) {
				j.used[a], ok = true, true
			}
		}
	}
	return ok
}

// idle warns of acknowledgements that speak of nothing found: what they meant
// has changed, or is misspelt.
func (j *judge) idle(as []Acknowledgement) {
	for i := range as {
		if a := &as[i]; !a.faulty && !j.used[a] {
			j.res.Diagnostics = append(j.res.Diagnostics, diag.InFile(diag.At("G032", a.line, 1, ""), a.file))
		}
	}
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
