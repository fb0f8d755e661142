package cases

import (
	"regexp"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/record"
)

// Type is one [[type]] of data/types.toml (類型): cases of a kind that the
// council approved in the abstract, so that each need not be asked again.
type Type struct {
	ID         string         `toml:"id"` // ASCII; its page is types/ID/
	Name       string         `toml:"name"`
	Definition string         `toml:"definition"` // in the abstract; without it the type rests on examples alone
	Scope      string         `toml:"scope"`
	Exclusions string         `toml:"exclusions"`
	Founding   string         `toml:"founding"` // the reply that approved it
	Passage    string         `toml:"passage"`  // the passage of that reply
	Regime     string         `toml:"regime"`   // ordinance (条例), act (個人情報保護法)
	Article    string         `toml:"article"`
	Status     string         `toml:"status"` // active, suspended, ended
	Ended      toml.LocalDate `toml:"ended"`
	Reason     string         `toml:"reason"` // of its status
	Applied    []Applied      `toml:"case"`

	line int // of the register
}

// Applied is one case that staff handled under a type. Scope quotes the words
// of the type under which it falls; by whom it was judged stands in By.
type Applied struct {
	Title      string         `toml:"title"`
	Case       string         `toml:"case"` // cases/…, where the archive has it
	Department string         `toml:"department"`
	Date       toml.LocalDate `toml:"date"`
	Scope      string         `toml:"scope"`
	By         string         `toml:"by"`
	Reported   string         `toml:"reported"` // minutes (with its passage) of the meeting it was reported to
	Accepted   *bool          `toml:"accepted"` // what the council said: true, false; absent: not said yet
	Note       string         `toml:"note"`

	line int
}

// URL is the type's page, relative to the site's root.
func (t *Type) URL() string { return "types/" + t.ID + "/" }

// ByExamples reports that no abstract definition holds the type together.
func (t *Type) ByExamples() bool { return t.Definition == "" }

// Current reports that the type may be applied today. The national Act took the
// place of the ordinances on personal information on 2023-04-01: what rests on
// an ordinance alone is not current, whatever the register says.
func (t *Type) Current() bool { return t.Status == "active" && t.Regime == "act" }

// Overtaken reports that the Act took the type's ground away.
func (t *Type) Overtaken() bool { return t.Regime == "ordinance" }

// Unreported are the cases that no meeting was told of yet.
func (t *Type) Unreported() (as []Applied) {
	for _, a := range t.Applied {
		if a.Reported == "" {
			as = append(as, a)
		}
	}
	return as
}

var typeID = regexp.MustCompile(`^[a-z0-9][a-z0-9-]*$`)

// faults says what is wrong with t, and whether it can be shown all the same. A
// case without staff's word, or whose quoted scope is not the type's, is taken
// out of it.
func (t *Type) faults(seen map[string]bool) (ds []record.Diagnostic, whole bool) {
	line := t.line
	fault := func(code string, args ...any) {
		ds = append(ds, diag.InFile(diag.At(code, line, 0, "", args...), TypesFile))
	}
	switch {
	case !typeID.MatchString(t.ID) || seen[t.ID] || t.Name == "":
		fault("C010", t.ID, t.Name)
		return ds, false
	case t.Regime != "ordinance" && t.Regime != "act":
		fault("C011", t.ID, "regime", "ordinance, act")
		return ds, false
	case t.Status != "active" && t.Status != "suspended" && t.Status != "ended":
		fault("C011", t.ID, "status", "active, suspended, ended")
		return ds, false
	}
	seen[t.ID] = true
	if t.ByExamples() {
		fault("C012", t.ID)
	}
	var ok []Applied
	for _, a := range t.Applied {
		line = a.line
		words := Plain(t.Name + t.Definition + t.Scope)
		switch {
		case a.Title == "" || a.By == "" || a.Scope == "":
			fault("C013", t.ID, a.Title)
		case !strings.Contains(words, Plain(a.Scope)):
			fault("C014", t.ID, a.Title, a.Scope)
		default:
			ok = append(ok, a)
		}
	}
	t.Applied = ok
	return ds, true
}

// UnknownOf warns of what types name and the archive does not have: the reply that
// founded one, a case, the meeting that was told of it.
func UnknownOf(types []*Type, s *Set, records []*record.Record) (ds []record.Diagnostic) {
	have := map[string]bool{"": true}
	for _, r := range records {
		have[string(r.ID)] = true
	}
	for _, t := range types {
		warn := func(line int, key, ref string, known bool) {
			if !known {
				ds = append(ds, diag.InFile(diag.At("C015", line, 0, "", t.ID, key, ref), TypesFile))
			}
		}
		warn(t.line, "founding", t.Founding, have[t.Founding])
		for _, a := range t.Applied {
			meeting, _, _ := strings.Cut(a.Reported, "#")
			warn(a.line, "case", a.Case, a.Case == "" || s.Get(a.Case) != nil)
			warn(a.line, "reported", a.Reported, have[meeting])
		}
	}
	return ds
}

// Public are the types as they may go out: one that a withheld reply founded is
// left out whole, for its words are that reply's; so is a case of a type that
// the archive has and withholds.
func Public(types []*Type, all, public *Set, isPublic func(record.ID) (held, out bool)) []*Type {
	var ts []*Type
	for _, t := range types {
		if held, out := isPublic(record.ID(t.Founding)); held && !out {
			continue
		}
		c := *t
		c.Applied = nil
		for _, a := range t.Applied {
			if a.Case == "" || all.Get(a.Case) == nil || public.Get(a.Case) != nil {
				c.Applied = append(c.Applied, a)
			}
		}
		ts = append(ts, &c)
	}
	return ts
}
