package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/toshin-archive/toshin/internal/doctor"
)

func doctorCommand(a *app) *cobra.Command {
	var o doctor.Options
	var asJSON bool
	c := &cobra.Command{
		Use:     "doctor",
		Short:   doctorText.short,
		Long:    doctorText.long,
		Example: doctorText.example,
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			o.Source, o.Version = a.source, version()
			fs := doctor.Look(a.ctx, o)
			ill := 0
			for _, f := range fs {
				if f.State == doctor.Fault {
					ill++
				}
			}
			if asJSON {
				if err := writeJSON(a.out, told(fs)); err != nil {
					return err
				}
			} else {
				a.tellFindings(fs, ill)
			}
			if ill > 0 {
				return errRecords
			}
			return nil
		},
	}
	siteFlag(c, &o.Site)
	c.Flags().StringVar(&o.Repo, "repo", "", doctorText.flagRepo)
	c.Flags().BoolVar(&asJSON, "json", false, text.flagJSON)
	return c
}

// finding is a finding with its words.
type finding struct {
	doctor.Finding
	Message string `json:"message"`
	Hint    string `json:"hint,omitempty"`
}

func told(fs []doctor.Finding) []finding {
	out := []finding{}
	for _, f := range fs {
		x := doctorText.advice[strings.TrimSpace(f.Check+" "+string(f.State)+" "+f.Why)]
		var pairs []string
		for i, arg := range f.Args {
			pairs = append(pairs, fmt.Sprintf("{%d}", i), arg)
		}
		fill := strings.NewReplacer(pairs...)
		out = append(out, finding{f, fill.Replace(x.message), fill.Replace(x.hint)})
	}
	return out
}

func (a *app) tellFindings(fs []doctor.Finding, ill int) {
	for _, f := range told(fs) {
		fmt.Fprintf(a.out, doctorText.line, doctorText.states[string(f.State)], f.Message)
		if f.Hint != "" {
			fmt.Fprintf(a.out, doctorText.hint, f.Hint)
		}
	}
	if ill == 0 {
		fmt.Fprint(a.out, doctorText.sound)
		return
	}
	fmt.Fprintf(a.out, doctorText.ill, ill)
}
