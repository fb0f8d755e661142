package gate

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

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

// Load reads the register of a. An approval that lacks what the gate must know
// has no effect. No register means no approvals.
func Load(a *archive.Archive) ([]Approval, []record.Diagnostic, error) {
	b, err := os.ReadFile(a.Path(archive.ApprovalsFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("gate: %w", err)
	}
	as, ds := Decode(b, archive.ApprovalsFile)
	return as, ds, nil
}

// Decode reads the register from its bytes.
func Decode(b []byte, file string) ([]Approval, []record.Diagnostic) {
	var reg struct {
		Approval []Approval `toml:"approval"`
	}
	if d := archive.DecodeTOML(b, file, &reg, true); d != nil {
		return nil, []record.Diagnostic{*d}
	}
	var ds []record.Diagnostic
	lines := headings(b)
	for i := range reg.Approval {
		a := &reg.Approval[i]
		if i < len(lines) {
			a.line = lines[i]
		}
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

// headings gives the lines (1-based) of the [[approval]] headings.
func headings(b []byte) []int {
	var ns []int
	for i, l := range strings.Split(string(b), "\n") {
		if strings.HasPrefix(strings.TrimSpace(l), "[[approval]]") {
			ns = append(ns, i+1)
		}
	}
	return ns
}
