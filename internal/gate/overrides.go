package gate

import (
	"slices"
	"strings"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/gate/personal"
	"github.com/toshin-archive/toshin/internal/gate/redact"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// inOverrides looks at what staff put into r after parsing: it was not in the
// lines that were looked at. Neither was what became of a text of which a part
// was replaced. Such findings have no line.
func (j *judge) inOverrides(r *record.Record, have []personal.Finding) []personal.Finding {
	var lines []source.Line
	seen := map[string]bool{}
	add := func(s string) {
		if !seen[s] {
			seen[s] = true
			lines = append(lines, source.Line{Text: s})
		}
	}
	for _, o := range r.Overrides {
		add(o.Was)
		add(o.Now)
		add(o.Reason)
		if strings.HasSuffix(o.Field, ".text") && o.Now != "" {
			for _, x := range r.Pieces() {
				if strings.Contains(x.Text, o.Now) {
					add(x.Text)
				}
			}
		}
	}
	var fs []personal.Finding
	for _, f := range personal.Scan(lines, &j.Office) {
		if slices.ContainsFunc(have, func(h personal.Finding) bool {
			return h.Kind == f.Kind && personal.Fold(h.Text) == personal.Fold(f.Text)
		}) {
			continue // told with its line
		}
		f.Line, f.Column = 0, 0
		fs = append(fs, f)
	}
	return fs
}

// marked counts the corrections of r with a mark of redaction in them: it was
// meant to hide something, and hides nothing there.
func (j *judge) marked(r *record.Record) int {
	n := 0
	for _, o := range r.Overrides {
		if redact.Marked(o.Was) || redact.Marked(o.Now) || redact.Marked(o.Reason) {
			j.res.Diagnostics = append(j.res.Diagnostics, diag.InFile(diag.At("G035", 0, 0, "", o.Field), r.Source.File+SidecarExt))
			n++
		}
	}
	return n
}
