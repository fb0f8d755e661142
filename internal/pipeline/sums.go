package pipeline

import (
	"github.com/toshin-archive/toshin/internal/parallel"
	"github.com/toshin-archive/toshin/internal/record"
)

// publicSums are the sums of the public records, made once for all stages that
// look for what changed. Nothing may change the records after.
func (c *Checked) publicSums() record.Sums {
	if c.sums != nil {
		return c.sums
	}
	public := c.Gate.Public
	sums := make([]string, len(public))
	parallel.All(c.jobs, len(public), func(i int) { sums[i] = public[i].Sum() })
	c.sums = make(record.Sums, len(public))
	for i, r := range public {
		c.sums[r] = sums[i]
	}
	return c.sums
}
