// Package audit keeps the archive's register of decisions (監査の記録): who
// approved, withdrew, acknowledged, redacted or corrected what, where and when,
// and on which day each was first, and last, found in the registers that staff
// write by hand.
//
// The register is a file of lines that is only ever added to. Each line has the
// sum of the one before it, so that whoever has the file alone can tell whether
// a line was changed, moved or left out. A push that does not extend it is
// refused (package githook): that is what makes it more than a file.
//
// It holds no word that was redacted or found to be personal: only of which
// kind it was, where, and how often.
package audit

import (
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/gate"
	"github.com/toshin-archive/toshin/internal/gate/personal"
)

// Act is one decision as the registers state it today. Two acts with the same
// fields are the same act.
type Act struct {
	Kind      Kind     `json:"act"`
	Covers    []string `json:"covers,omitempty"` // records, kinds of records, or files
	By        string   `json:"by,omitempty"`     // who decided
	On        string   `json:"on,omitempty"`     // ISO: when
	Meeting   string   `json:"meeting,omitempty"`
	Item      string   `json:"item,omitempty"`
	Condition string   `json:"condition,omitempty"`
	Met       string   `json:"met,omitempty"`
	Embargo   string   `json:"embargo,omitempty"`
	Reviewed  bool     `json:"reviewed,omitempty"`
	What      string   `json:"what,omitempty"` // kind of personal information, or field corrected
	Reason    string   `json:"reason,omitempty"`
	Places    int      `json:"places,omitempty"` // stretches redacted
}

// Kind of an act.
type Kind string

const (
	Approve     Kind = "approve"     // 承認
	Withdraw    Kind = "withdraw"    // 取下げ
	Acknowledge Kind = "acknowledge" // 承知
	Redact      Kind = "redact"      // 墨消し
	Correct     Kind = "correct"     // 訂正
)

// Acts lists what the registers of a and the files beside its records state.
// dossiers are those of the records' sources, by key.
func Acts(a *archive.Archive, g *gate.Registers, dossiers map[string]*gate.Dossier, files []string) []Act {
	var acts []Act
	for _, x := range g.Approvals {
		acts = append(acts, Act{Kind: Approve, Covers: x.Subjects, By: x.Council, On: day(x.Decided), Meeting: x.Meeting, Item: x.Item,
			Condition: x.Condition, Met: day(x.Met), Embargo: day(x.Embargo), Reviewed: x.Reviewed})
	}
	for _, x := range g.Withdrawals {
		acts = append(acts, Act{Kind: Withdraw, Covers: x.Subjects, By: x.By, On: day(x.On), Reason: x.Reason})
	}
	for _, x := range g.Acknowledged {
		acts = append(acts, acknowledged(x, x.Subjects))
	}
	for _, key := range slices.Sorted(maps.Keys(dossiers)) {
		acts = append(acts, redacted(key, dossiers[key])...)
	}
	for _, file := range files {
		acts = append(acts, beside(a, file)...)
	}
	return acts
}

func acknowledged(x gate.Acknowledgement, covers []string) Act {
	return Act{Kind: Acknowledge, Covers: covers, By: x.By, On: day(x.On), What: x.Kind, Reason: x.Reason}
}

// redacted sums up the stretches taken out of a document, by reason and person.
// Of a mark within the text nobody is named: the commit tells who put it there.
func redacted(key string, x *gate.Dossier) []Act {
	type by struct{ reason, by, on string }
	n := map[by]int{}
	var order []by
	for _, r := range x.Redactions {
		k := by{r.Reason, r.By, r.On}
		if n[k] == 0 {
			order = append(order, k)
		}
		n[k]++
	}
	var acts []Act
	for _, k := range order {
		acts = append(acts, Act{Kind: Redact, Covers: []string{key}, By: k.by, On: k.on, Reason: k.reason, Places: n[k]})
	}
	return acts
}

// beside reads what staff say in the file beside a record. A file that cannot be
// read says nothing here; the gate tells of it and keeps its record in.
func beside(a *archive.Archive, file string) []Act {
	b, err := os.ReadFile(a.Path(file + gate.SidecarExt))
	if err != nil {
		return nil
	}
	var side struct {
		Acknowledge []gate.Acknowledgement `toml:"acknowledge"`
		Override    []struct {
			Record string `toml:"record"`
			Field  string `toml:"field"`
			Reason string `toml:"reason"`
			By     string `toml:"by"`
			On     any    `toml:"on"`
		} `toml:"override"`
	}
	if toml.Unmarshal(b, &side) != nil {
		return nil
	}
	var acts []Act
	for _, x := range side.Acknowledge {
		acts = append(acts, acknowledged(x, []string{file}))
	}
	for _, x := range side.Override {
		act := Act{Kind: Correct, Covers: []string{strings.TrimSpace(file + " " + x.Record)}, By: x.By, What: x.Field, Reason: x.Reason}
		if d, ok := x.On.(toml.LocalDate); ok {
			act.On = day(d)
		}
		acts = append(acts, act)
	}
	return acts
}

func day(d toml.LocalDate) string {
	if (d == toml.LocalDate{}) {
		return ""
	}
	return d.String()
}

// About reports whether the act speaks of one of the names: a record's ID, its
// folder, its file.
func (x *Act) About(names []string) bool {
	if len(x.Covers) == 0 { // an acknowledgement for all records
		return true
	}
	return slices.ContainsFunc(x.Covers, func(s string) bool { return slices.Contains(names, s) })
}

// Subject is what kind of thing the act concerns, in Japanese.
func (x *Act) Subject() string {
	if k := personal.KindOf(x.What); x.Kind == Acknowledge && k != "" {
		return personal.Japanese(k)
	}
	return x.What
}

func (x *Act) key() string {
	b, _ := json.Marshal(x)
	return string(b)
}

// Load reads the register's file, nil where there is none.
func Load(a *archive.Archive) ([]byte, error) {
	b, err := os.ReadFile(a.Path(archive.AuditFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return b, err
}
