package gate

import (
	"encoding/json"
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/gate/redact"
	"github.com/toshin-archive/toshin/internal/record"
)

// The policies for names in config.toml.
const (
	publish   = "publish"    // as written
	rolesOnly = "roles-only" // 役職だけ
	until     = "until"      // as written until a day, roles only from the day after
)

// NamePolicy says whether the names of members (委員) and of officials (職員・
// 市長など) go out, or roles in their place.
type NamePolicy struct {
	Members, Officials string
	Until              string // ISO
}

func namePolicy(c *archive.Config) (NamePolicy, []record.Diagnostic) {
	p := NamePolicy{Members: c.Names.Members, Officials: c.Names.Officials}
	if !isZero(c.Names.Until) {
		p.Until = c.Names.Until.String()
	}
	var ds []record.Diagnostic
	for _, v := range []struct {
		key   string
		value *string
	}{{"members", &p.Members}, {"officials", &p.Officials}} {
		switch {
		case *v.value == "":
			*v.value = publish
		case *v.value == until && p.Until == "":
			ds = append(ds, diag.InFile(diag.At("G033", 0, 0, "", v.key, *v.value), archive.ConfigFile))
		case *v.value != publish && *v.value != rolesOnly && *v.value != until:
			ds = append(ds, diag.InFile(diag.At("G033", 0, 0, "", v.key, *v.value), archive.ConfigFile))
		}
	}
	return p, ds
}

// hides reports what the policy comes to on day (ISO).
func (p NamePolicy) hides(day string) (members, officials bool) {
	hidden := func(v string) bool { return v == rolesOnly || v == until && day > p.Until }
	return hidden(p.Members), hidden(p.Officials)
}

// release is r as the later stages have it: less what is only for staff, names
// by the policy. r itself is left as it is. Where words were taken out, the sum
// of the file is too: whoever has the rest could try which words they were.
// What staff put into the record after parsing is masked by the same rules as
// its text. others are those whom other records name.
func (g *Registers) release(r *record.Record, x *Dossier, day string, others *blackout) *record.Record {
	c := *r
	c.Source.File, c.Residue, c.Diagnostics = "", nil, nil
	members, officials := g.Names.hides(day)
	if len(x.Redactions) > 0 || len(x.Rules) > 0 || members || officials {
		c.Source.SHA256 = ""
	}
	overridden := len(x.Rules) > 0 && len(r.Overrides) > 0
	if !overridden && !members && !officials {
		return &c
	}
	own := clone(&c)
	if overridden {
		redact.Walk(own, func(s string) string {
			if ascii(s) {
				return s // IDs, days, keys of the model
			}
			return redact.Mask(s, x.Rules)
		})
	}
	if members || officials {
		names := newBlackout()
		names.add(hidden(own, members, officials), true)
		hideFields(own, members, officials)
		redact.Walk(own, names.text)
		if others != nil {
			redact.Walk(own, others.text)
		}
	}
	return own
}

// hidden are those whom r names by office and whose names do not go out.
func hidden(r *record.Record, members, officials bool) []person {
	var people []person
	for _, p := range peopleOf(r) {
		if p.official && officials || !p.official && members {
			people = append(people, p)
		}
	}
	return people
}

// others are the people of all records of the archive, also of those that stay
// in: a reply may speak of somebody whom only a meeting's roster has. nil where
// names go out.
func (g *Registers) others(records []*record.Record, day string) *blackout {
	members, officials := g.Names.hides(day)
	if !members && !officials {
		return nil
	}
	b := newBlackout()
	for _, r := range records {
		b.add(hidden(r, members, officials), false)
	}
	return b
}

func ascii(s string) bool {
	return !strings.ContainsFunc(s, func(c rune) bool { return c >= utf8.RuneSelf })
}

// clone is a copy of r that shares nothing with it.
func clone(r *record.Record) *record.Record {
	b, err := json.Marshal(r)
	if err != nil {
		panic("gate: " + err.Error()) // the model has nothing that cannot be marshalled
	}
	var own record.Record
	if err := json.Unmarshal(b, &own); err != nil {
		panic("gate: " + err.Error())
	}
	return &own
}
