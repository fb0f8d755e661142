package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/toshin-archive/toshin"
	"github.com/toshin-archive/toshin/internal/scaffold"
)

func initCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "init フォルダー",
		Short:   text.initShort,
		Long:    text.initLong,
		Example: text.initExample,
		Args:    cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			err := scaffold.Write(args[0], toshin.Sample, toshin.Guides)
			if errors.Is(err, scaffold.ErrNotEmpty) {
				return usageError{fmt.Errorf(text.initNotEmpty, args[0])}
			}
			if err == nil {
				fmt.Fprintf(a.out, text.initDone, args[0], args[0])
			}
			return err
		},
	}
}
