package pipeline

import (
	"context"
	"strings"

	"github.com/toshin-archive/toshin/internal/content"
	"github.com/toshin-archive/toshin/internal/export"
)

// Export writes what may go out as files for researchers into the folder out,
// in the place of an earlier export.
func Export(ctx context.Context, o Options, out string) (*Checked, export.Stats, error) {
	c, err := Check(ctx, o)
	if err != nil || c.Untrue {
		return c, export.Stats{}, err
	}
	if err := export.Clear(out); err != nil {
		return c, export.Stats{}, err
	}
	s, err := c.export(ctx, out)
	return c, s, err
}

func (c *Checked) export(ctx context.Context, dir string) (export.Stats, error) {
	return export.Write(ctx, dir, export.Input{Config: c.Archive.Config, Records: c.Gate.Public,
		Cases: caseRows(content.Cases(content.Input{Config: c.Archive.Config, Result: c.Gate}))})
}

func caseRows(cs []*content.Case) []export.Case {
	rows := make([]export.Case, 0, len(cs))
	for _, c := range cs {
		row := export.Case{CaseID: c.ID, Kind: c.Kind, Label: c.Label, Title: c.Title, NameOfMeeting: c.Council, Department: c.Department,
			FiscalYear: c.FiscalYear, Outcome: c.Outcome, CaseURL: c.URL()}
		for _, s := range c.Steps {
			row.Meetings = append(row.Meetings, strings.TrimSuffix(s.Meeting.URL, "/"))
		}
		for _, r := range c.Replies {
			row.Replies = append(row.Replies, strings.TrimSuffix(r.URL, "/"))
		}
		rows = append(rows, row)
	}
	return rows
}
