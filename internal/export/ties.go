package export

import (
	"slices"
	"strings"

	"github.com/toshin-archive/toshin/internal/cases"
	"github.com/toshin-archive/toshin/internal/content"
	"github.com/toshin-archive/toshin/internal/record"
)

// ties makes the rows of cases and types. What a type names of records that may
// not go out is left out.
func (d *data) ties(cs []*cases.Case, ts []*cases.Type) {
	public := map[record.ID]*record.Record{}
	for _, r := range d.in.Records {
		public[r.ID] = r
	}
	for _, c := range cs {
		row := Case{CaseID: c.ID, Kind: c.Kind, Label: c.Label, Title: c.Title, NameOfMeeting: c.Council, Department: c.Department,
			FiscalYear: c.FiscalYear, Outcome: c.Outcome, CaseURL: d.url(c.URL())}
		for _, s := range c.Steps {
			row.Meetings = append(row.Meetings, string(s.Meeting))
			row.Items = append(row.Items, string(s.Meeting)+"#"+content.ItemAnchor(s.Item))
			row.Articles = more(row.Articles, cases.ArticlesOf(public[s.Meeting], s.Item))
		}
		for _, a := range c.About {
			row.Information, row.Whose, row.Purpose = told(row.Information, a.Information), told(row.Whose, a.Whose), told(row.Purpose, a.Purpose)
		}
		for _, t := range ts {
			if slices.ContainsFunc(t.Applied, func(a cases.Applied) bool { return a.Case == c.ID }) {
				row.Types = append(row.Types, t.Name)
			}
		}
		for _, id := range c.Replies {
			row.Replies = append(row.Replies, string(id))
			row.Articles = more(row.Articles, public[id].Articles)
			for _, f := range d.in.Follows {
				if strings.HasPrefix(f.Condition, string(id)+"#") {
					row.Kept = append(row.Kept, strings.TrimSpace(f.Condition+" "+f.Day())+" "+f.Kept)
				}
			}
		}
		d.Cases = append(d.Cases, row)
	}
	for _, t := range ts {
		row := Type{TypeID: t.ID, Name: t.Name, Definition: t.Definition, Scope: t.Scope, Exclusions: t.Exclusions, Regime: t.Regime,
			Status: t.Status, TypeURL: d.url(t.URL())}
		if public[record.ID(t.Founding)] != nil {
			row.Founding = t.Founding
		}
		for _, a := range t.Applied {
			row.Cases = append(row.Cases, a.Title)
		}
		d.Types = append(d.Types, row)
	}
}

// more adds what is not there yet.
func more(list, others []string) []string {
	for _, s := range others {
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

// told adds what staff say, where they say anything.
func told(list []string, s string) []string {
	if s == "" {
		return list
	}
	return append(list, s)
}
