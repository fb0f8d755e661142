package pipeline

import (
	"context"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/cases"
	"github.com/toshin-archive/toshin/internal/citation"
	"github.com/toshin-archive/toshin/internal/export"
	"github.com/toshin-archive/toshin/internal/gate"
	"github.com/toshin-archive/toshin/internal/record"
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
	s, err := export.Write(ctx, out, c.exportInput())
	return c, s, err
}

func (c *Checked) exportInput() export.Input {
	return export.Input{Changes: c.changes(), Config: c.Archive.Config, Records: c.Gate.Public, Cases: c.Tied.Cases, Types: c.Types, Follows: c.Cases.Follows, Sums: c.publicSums()}
}

// changes are the days of the public records and of those withdrawn.
func (c *Checked) changes() map[record.ID]export.Dates {
	ds := map[record.ID]export.Dates{}
	for _, v := range c.Gate.Verdicts {
		if v.Public {
			d := c.history.Of(v.File, v.File+gate.SidecarExt)
			ds[v.ID] = export.Dates{Added: d.Added, Changed: d.Changed}
		}
	}
	for _, n := range c.Gate.Notices {
		if n.State == gate.Withdrawn {
			ds[n.ID] = export.Dates{Withdrawn: n.On}
		}
	}
	return ds
}

// tie reads what staff say of cases and types, and proposes to them what looks
// tied and is not certain. The gate has judged already.
func (c *Checked) tie(a *archive.Archive) error {
	reg, types, ds, err := cases.Load(a)
	if err != nil {
		return err
	}
	set := cases.Tied(c.Records, reg, a.Config.CouncilKey)
	verdicts := map[record.ID]bool{}
	for _, v := range c.Gate.Verdicts {
		verdicts[v.ID] = v.Public
	}
	public := cases.Tied(c.Gate.Public, reg, a.Config.CouncilKey)
	c.Cases, c.Tied, c.Types = reg, public, cases.Public(types, set, public, func(id record.ID) (held, out bool) { out, held = verdicts[id]; return held, out })
	citation.Within(c.Gate.Public)
	cases.File(c.Gate.Public, c.Types, public)
	c.Diagnostics = append(c.Diagnostics, ds...)
	c.Diagnostics = append(c.Diagnostics, reg.Unknown(set, c.Records)...)
	c.Diagnostics = append(c.Diagnostics, cases.UnknownOf(types, set, c.Records)...)
	c.Diagnostics = append(c.Diagnostics, set.Proposals(c.Records, reg)...)
	return nil
}
