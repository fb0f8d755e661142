package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/githook"
	"github.com/toshin-archive/toshin/internal/publish"
	"github.com/toshin-archive/toshin/internal/record"
)

func hookCommand(a *app) *cobra.Command {
	c := &cobra.Command{
		Use:   "hook",
		Short: publishText.hookShort,
		Long:  publishText.hookLong,
		Args:  cobra.NoArgs,
		RunE:  func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	var repo string
	c.PersistentFlags().StringVar(&repo, "repo", "", publishText.flagRepo)
	c.AddCommand(installCommand(a, &repo))
	for name, do := range map[string]func(*app, githook.Repo, githook.Settings, []githook.Update) error{
		"pre-receive": (*app).preReceive, "post-receive": (*app).postReceive,
	} {
		c.AddCommand(&cobra.Command{
			Use: name, Short: publishText.receiveShort, Hidden: true, Args: cobra.NoArgs,
			RunE: func(*cobra.Command, []string) error { return a.receive(repo, do) },
		})
	}
	return c
}

func installCommand(a *app, repo *string) *cobra.Command {
	var s githook.Settings
	c := &cobra.Command{
		Use:   "install",
		Short: publishText.installShort,
		Long:  publishText.installLong,
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if *repo == "" {
				return usageError{errors.New(publishText.needRepo)}
			}
			site, err := at(s.Site)
			if err != nil {
				return err
			}
			program, err := os.Executable()
			if err != nil {
				return fmt.Errorf("hook: %w", err)
			}
			err = githook.Install(a.ctx, *repo, program, s)
			if errors.Is(err, githook.ErrForeignHook) {
				return usageError{fmt.Errorf("%w\n%s", err, publishText.foreignHook)}
			}
			if err != nil {
				return err
			}
			fmt.Fprintf(a.out, publishText.installed, *repo, s.Branch, site.Live(), *repo, s.Branch)
			return nil
		},
	}
	siteFlag(c, &s.Site)
	c.Flags().StringVar(&s.Branch, "branch", "main", publishText.flagBranch)
	c.Flags().StringVar(&s.BaseURL, "base-url", "", text.flagBaseURL)
	c.Flags().StringVar(&s.PreviewURL, "preview-url", "", publishText.flagPreviewURL)
	c.Flags().IntVar(&s.Keep, "keep", defaultKeep, publishText.flagKeep)
	c.Flags().BoolVar(&s.AllowForce, "allow-force", false, publishText.flagForce)
	return c
}

// receive reads what git tells a hook and runs it.
func (a *app) receive(dir string, do func(*app, githook.Repo, githook.Settings, []githook.Update) error) error {
	if dir == "" {
		return usageError{errors.New(publishText.needRepo)}
	}
	r := githook.Repo{Dir: dir}
	us, err := githook.ReadUpdates(os.Stdin)
	if err != nil {
		return err
	}
	s, err := r.Settings(a.ctx)
	if err != nil {
		return err
	}
	return do(a, r, s, us)
}

func (a *app) preReceive(r githook.Repo, s githook.Settings, us []githook.Update) error {
	vs, err := r.PreReceive(a.ctx, s, us, a.options())
	if err != nil {
		return err
	}
	refused := false
	for _, v := range vs {
		refused = refused || v.Refused
		a.tellVerdict(v)
	}
	if refused {
		fmt.Fprint(a.err, publishText.refused)
		return errRecords
	}
	return nil
}

func (a *app) tellVerdict(v githook.Verdict) {
	diag.Print(a.err, a.lang, v.Faults)
	if v.Checked == nil {
		return
	}
	rep := newFindings(v.Checked, nil, a.lang)
	if v.Refused || rep.Errors > 0 {
		fmt.Fprintf(a.err, publishText.refusedRef, v.Ref)
	}
	a.tellFaults(v.Checked)
	a.tellRegister(v.Checked, record.Warning) // nobody runs check after a push that was taken
	if !v.Refused {
		fmt.Fprintf(a.err, publishText.accepted, v.Ref, rep.Public, len(rep.Withheld))
	}
}

func (a *app) postReceive(r githook.Repo, s githook.Settings, us []githook.Update) error {
	err := r.PostReceive(a.ctx, s, us, a.options(), pusher{a})
	if err != nil {
		fmt.Fprint(a.err, publishText.failed)
	}
	return err
}

// pusher tells whoever pushed; git shows it as "remote: …".
type pusher struct{ *app }

func (p pusher) Waiting() { p.tellWaiting() }
func (p pusher) Building(branch, commit string) {
	fmt.Fprintf(p.err, publishText.building, branch, commit)
}
func (p pusher) Published(r *publish.Result) { _ = p.tellPublished(r) } // the push is in already: nothing to refuse
func (p pusher) Gone(branch string)          { fmt.Fprintf(p.err, publishText.previewGone, branch) }
func (p pusher) Already(commit string)       { fmt.Fprintf(p.err, publishText.already, commit) }
func (p pusher) Nothing(ref string)          { fmt.Fprintf(p.err, publishText.nothing, ref) }
func (p pusher) Preview(branch, at string, r *publish.Result) {
	if at == "" {
		p.tellFaults(r.Built.Checked)
		fmt.Fprint(p.err, publishText.notBuilt)
		return
	}
	fmt.Fprintf(p.err, publishText.preview, branch, at)
}
