package pipeline

import (
	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/gate"
)

// judge decides what may go out, ties the cases and holds the register of
// decisions against the registers.
func (c *Checked) judge(o Options, p Progress) error {
	p.Begin("gate", len(c.Records))
	c.Diagnostics = append(c.Diagnostics, gate.CheckSubjects(c.registers.Approvals, c.Records, archive.ApprovalsFile)...)
	c.Gate = c.registers.Judge(c.Records, c.dossiers, o.today())
	c.Diagnostics = append(c.Diagnostics, c.Gate.Diagnostics...)
	if !o.Bare {
		if err := c.tie(c.Archive); err != nil {
			return err
		}
	}
	// A register or config that cannot be read says nothing of what may go out
	// and how: going on with half of it could unpublish, or publish, anything.
	for _, d := range c.Diagnostics {
		switch d.Code {
		case "A002", "A003", "G030", "G033":
			c.Untrue = true
		}
	}
	if err := c.audit(); err != nil {
		return err
	}
	p.End("gate", Count{"public", len(c.Gate.Public)}, Count{"withheld", len(c.Records) - len(c.Gate.Public)})
	return nil
}
