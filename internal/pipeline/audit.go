package pipeline

import (
	"fmt"

	"github.com/toshin-archive/toshin/internal/audit"
	"github.com/toshin-archive/toshin/internal/record"
)

// audit holds the register of decisions against the registers.
func (c *Checked) audit() error {
	b, err := audit.Load(c.Archive)
	if err != nil {
		return fmt.Errorf("gate: %w", err)
	}
	var ds []record.Diagnostic
	c.Acts = audit.Acts(c.Archive, c.registers, c.dossiers, c.names)
	c.Audit, ds = audit.Read(b)
	if !c.Untrue { // half of a register would look like so many decisions taken back
		ds = append(ds, c.Audit.Compare(c.Acts)...)
	}
	c.Diagnostics = append(c.Diagnostics, ds...)
	return nil
}
