package main

import (
	"errors"
	"fmt"
	"os/exec"
	"strings"

	"github.com/spf13/cobra"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/history"
	"github.com/toshin-archive/toshin/internal/publish"
	"github.com/toshin-archive/toshin/internal/release"
)

// defaultKeep releases stand: a year of monthly meetings, with mistakes.
const defaultKeep = 20

func siteFlag(c *cobra.Command, site *string) {
	c.Flags().StringVar(site, "site", "", publishText.flagSite)
}

// at is the publication folder a command works on.
func at(site string) (release.Site, error) {
	if site == "" {
		return release.Site{}, usageError{errors.New(publishText.needSite)}
	}
	return release.Site{Dir: site}, nil
}

func publishCommand(a *app) *cobra.Command {
	var site, baseURL string
	var keep int
	c := &cobra.Command{
		Use:   "publish",
		Short: publishText.publishShort,
		Long:  publishText.publishLong,
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			s, err := at(site)
			if err != nil {
				return err
			}
			unlock, err := s.Lock(a.ctx, a.tellWaiting)
			if err != nil {
				return err
			}
			defer unlock()
			o := publish.Options{Site: s, Commit: a.commit(), Keep: keep, Build: a.options()}
			o.Build.History = a.history(o.Commit)
			o.Build.BaseURL = baseURL
			r, err := publish.Live(a.ctx, o)
			if err != nil {
				return err
			}
			return a.tellPublished(r)
		},
	}
	siteFlag(c, &site)
	c.Flags().StringVar(&baseURL, "base-url", "", text.flagBaseURL)
	c.Flags().IntVar(&keep, "keep", defaultKeep, publishText.flagKeep)
	return c
}

// commit is that of the archive's repository, where nothing in it is changed
// since; a site must not name a commit that it was not made from.
func (a *app) commit() string {
	git := func(args ...string) (string, error) {
		b, err := exec.CommandContext(a.ctx, "git", append([]string{"-C", a.source}, args...)...).Output()
		return strings.TrimSpace(string(b)), err
	}
	if changed, err := git("status", "--porcelain", "--", "."); err != nil || changed != "" {
		return ""
	}
	id, err := git("rev-parse", "--verify", "--quiet", "HEAD")
	if err != nil {
		return ""
	}
	return id
}

// history tells when the records' files came and changed, where a commit is all
// that the archive is; nil where it is not, or git cannot say.
func (a *app) history(commit string) history.Files {
	if commit == "" {
		return nil
	}
	args := append([]string{"-C", a.source, "-c", "core.quotePath=false"}, history.Args(commit, archive.RecordsDir)...)
	b, err := exec.CommandContext(a.ctx, "git", args...).Output()
	if err != nil {
		return nil
	}
	return history.Parse(b)
}

func (a *app) tellWaiting() { fmt.Fprint(a.err, publishText.waiting) }

func (a *app) tellPublished(r *publish.Result) error {
	if r.Built != nil {
		a.tellFaults(r.Built.Checked)
	}
	if r.Release == nil {
		fmt.Fprint(a.err, publishText.notBuilt)
		return errRecords
	}
	fmt.Fprintf(a.out, publishText.published, r.Release.ID, r.Release.Records, r.Release.Files)
	if len(r.Pruned) > 0 {
		fmt.Fprintf(a.out, publishText.pruned, strings.Join(r.Pruned, " "))
	}
	return nil
}

func rollbackCommand(a *app) *cobra.Command {
	var site string
	var again bool
	c := &cobra.Command{
		Use:   "rollback [版]",
		Short: publishText.rollbackShort,
		Long:  publishText.rollbackLong,
		Args:  cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			s, err := at(site)
			if err != nil {
				return err
			}
			unlock, err := s.Lock(a.ctx, a.tellWaiting)
			if err != nil {
				return err
			}
			defer unlock()
			r, err := s.Rollback(strings.Join(args, ""), again)
			var w *release.Withdrawn
			switch {
			case errors.As(err, &w):
				fmt.Fprintf(a.err, publishText.withdrawn, w.ID, len(w.Records))
				for _, id := range w.Records {
					fmt.Fprintf(a.err, "  %s\n", id)
				}
				return errRecords
			case errors.Is(err, release.ErrNone):
				return usageError{errors.New(publishText.noRelease)}
			case err != nil:
				return err
			}
			fmt.Fprintf(a.out, publishText.rolledBack, r.ID)
			return s.Log(release.Entry{Time: now(), Action: "rollback", Release: r.ID, Commit: r.Commit, By: publish.Account()})
		},
	}
	siteFlag(c, &site)
	c.Flags().BoolVar(&again, "again", false, publishText.flagAgain)
	return c
}
