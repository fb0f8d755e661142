package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/audit"
	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/pipeline"
	"github.com/toshin-archive/toshin/internal/publish"
	"github.com/toshin-archive/toshin/internal/record"
)

func auditCommand(a *app) *cobra.Command {
	var write, asJSON bool
	c := &cobra.Command{
		Use:     "audit [記録…]",
		Short:   auditText.short,
		Long:    auditText.long,
		Example: auditText.example,
		RunE: func(_ *cobra.Command, args []string) error {
			c, err := pipeline.Check(a.ctx, a.options())
			if err != nil {
				return err
			}
			if write {
				return a.writeAudit(c)
			}
			es, pending := about(c, c.Audit.Entries, args), about(c, c.Audit.Pending(c.Acts), args)
			if asJSON {
				err = writeJSON(a.out, struct {
					Broken  bool          `json:"broken"`
					Entries []audit.Entry `json:"entries"`
					Pending []audit.Entry `json:"pending"`
				}{c.Audit.Broken, es, pending})
			} else {
				a.tellAudit(c.Audit, es, pending)
			}
			if err == nil && c.Audit.Broken {
				a.tellRegister(c, record.Error)
				err = errRecords
			}
			return err
		},
	}
	c.Flags().BoolVar(&write, "write", false, auditText.flagWrite)
	c.Flags().BoolVar(&asJSON, "json", false, text.flagJSON)
	return c
}

// about keeps the entries that speak of what is asked for; all where nothing is.
func about(c *pipeline.Checked, es []audit.Entry, args []string) []audit.Entry {
	out := []audit.Entry{}
	var names []string
	for _, arg := range args {
		names = append(names, arg, filepath.ToSlash(arg))
		for _, r := range c.Records {
			if string(r.ID) == arg || r.Source.File == filepath.ToSlash(arg) {
				names = append(names, string(r.ID), r.ID.Folder(), r.Source.File, r.Source.Key())
			}
		}
	}
	for _, e := range es {
		if len(args) == 0 || e.About(names) {
			out = append(out, e)
		}
	}
	return out
}

func (a *app) tellAudit(t *audit.Trail, es, pending []audit.Entry) {
	if !t.Started {
		fmt.Fprint(a.out, auditText.empty)
	}
	for _, e := range es {
		a.tellEntry(strconv.Itoa(e.N), e)
	}
	switch {
	case len(pending) > 0:
		fmt.Fprintf(a.out, auditText.pending, len(pending))
		for _, e := range pending {
			a.tellEntry("＋", e)
		}
	case !t.Broken:
		fmt.Fprint(a.out, auditText.none)
	}
}

func (a *app) tellEntry(n string, e audit.Entry) {
	at, _, _ := strings.Cut(e.At, "T")
	fmt.Fprintf(a.out, auditText.line, n, at, doNames[e.Do], actNames[e.Kind], strings.Join(e.Covers, ", "))
	var parts []string
	for _, p := range [][2]string{
		{"", e.On}, {auditText.by, e.By}, {auditText.meeting, e.Meeting}, {auditText.item, e.Item}, {auditText.condition, e.Condition},
		{auditText.met, e.Met}, {auditText.embargo, e.Embargo}, {auditText.what, e.Subject()}, {auditText.reason, e.Reason}, {auditText.writer, e.Who},
	} {
		if p[1] != "" {
			parts = append(parts, p[0]+p[1])
		}
	}
	if e.Places > 0 {
		parts = append(parts, fmt.Sprintf(auditText.places, e.Places))
	}
	if e.Reviewed {
		parts = append(parts, auditText.reviewed)
	}
	fmt.Fprintf(a.out, auditText.place, strings.Join(parts, "　"))
}

// tellRegister tells what is wrong with the register, as bad as s.
func (a *app) tellRegister(c *pipeline.Checked, s record.Severity) {
	var ds []record.Diagnostic
	for _, d := range c.Diagnostics {
		if d.File == archive.AuditFile && d.Severity == s {
			ds = append(ds, diag.In(a.lang, d))
		}
	}
	diag.Print(a.err, a.lang, ds)
}

// writeAudit adds what has changed to the register. Where a record or register
// has errors it does not: what cannot be read would look like decisions taken
// back.
func (a *app) writeAudit(c *pipeline.Checked) error {
	if errs, _ := diag.Count(c.Diagnostics); errs > 0 {
		a.tellRegister(c, record.Error)
		fmt.Fprint(a.err, auditText.errors)
		return errRecords
	}
	pending := c.Audit.Pending(c.Acts)
	if len(pending) == 0 && c.Audit.Started {
		fmt.Fprint(a.out, auditText.none)
		return nil
	}
	old, err := audit.Load(c.Archive)
	if err != nil {
		return fmt.Errorf("audit: %w", err)
	}
	file := c.Archive.Path(archive.AuditFile)
	if err := replace(file, append(old, c.Audit.Lines(pending, now(), a.clerk())...)); err != nil {
		return fmt.Errorf("audit: %w", err)
	}
	fmt.Fprintf(a.out, auditText.written, archive.AuditFile, len(pending))
	return nil
}

// replace writes a file whole or not at all.
func replace(file string, b []byte) error {
	tmp, err := os.CreateTemp(filepath.Dir(file), ".new-")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	_, err = tmp.Write(b)
	if err = errors.Join(err, tmp.Chmod(0o644), tmp.Sync(), tmp.Close()); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), file)
}

// clerk is whom git names, else the account.
func (a *app) clerk() string {
	b, err := exec.CommandContext(a.ctx, "git", "-C", a.source, "config", "user.name").Output()
	if name := strings.TrimSpace(string(b)); err == nil && name != "" {
		return name
	}
	return publish.Account()
}
