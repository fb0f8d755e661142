package pipeline

import (
	"fmt"
	"os"

	"github.com/toshin-archive/toshin/internal/report"
)

// ReportDir is where a build leaves its report for staff, in the cache.
const ReportDir = "report"

// Report says how each file was read.
func (c *Checked) Report() *report.Report {
	return report.New(c.Files, c.Records, c.Diagnostics, c.Gate)
}

// ReportPage is the file of the report that people read.
func (c *Checked) ReportPage() string { return c.Archive.CachePath(ReportDir + "/report.html") }

// writeReport leaves the report in the cache, which is never published.
func (c *Checked) writeReport() error {
	r := c.Report()
	for _, f := range []struct {
		name string
		make func() ([]byte, error)
	}{{"report.json", r.JSON}, {"report.html", r.HTML}} {
		b, err := f.make()
		if err == nil {
			err = os.MkdirAll(c.Archive.CachePath(ReportDir), 0o700)
		}
		if err == nil {
			err = os.WriteFile(c.Archive.CachePath(ReportDir+"/"+f.name), b, 0o600)
		}
		if err != nil {
			return fmt.Errorf("report: %w", err)
		}
	}
	return nil
}
