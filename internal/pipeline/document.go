package pipeline

import (
	"slices"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/gate"
	"github.com/toshin-archive/toshin/internal/gate/redact"
	"github.com/toshin-archive/toshin/internal/parse"
	"github.com/toshin-archive/toshin/internal/parse/override"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// ParseFile reads the file at osPath, named name in the archive, redacts it as
// the gate does, and parses it. The diagnostics are those of what gave no record.
// read, where not nil, is shown each record with the lines it was read from.
func ParseFile(a *archive.Archive, r *source.Reader, osPath, name string, read func(*record.Record, []source.Line)) ([]*record.Record, []record.Diagnostic, error) {
	g, _, err := gate.Open(a)
	if err != nil {
		return nil, nil, err
	}
	docs := parse.Apart(r.File(osPath, name))
	var rs []*record.Record
	var faults []record.Diagnostic
	for i, x := range g.PrepareAll(docs, osPath) {
		r, ds := parseDocument(docs[i], x, &a.Config)
		if r != nil {
			rs = append(rs, r)
			if read != nil {
				read(r, shown(docs[i], x))
			}
		}
		faults = append(faults, ds...)
	}
	return rs, faults, nil
}

// shown is the lines of d as staff may see them: what is redacted, masked.
func shown(d *source.Document, x *gate.Dossier) []source.Line {
	if len(x.Redactions) == 0 {
		return d.Lines
	}
	masked := &record.Record{}
	for _, l := range d.Lines {
		masked.Residue = append(masked.Residue, record.Residue{Text: l.Text})
	}
	redact.Expand(masked, x.Redactions)
	lines := slices.Clone(d.Lines)
	for i := range lines {
		lines[i].Text = masked.Residue[i].Text
	}
	return lines
}

// Parse reads one document as a record, with the diagnostics of reading it
// among its own. Without a record the diagnostics say why.
func Parse(d *source.Document, cfg *archive.Config) (*record.Record, []record.Diagnostic) {
	return parseDocument(d, &gate.Dossier{}, cfg)
}

func parseDocument(d *source.Document, x *gate.Dossier, cfg *archive.Config) (*record.Record, []record.Diagnostic) {
	if d.Failed() {
		return nil, d.Diagnostics
	}
	patches, faults := override.Read(d)
	if d.Kind == "" {
		d.Kind = override.Kind(patches)
	}
	r, ds := parse.Document(d)
	ds = append(ds, faults...)
	if r == nil {
		ds = append(append([]record.Diagnostic(nil), d.Diagnostics...), ds...)
	} else {
		if key := cfg.CouncilKey(r.Council); key != "" {
			r.ID = r.ID.WithCouncil(key)
		}
		ds, r.Diagnostics = nil, append(append(append([]record.Diagnostic(nil), d.Diagnostics...), r.Diagnostics...), ds...)
		located(r.Diagnostics, d.Source.File)
		redact.Expand(r, x.Redactions)
		override.Apply(r, patches)
	}
	located(ds, d.Source.File)
	return r, ds
}

// located names the file of diagnostics that do not name one.
func located(ds []record.Diagnostic, file string) {
	for i := range ds {
		if ds[i].File == "" {
			ds[i].File = file
		}
	}
}
