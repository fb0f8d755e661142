package cases

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/pelletier/go-toml/v2"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/record"
)

// The registers of cases and types.
const (
	CasesFile = "data/cases.toml"
	TypesFile = "data/types.toml"
)

// Register is data/cases.toml: what staff know and the words of the records do
// not tell.
type Register struct {
	Ties    []Tie      `toml:"tie"`
	Parts   []Tie      `toml:"part"`
	Abouts  []About    `toml:"about"`
	Follows []Followup `toml:"followup"`
}

// Tie says that records belong to a case; as a part, that they do not. A record
// is a reply's ID, or minutes with an item: minutes/h30-1#諮問案件1.
type Tie struct {
	Case    string   `toml:"case"`
	Records []string `toml:"records"`
	Reason  string   `toml:"reason"`

	line int // of the register
}

// About says in staff's words whose information a case is about and what for.
type About struct {
	Case        string `toml:"case"`
	Information string `toml:"information"` // どのような個人情報か
	Whose       string `toml:"whose"`       // だれの
	Purpose     string `toml:"purpose"`     // 何のために
	Source      string `toml:"source"`      // passage that says so: minutes/h30-1#s0003

	line int
}

// Followup says how a condition (附帯意見) was kept.
type Followup struct {
	Condition string         `toml:"condition"` // replies/h30-3#c01
	Kept      string         `toml:"kept"`      // どう守られたか
	Date      toml.LocalDate `toml:"date"`
	Source    string         `toml:"source"` // passage where it was reported

	line int
}

// Day is when it was told, ISO; "" where staff do not say.
func (f Followup) Day() string {
	if f.Date.Year == 0 {
		return ""
	}
	return f.Date.String()
}

// Load reads both registers; either may be missing. Faults of the registers are
// diagnostics; an error is the machine's.
func Load(a *archive.Archive) (*Register, []*Type, []record.Diagnostic, error) {
	reg := &Register{}
	var types struct {
		Types []*Type `toml:"type"`
	}
	var ds []record.Diagnostic
	for _, f := range []struct {
		name string
		into any
	}{{CasesFile, reg}, {TypesFile, &types}} {
		b, err := os.ReadFile(a.Path(f.name))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, nil, nil, fmt.Errorf("cases: %w", err)
		}
		if d := archive.DecodeTOML(b, f.name, f.into, true); d != nil {
			ds = append(ds, *d)
			continue
		}
		if at := heads(b); f.name == CasesFile {
			reg.locate(at)
		} else {
			locateTypes(types.Types, at)
		}
	}
	ds = append(ds, reg.faults()...)
	var whole []*Type
	seen := map[string]bool{}
	for _, t := range types.Types {
		faults, ok := t.faults(seen)
		ds = append(ds, faults...)
		if ok {
			whole = append(whole, t)
		}
	}
	return reg, whole, ds, nil
}

// faults takes out what cannot be used and says why.
func (r *Register) faults() (ds []record.Diagnostic) {
	fault := func(line int, args ...any) {
		ds = append(ds, diag.InFile(diag.At("C001", line, 0, "", args...), CasesFile))
	}
	keep := func(name string, ts []Tie) (ok []Tie) {
		for _, t := range ts {
			if t.Case == "" || len(t.Records) == 0 || t.Reason == "" {
				fault(t.line, "[["+name+"]]", "case, records, reason")
				continue
			}
			ok = append(ok, t)
		}
		return ok
	}
	r.Ties, r.Parts = keep("tie", r.Ties), keep("part", r.Parts)
	var fs []Followup
	for _, f := range r.Follows {
		if f.Condition == "" || f.Kept == "" {
			fault(f.line, "[[followup]]", "condition, kept")
			continue
		}
		fs = append(fs, f)
	}
	r.Follows = fs
	return ds
}

// parted reports that staff keep a record or item out of a case.
func (r *Register) parted(id, ref string) bool {
	for _, p := range r.Parts {
		if p.Case != id {
			continue
		}
		for _, x := range p.Records {
			if half(x) == ref {
				return true
			}
		}
	}
	return false
}

// Unknown warns of what the registers name and the archive does not have.
func (r *Register) Unknown(s *Set, records []*record.Record) (ds []record.Diagnostic) {
	have := map[string]bool{}
	for _, x := range records {
		have[string(x.ID)] = true
		for _, it := range x.Items {
			have[itemRef(x.ID, tagOf(&it).label)] = true
		}
		for _, c := range x.Conditions {
			have[string(x.ID)+"#"+c.ID] = true
		}
	}
	warn := func(line int, ref string) {
		ds = append(ds, diag.InFile(diag.At("C002", line, 0, "", ref), CasesFile))
	}
	for _, ts := range [][]Tie{r.Ties, r.Parts} {
		for _, t := range ts {
			if s.Get(t.Case) == nil {
				warn(t.line, t.Case)
			}
			for _, x := range t.Records {
				if !have[half(x)] {
					warn(t.line, x)
				}
			}
		}
	}
	for _, a := range r.Abouts {
		if s.Get(a.Case) == nil {
			warn(a.line, a.Case)
		}
	}
	for _, f := range r.Follows {
		if !have[f.Condition] {
			warn(f.line, f.Condition)
		}
	}
	return ds
}
