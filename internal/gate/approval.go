package gate

import (
	"github.com/pelletier/go-toml/v2"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/record"
)

// Approval is one [[approval]] of data/approvals.toml (公開の承認).
type Approval struct {
	Subjects  []string       `toml:"covers"`  // whole kinds (replies, minutes) or single records (minutes/h29-2)
	Council   string         `toml:"council"` // the body that decided
	Decided   toml.LocalDate `toml:"decided"`
	Meeting   string         `toml:"meeting"`   // where it was decided: an ID of minutes, or words where the archive has no such record
	Item      string         `toml:"item"`      // the item of that meeting
	Condition string         `toml:"condition"` // holds everything back until Met
	Met       toml.LocalDate `toml:"met"`
	Embargo   toml.LocalDate `toml:"embargo"`  // first day on which it may be seen
	Notice    string         `toml:"notice"`   // shown in the record's place while it is held; empty: no page
	Reviewed  bool           `toml:"reviewed"` // checked for personal information
	Note      string         `toml:"note"`

	line   int
	faulty bool
}

func isZero(d toml.LocalDate) bool { return d == toml.LocalDate{} }

// Covers reports whether the approval speaks of r: by its whole kind or by its
// ID.
func (a *Approval) Covers(r *record.Record) bool {
	for _, s := range a.Subjects {
		if s == r.ID.Folder() || s == string(r.ID) {
			return true
		}
	}
	return false
}

// Decode reads the register from its bytes. An approval that lacks what the
// gate must know has no effect.
func Decode(b []byte, file string) ([]Approval, []record.Diagnostic) {
	var reg struct {
		Approval []Approval `toml:"approval"`
	}
	if d := archive.DecodeTOML(b, file, &reg, true); d != nil {
		return nil, []record.Diagnostic{*d}
	}
	var ds []record.Diagnostic
	lines := headings(b, "[[approval]]")
	for i := range reg.Approval {
		a := &reg.Approval[i]
		a.line = at(lines, i)
		for _, need := range []struct {
			key    string
			absent bool
		}{
			{"covers", len(a.Subjects) == 0},
			{"council", a.Council == ""},
			{"decided", isZero(a.Decided)},
			{"meeting", a.Meeting == ""},
			{"item", a.Item == ""},
		} {
			if need.absent {
				a.faulty = true
				ds = append(ds, diag.InFile(diag.At("G004", a.line, 1, "[[approval]]", need.key), file))
			}
		}
	}
	return reg.Approval, ds
}

// CheckSubjects warns of approvals that name records the archive does not have.
func CheckSubjects(as []Approval, records []*record.Record, file string) []record.Diagnostic {
	have := map[string]bool{"replies": true, "minutes": true}
	for _, r := range records {
		have[string(r.ID)] = true
	}
	var ds []record.Diagnostic
	for _, a := range as {
		for _, s := range a.Subjects {
			if !have[s] {
				ds = append(ds, diag.InFile(diag.At("G005", a.line, 1, "[[approval]]", s), file))
			}
		}
	}
	return ds
}
