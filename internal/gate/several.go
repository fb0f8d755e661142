package gate

import (
	"github.com/toshin-archive/toshin/internal/gate/personal"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// PrepareAll does for all documents of one file what [Registers.Prepare] does for
// one: a rule beside a list may mean any of its rows. The redactions of the file
// are in every dossier, since their tokens are counted through it; what looks
// like personal information only in that of its own row. The page around a record
// never goes out, so that nothing is looked for in it.
func (g *Registers) PrepareAll(docs []*source.Document, osPath string) []*Dossier {
	whole := &source.Document{Source: record.Source{File: docs[0].Source.File}}
	for i, d := range docs {
		for k := range d.Lines {
			d.Lines[k].Of = i
		}
		whole.Lines = append(whole.Lines, d.Lines...)
	}
	if len(docs) == 1 {
		whole = docs[0]
	}
	all := g.prepare(whole, osPath)
	if len(docs) > 1 {
		docs[0].Diagnostics = append(docs[0].Diagnostics, whole.Diagnostics...)
		for _, d := range docs {
			d.Lines = nil
		}
		for _, l := range whole.Lines {
			docs[l.Of].Lines = append(docs[l.Of].Lines, l)
		}
	}
	xs := make([]*Dossier, len(docs))
	for i, d := range docs {
		xs[i] = &Dossier{Redactions: all.Redactions, Rules: all.Rules}
		if len(docs) == 1 {
			xs[i].Acknowledged = all.Acknowledged
		}
		if len(all.Redactions) > 0 {
			d.Forget()
		}
		var own []source.Line
		for _, l := range d.Lines {
			if l.Why == "" {
				own = append(own, l)
			}
		}
		xs[i].Unfilled = unfilled(own)
		switch {
		case len(docs) == 1 && len(own) == len(d.Lines):
			xs[i].Findings = all.Findings
		case len(all.Findings) > 0:
			xs[i].Findings = personal.Scan(own, &g.Office)
		}
		if len(docs) > 1 && len(xs[i].Findings) > 0 {
			// given only to rows that have something to acknowledge: to the others
			// they would be idle
			xs[i].Acknowledged = all.Acknowledged
		}
	}
	return xs
}
