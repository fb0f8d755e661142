package report

import (
	"fmt"
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
)

// naming says in a reader's words what the places of a record are.
type naming struct {
	names map[string][2]string // JSON path → what, value
	w     *vocabulary
}

func namer(r *record.Record, lang string) *naming {
	n := &naming{map[string][2]string{}, words[lang]}
	if n.w == nil {
		n.w = words["ja"]
	}
	n.head(r)
	for i, a := range r.Agenda {
		n.add(n.w.agenda+" "+a.Number, strings.TrimSpace(a.Kind+" "+a.Case), "agenda[%d]", i)
	}
	for i, it := range r.Items {
		what := strings.TrimSpace(n.w.item + " " + it.Number)
		for j := range it.Labels {
			n.add(what+n.w.heading, values(it.Kind, it.Case, it.Outcome), "items[%d].labels[%d]", i, j)
		}
		n.sections(what+n.w.sep, fmt.Sprintf("items[%d].", i), it.Sections)
	}
	n.sections("", "", r.Sections)
	for i, p := range r.Progress {
		n.add(n.w.progress, p.Date, "progress[%d].when", i)
		n.add(n.w.progress, "", "progress[%d].text", i)
	}
	return n
}

func (n *naming) add(what, value, path string, at ...any) {
	n.names[fmt.Sprintf(path, at...)] = [2]string{what, value}
}

func (n *naming) head(r *record.Record) {
	told := map[string]bool{}
	for i, f := range r.Header {
		what := n.w.field
		if f.Name != "" {
			what += n.w.sep + n.w.term(record.FieldNames, f.Name)
		}
		value := ""
		if !told[f.Name] {
			value = valueOf(r, f.Name)
		}
		told[f.Name] = true
		n.add(what, "", "header[%d].label", i)
		n.add(what, value, "header[%d].text", i)
	}
}

// valueOf is what the fields of that meaning came to, where that is more than
// their text.
func valueOf(r *record.Record, field string) string {
	switch field {
	case "date":
		v := values(r.Date, r.Start)
		if r.End != "" {
			v += "–" + r.End
		}
		return v
	case "number":
		return strings.Join(r.Numbers, ", ")
	}
	return ""
}

func (n *naming) sections(what, path string, ss []record.Section) {
	for j, s := range ss {
		w := what + n.w.term(record.SectionKinds, s.Kind)
		path := fmt.Sprintf("%ssections[%d]", path, j)
		n.add(w+n.w.heading, "", "%s.label", path)
		for k, p := range s.Passages {
			w, path := w+n.w.sep, fmt.Sprintf("%s.passages[%d]", path, k)
			if p.Speaker == nil {
				n.add(w+n.w.passage+" "+p.ID, "", "%s.text", path)
				continue
			}
			w += n.w.speech + " " + p.ID
			n.add(w, n.w.term(record.Roles, p.Speaker.Role), "%s.speaker", path)
			n.add(w, "", "%s.text", path)
		}
	}
}

func (n *naming) of(path string) (what, value string) {
	if why, ok := strings.CutPrefix(path, "residue:"); ok {
		return n.w.residue + n.w.sep + n.w.reason(why), ""
	}
	if x, ok := n.names[path]; ok {
		return x[0], x[1]
	}
	return path, ""
}

func values(vs ...string) string { return strings.Join(strings.Fields(strings.Join(vs, " ")), " ") }
