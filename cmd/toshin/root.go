package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/toshin-archive/toshin/internal/pipeline"
)

// Exit codes.
const (
	exitDone    = 0
	exitRecords = 1 // the records have errors
	exitUsage   = 2
	exitMachine = 3 // the machine failed: a disk, a permission, an interrupt
)

// errRecords ends a command whose faults have been told already.
var errRecords = errors.New("the records have errors")

// app is what the commands share: where they write, and the flags all have.
type app struct {
	ctx      context.Context
	out, err io.Writer
	source   string
	lang     string
	jobs     int
}

// commands is the table of subcommands, in the order of the help text.
var commands = []func(*app) *cobra.Command{
	serveCommand,
	buildCommand,
	checkCommand,
	parseCommand,
	searchCommand,
	explainCommand,
	initCommand,
	newCommand,
	hookCommand,
	publishCommand,
	rollbackCommand,
	releasesCommand,
	verifyCommand,
	exportCommand,
	auditCommand,
	doctorCommand,
	deployCommand,
}

// run runs one command line and returns its exit code.
func run(ctx context.Context, args []string, out, errw io.Writer) int {
	a := &app{ctx: ctx, out: out, err: errw}
	root := &cobra.Command{
		Use:           "toshin",
		Short:         text.rootShort,
		Long:          text.rootLong,
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       version(),
		Args:          noSuch,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.SetArgs(args)
	root.SetOut(out)
	root.SetErr(errw)
	root.SetVersionTemplate("toshin {{.Version}}\n")
	var ordered []*cobra.Command
	root.SetHelpFunc(func(c *cobra.Command, _ []string) {
		subs := c.Commands()
		if c == root {
			subs = ordered
		}
		writeHelp(c.OutOrStdout(), c, subs)
	})
	root.SuggestionsMinimumDistance = 2
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetHelpCommand(helpCommand(root))
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return badFlag(err) })
	root.Flags().BoolP("version", "v", false, text.flagVersion)
	f := root.PersistentFlags()
	f.StringVar(&a.source, "source", ".", text.flagSource)
	f.StringVar(&a.lang, "lang", "ja", text.flagLang)
	f.IntVar(&a.jobs, "jobs", 0, text.flagJobs)
	f.BoolP("help", "h", false, text.flagHelp)
	for _, make := range commands {
		c := make(a)
		args := c.Args
		c.Args = func(c *cobra.Command, got []string) error {
			if a.lang != "ja" && a.lang != "en" {
				return usageError{fmt.Errorf(text.badLang, a.lang)}
			}
			if args != nil {
				if err := args(c, got); err != nil {
					return usageError{fmt.Errorf(text.badArgs, useLine(c))}
				}
			}
			return nil
		}
		root.AddCommand(c)
		ordered = append(ordered, c)
	}
	return a.code(root.ExecuteContext(ctx))
}

// helpCommand is "toshin help check", for those who look for it there.
func helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{Use: "help", Hidden: true, RunE: func(_ *cobra.Command, args []string) error {
		c, rest, err := root.Find(args)
		if err == nil {
			err = noSuch(root, rest)
		}
		if err == nil {
			err = c.Help()
		}
		return err
	}}
}

// code tells a person of err and turns it into an exit code.
func (a *app) code(err error) int {
	err = misplaced(err)
	var usage usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errRecords):
		return exitRecords
	case errors.As(err, &usage):
		fmt.Fprintf(a.err, "toshin: %v\n%s\n", err, text.seeHelp)
		return exitUsage
	case errors.Is(err, context.Canceled):
		fmt.Fprintf(a.err, "toshin: %s\n", text.interrupted)
		return exitMachine
	}
	fmt.Fprintf(a.err, "toshin: %v\n", err)
	if r := remedy(err); r != "" {
		fmt.Fprintf(a.err, "toshin: %s\n", r)
	}
	return exitMachine
}

// options are those of every run over an archive.
func (a *app) options() pipeline.Options {
	return pipeline.Options{Source: a.source, Jobs: a.jobs, Version: version(), Progress: newProgress(a.err), Log: a.err}
}
