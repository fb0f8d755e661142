package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/toshin-archive/toshin/internal/deploy"
	"github.com/toshin-archive/toshin/internal/release"
)

func deployCommand(a *app) *cobra.Command {
	var site string
	var o deploy.Options
	c := &cobra.Command{
		Use:     "deploy [フォルダー]",
		Short:   deployText.short,
		Long:    deployText.long,
		Example: deployText.example,
		Args:    cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if o.Target == "" {
				return usageError{errors.New(deployText.needTarget)}
			}
			switch {
			case len(args) > 0:
				o.Dir = args[0]
			case site != "":
				o.Dir = release.Site{Dir: site}.Live()
			default:
				o.Dir = filepath.Join(a.source, "public")
			}
			return a.deploy(o)
		},
	}
	siteFlag(c, &site)
	c.Flags().StringVar(&o.Target, "to", "", deployText.flagTo)
	c.Flags().BoolVar(&o.DryRun, "dry-run", false, deployText.flagDryRun)
	c.Flags().BoolVar(&o.Force, "force", false, deployText.flagForce)
	return c
}

// deploy sends a site that is whole: a release is held against its manifest
// first.
func (a *app) deploy(o deploy.Options) error {
	dir, err := filepath.EvalSymlinks(o.Dir) // the live site is a link
	if err == nil {
		_, err = os.Stat(filepath.Join(dir, filepath.FromSlash(deploy.Marker)))
	}
	if err != nil {
		return usageError{fmt.Errorf(deployText.noSite, o.Dir)}
	}
	o.Dir = dir
	m, faults, err := release.Verify(dir)
	switch {
	case errors.Is(err, release.ErrNone): // built by hand
	case err != nil:
		return err
	case len(faults) > 0:
		return a.tellVerified(dir, m, faults, false)
	}
	target, _, _ := strings.Cut(o.Target, "?")
	switch err := deploy.Site(a.ctx, o); {
	case errors.Is(err, deploy.ErrNotBuiltIn):
		return usageError{errors.New(deployText.notBuiltIn)}
	case errors.Is(err, deploy.ErrForeign):
		return usageError{fmt.Errorf(deployText.foreign, target)}
	case err != nil:
		return err
	}
	if o.DryRun {
		fmt.Fprintf(a.out, deployText.tried, target)
	} else {
		fmt.Fprintf(a.out, deployText.done, dir, target)
	}
	return nil
}
