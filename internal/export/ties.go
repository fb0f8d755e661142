package export

import (
	"github.com/toshin-archive/toshin/internal/cases"
	"github.com/toshin-archive/toshin/internal/record"
)

// ties makes the rows of cases and types. What a type names of records that may
// not go out is left out.
func (d *data) ties(cs []*cases.Case, ts []*cases.Type) {
	public := map[record.ID]bool{}
	for _, r := range d.in.Records {
		public[r.ID] = true
	}
	for _, c := range cs {
		row := Case{CaseID: c.ID, Kind: c.Kind, Label: c.Label, Title: c.Title, NameOfMeeting: c.Council, Department: c.Department,
			FiscalYear: c.FiscalYear, Outcome: c.Outcome, CaseURL: d.url(c.URL())}
		for _, s := range c.Steps {
			row.Meetings = append(row.Meetings, string(s.Meeting))
		}
		for _, id := range c.Replies {
			row.Replies = append(row.Replies, string(id))
		}
		d.Cases = append(d.Cases, row)
	}
	for _, t := range ts {
		row := Type{TypeID: t.ID, Name: t.Name, Definition: t.Definition, Scope: t.Scope, Exclusions: t.Exclusions, Regime: t.Regime,
			Status: t.Status, TypeURL: d.url(t.URL())}
		if public[record.ID(t.Founding)] {
			row.Founding = t.Founding
		}
		for _, a := range t.Applied {
			row.Cases = append(row.Cases, a.Title)
		}
		d.Types = append(d.Types, row)
	}
}
