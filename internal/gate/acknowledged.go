package gate

import (
	"strings"

	"github.com/pelletier/go-toml/v2"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/gate/personal"
	"github.com/toshin-archive/toshin/internal/record"
)

// Acknowledgement says that a finding of personal information may stand: what
// was found, why it may, who says so and when (承知). It is one [[acknowledged]]
// of data/acknowledged.toml, or one [[acknowledge]] of the file beside a record.
type Acknowledgement struct {
	Subjects []string       `toml:"covers"` // of the register: kinds, records or files; empty: all
	Kind     string         `toml:"kind"`   // key or Japanese name of a personal.Kind; empty: any
	Text     string         `toml:"text"`   // what was found, blanks and width aside
	Reason   string         `toml:"reason"`
	By       string         `toml:"by"`
	On       toml.LocalDate `toml:"on"`

	file   string
	line   int
	faulty bool
}

// checkAcknowledgements reports what they lack; one that lacks anything has no
// effect.
func checkAcknowledgements(as []Acknowledgement, lines []int, heading, file string) ([]Acknowledgement, []record.Diagnostic) {
	var ds []record.Diagnostic
	for i := range as {
		a := &as[i]
		a.file, a.line = file, at(lines, i)
		for _, need := range []struct {
			key    string
			absent bool
		}{
			{"text", strings.TrimSpace(a.Text) == ""},
			{"reason", strings.TrimSpace(a.Reason) == ""},
			{"by", strings.TrimSpace(a.By) == ""},
			{"on", isZero(a.On)},
			{"kind", a.Kind != "" && personal.KindOf(a.Kind) == ""},
		} {
			if need.absent {
				a.faulty = true
				ds = append(ds, diag.InFile(diag.At("G031", a.line, 1, heading, heading, need.key), file))
			}
		}
	}
	return as, ds
}

// covers reports whether a speaks of the finding f in r.
func (a *Acknowledgement) covers(r *record.Record, f *personal.Finding) bool {
	if a.faulty || a.Kind != "" && personal.KindOf(a.Kind) != f.Kind || personal.Fold(a.Text) != personal.Fold(f.Text) {
		return false
	}
	if len(a.Subjects) == 0 {
		return true
	}
	for _, s := range a.Subjects {
		if s == r.ID.Folder() || s == string(r.ID) || s == r.Source.File {
			return true
		}
	}
	return false
}
