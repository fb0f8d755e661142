package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/pipeline"
	"github.com/toshin-archive/toshin/internal/record"
)

func buildCommand(a *app) *cobra.Command {
	var out, baseURL string
	c := &cobra.Command{
		Use:     "build",
		Short:   text.buildShort,
		Long:    text.buildLong,
		Example: text.buildExample,
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			o := a.options()
			o.History = a.history(a.commit())
			o.Out, o.BaseURL = out, baseURL
			return a.build(o)
		},
	}
	c.Flags().StringVar(&out, "out", "", text.flagOut)
	c.Flags().StringVar(&baseURL, "base-url", "", text.flagBaseURL)
	return c
}

// tellBuild lists what a person must know after a build: errors, what was held
// back and why, where the site is. Warnings are check's to tell.
func (a *app) tellBuild(b *pipeline.Built) {
	withheld := a.tellFaults(b.Checked)
	if !b.Done {
		fmt.Fprint(a.err, say(a.lang).notBuilt)
		return
	}
	fmt.Fprintf(a.out, say(a.lang).built, b.Out, len(b.Gate.Public), withheld)
	fmt.Fprintf(a.out, say(a.lang).reported, b.ReportPage())
}

// tellFaults lists the errors of the records, and what is held back and why; it
// returns how many those are.
func (a *app) tellFaults(c *pipeline.Checked) (withheld int) {
	r := newFindings(c, nil, a.lang)
	a.tellErrors(r)
	if len(r.Withheld) > 0 {
		fmt.Fprint(a.err, say(a.lang).withheld)
		printWithheld(a.err, a.lang, r.Withheld)
	}
	return len(r.Withheld)
}

// tellErrors lists the errors alone.
func (a *app) tellErrors(r findings) {
	var errs []record.Diagnostic
	for _, d := range r.Diagnostics {
		if d.Severity == record.Error {
			errs = append(errs, d)
		}
	}
	diag.Print(a.err, a.lang, errs)
}
