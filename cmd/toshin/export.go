package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/toshin-archive/toshin/internal/export"
	"github.com/toshin-archive/toshin/internal/pipeline"
)

func exportCommand(a *app) *cobra.Command {
	var out string
	c := &cobra.Command{
		Use:   "export",
		Short: publishText.exportShort,
		Long:  publishText.exportLong,
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if out == "" {
				return usageError{errors.New(publishText.needOut)}
			}
			o := a.options()
			o.History = a.history(a.commit())
			c, s, err := pipeline.Export(a.ctx, o, out)
			if errors.Is(err, export.ErrForeign) {
				return usageError{fmt.Errorf(publishText.foreignFiles, out)}
			}
			if err != nil {
				return err
			}
			a.tellFaults(c)
			if c.Untrue {
				return errRecords
			}
			fmt.Fprintf(a.out, publishText.exported, out, s.Records, s.Passages, s.Files)
			return nil
		},
	}
	c.Flags().StringVar(&out, "out", "", publishText.flagExport)
	return c
}
