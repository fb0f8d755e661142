// Package override puts right what reading or parsing got wrong, as staff say in
// the file beside the record (<file>.toml) or in a document's front matter. Every
// override says what it replaces and why; one that does not fit any more is an
// error, since nobody can know what it would change today.
package override

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// Patch is what staff say of one field.
type Patch struct {
	Record string // of a list: the ID, or the part, of the record that is meant
	Field  string // date, items[2].outcome, s0012.speaker.role, speakers.岬委員.role
	Was    string // what it replaces; of a text the part that is replaced
	Now    string // several values with line ends between them
	Reason string

	file  string
	line  int
	front bool // from front matter: says no was and no reason
}

// frontReason is the reason of what a document says of itself.
const frontReason = "文書の初めの設定（front matter）"

// Read gives the patches of a document and what is wrong with how they are
// written. A faulty one is not among them, and its fault is an error.
func Read(d *source.Document) ([]Patch, []record.Diagnostic) {
	var ps []Patch
	for _, s := range d.Set {
		ps = append(ps, Patch{Field: s.Field, Now: s.Value, Reason: frontReason, file: d.Source.File, line: s.Line, front: true})
	}
	more, ds := decode(d.Patch, d.Source.File+".toml")
	return append(ps, more...), ds
}

// keys of an [[override]].
var keys = []string{"record", "field", "was", "now", "reason", "by", "on"}

func decode(b []byte, file string) (ps []Patch, ds []record.Diagnostic) {
	var side struct {
		Override []map[string]any `toml:"override"`
	}
	if err := toml.Unmarshal(b, &side); err != nil {
		return nil, nil // the gate reads the same file and tells of it
	}
	lines := headings(b)
	for i, m := range side.Override {
		p := Patch{file: file}
		if i < len(lines) {
			p.line = lines[i]
		}
		fault := func(code string, args ...any) {
			ds = append(ds, diag.InFile(diag.At(code, p.line, 1, "[[override]]", args...), file))
		}
		n := len(ds)
		for k := range m {
			if !slices.Contains(keys, k) {
				fault("P902", k)
			}
		}
		p.Record, p.Field, p.Was, p.Reason = value(m["record"]), value(m["field"]), value(m["was"]), value(m["reason"])
		now, given := m["now"]
		p.Now = value(now)
		for _, need := range []struct {
			key string
			ok  bool
		}{{"field", p.Field != ""}, {"now", given}, {"reason", strings.TrimSpace(p.Reason) != ""}} {
			if !need.ok {
				fault("P901", need.key)
			}
		}
		if len(ds) == n {
			ps = append(ps, p)
		}
	}
	slices.SortStableFunc(ds, func(a, b record.Diagnostic) int { return a.Line - b.Line })
	return ps, ds
}

// headings are the lines of [[override]].
func headings(b []byte) []int {
	var ns []int
	for i, l := range strings.Split(string(b), "\n") {
		if strings.HasPrefix(strings.ReplaceAll(strings.TrimSpace(l), " ", ""), "[[override]]") {
			ns = append(ns, i+1)
		}
	}
	return ns
}

// value writes a value of TOML as text.
func value(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case []any:
		var parts []string
		for _, x := range v {
			parts = append(parts, value(x))
		}
		return strings.Join(parts, "\n")
	}
	return fmt.Sprint(v)
}

// Kind is the kind of record that the patches say a document is, "" where they
// leave it to its own words.
func Kind(ps []Patch) record.Kind {
	for _, p := range ps {
		if k := record.Kind(p.Now); p.Field == "kind" && (k == record.KindMinutes || k == record.KindReply) {
			return k
		}
	}
	return ""
}

// Apply changes r as the patches say and lists them in it. What does not fit is
// an error among r's diagnostics.
func Apply(r *record.Record, ps []Patch) {
	for _, p := range ps {
		if p.Record != "" && p.Record != string(r.ID) && p.Record != r.Source.Part {
			continue
		}
		was, d := p.apply(r)
		if d != nil {
			d.File = p.file
			r.Diagnostics = append(r.Diagnostics, *d)
			continue
		}
		if was == p.Now {
			continue
		}
		r.Overrides = append(r.Overrides, record.Override{Field: p.Field, Was: was, Now: p.Now, Reason: p.Reason})
	}
	settle(r)
}

// settle drops the complaints that an override has answered.
func settle(r *record.Record) {
	if len(r.Overrides) == 0 {
		return
	}
	broken := false
	for _, x := range r.Pieces() {
		broken = broken || strings.ContainsRune(x.Text, '\uFFFD')
	}
	has := func(field string) bool {
		return slices.ContainsFunc(r.Overrides, func(o record.Override) bool { return o.Field == field })
	}
	r.Diagnostics = slices.DeleteFunc(r.Diagnostics, func(d record.Diagnostic) bool {
		switch d.Code {
		case "R008":
			return !broken
		case "P101", "P102", "P103", "P104", "P302": // the date
			return has("date")
		case "P301":
			return has("number")
		}
		return false
	})
}

// Missing reports patches for records of a list that it does not have.
func Missing(ps []Patch, have func(name string) bool) []record.Diagnostic {
	var ds []record.Diagnostic
	for _, p := range ps {
		if p.Record != "" && !have(p.Record) {
			ds = append(ds, diag.InFile(diag.At("P905", p.line, 1, "[[override]]", p.Record), p.file))
		}
	}
	return ds
}
