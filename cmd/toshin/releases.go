package main

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/toshin-archive/toshin/internal/publish"
	"github.com/toshin-archive/toshin/internal/release"
)

func now() time.Time { return time.Now().UTC().Truncate(time.Second) }

func releasesCommand(a *app) *cobra.Command {
	var site string
	var keep int
	var prune, asJSON bool
	c := &cobra.Command{
		Use:   "releases",
		Short: publishText.releasesShort,
		Long:  publishText.releasesLong,
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			s, err := at(site)
			if err != nil {
				return err
			}
			if prune {
				if err := a.prune(s, keep); err != nil {
					return err
				}
			}
			rs, err := s.List()
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(a.out, rs)
			}
			a.tellReleases(rs)
			return nil
		},
	}
	siteFlag(c, &site)
	c.Flags().BoolVar(&prune, "prune", false, publishText.flagPrune)
	c.Flags().IntVar(&keep, "keep", defaultKeep, publishText.flagKeep)
	c.Flags().BoolVar(&asJSON, "json", false, text.flagJSON)
	return c
}

func (a *app) prune(s release.Site, keep int) error {
	unlock, err := s.Lock(a.ctx, a.tellWaiting)
	if err != nil {
		return err
	}
	defer unlock()
	gone, err := s.Prune(keep)
	if err != nil || len(gone) == 0 {
		return err
	}
	fmt.Fprintf(a.err, publishText.pruned, strings.Join(gone, " "))
	return s.Log(release.Entry{Time: now(), Action: "prune", Release: strings.Join(gone, " "), By: publish.Account()})
}

func (a *app) tellReleases(rs []release.Release) {
	if len(rs) == 0 {
		fmt.Fprint(a.out, publishText.noReleases)
	}
	for _, r := range rs {
		mark := " "
		if r.Live {
			mark = publishText.live
		}
		fmt.Fprintf(a.out, "%s %s  %s  %s %d\n", mark, r.ID, r.At.Format(time.DateTime), counts["records"], r.Records)
	}
}

func verifyCommand(a *app) *cobra.Command {
	var site string
	var asJSON bool
	c := &cobra.Command{
		Use:   "verify [フォルダー]",
		Short: publishText.verifyShort,
		Long:  publishText.verifyLong,
		Args:  cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			dir := strings.Join(args, "")
			if dir == "" {
				s, err := at(site)
				if err != nil {
					return err
				}
				dir = s.Live()
			}
			m, faults, err := release.Verify(dir)
			if errors.Is(err, release.ErrNone) {
				return usageError{err}
			}
			if err != nil {
				return err
			}
			return a.tellVerified(dir, m, faults, asJSON)
		},
	}
	siteFlag(c, &site)
	c.Flags().BoolVar(&asJSON, "json", false, text.flagJSON)
	return c
}

func (a *app) tellVerified(dir string, m *release.Manifest, faults []release.Fault, asJSON bool) error {
	var err error
	switch {
	case asJSON:
		err = writeJSON(a.out, struct {
			Commit  string          `json:"commit,omitempty"`
			Program string          `json:"program"`
			Files   int             `json:"files"`
			Faults  []release.Fault `json:"faults"`
		}{m.Commit, m.Program, len(m.Files), append([]release.Fault{}, faults...)})
	case len(faults) == 0:
		fmt.Fprintf(a.out, publishText.verified, dir, len(m.Files), len(m.Records))
	default:
		word := map[string]string{"missing": publishText.missing, "changed": publishText.changed, "extra": publishText.extra}
		for _, f := range faults {
			fmt.Fprintf(a.out, "  %s: %s\n", f.Path, word[f.What])
		}
		fmt.Fprintf(a.out, publishText.faults, dir, len(faults))
	}
	if err == nil && len(faults) > 0 {
		return errRecords
	}
	return err
}
