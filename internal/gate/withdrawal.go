package gate

import (
	"strings"

	"github.com/pelletier/go-toml/v2"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/record"
)

// Withdrawal is one [[withdrawal]] of data/withdrawals.toml (取下げ): records
// that do not go out any more. Whoever follows an old link finds the reason.
// It counts before every approval.
type Withdrawal struct {
	Subjects []string       `toml:"covers"`
	On       toml.LocalDate `toml:"on"`     // from this day
	Reason   string         `toml:"reason"` // shown to readers
	By       string         `toml:"by"`     // who decided, as readers may know it
	Label    string         `toml:"label"`  // what to call the record; empty: its kind and number
	Note     string         `toml:"note"`   // not published

	line int
}

func (w *Withdrawal) covers(id record.ID) bool {
	for _, s := range w.Subjects {
		if s == id.Folder() || s == string(id) {
			return true
		}
	}
	return false
}

// decodeWithdrawals reads the register. An entry that lacks its reason or day
// withdraws all the same, and is an error.
func decodeWithdrawals(b []byte, file string) ([]Withdrawal, []record.Diagnostic) {
	var reg struct {
		Withdrawal []Withdrawal `toml:"withdrawal"`
	}
	if d := archive.DecodeTOML(b, file, &reg, true); d != nil {
		return nil, []record.Diagnostic{*d}
	}
	var ds []record.Diagnostic
	lines := headings(b, "[[withdrawal]]")
	for i := range reg.Withdrawal {
		w := &reg.Withdrawal[i]
		w.line = at(lines, i)
		for _, need := range []struct {
			key    string
			absent bool
		}{
			{"covers", len(w.Subjects) == 0},
			{"on", isZero(w.On)},
			{"reason", strings.TrimSpace(w.Reason) == ""},
			{"by", strings.TrimSpace(w.By) == ""},
		} {
			if need.absent {
				ds = append(ds, diag.InFile(diag.At("G031", w.line, 1, "[[withdrawal]]", "[[withdrawal]]", need.key), file))
			}
		}
		for _, s := range w.Subjects {
			if !validSubject(s) {
				ds = append(ds, diag.InFile(diag.At("G034", w.line, 1, "[[withdrawal]]", s), file))
			}
		}
	}
	return reg.Withdrawal, ds
}

// validSubject reports whether s can name a record at all: it becomes part of
// an address.
func validSubject(s string) bool {
	folder, slug, ok := strings.Cut(s, "/")
	if folder != "replies" && folder != "minutes" {
		return false
	}
	return !ok || slug != "" && strings.Trim(slug, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}
