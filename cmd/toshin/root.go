package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

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

// usageError is a mistake in how the command was called.
type usageError struct{ error }

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
	hookCommand,
	publishCommand,
	rollbackCommand,
	releasesCommand,
	verifyCommand,
	exportCommand,
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
		Args:          cobra.NoArgs,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.SetArgs(args)
	root.SetOut(out)
	root.SetErr(errw)
	root.SetVersionTemplate("toshin {{.Version}}\n")
	root.SetUsageTemplate(text.usage)
	root.SetHelpTemplate(text.help)
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetHelpCommand(&cobra.Command{Use: "help", Hidden: true})
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
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
					return usageError{err}
				}
			}
			return nil
		}
		root.AddCommand(c)
	}
	return a.code(root.ExecuteContext(ctx))
}

// code tells a person of err and turns it into an exit code.
func (a *app) code(err error) int {
	var usage usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errRecords):
		return exitRecords
	case errors.As(err, &usage), strings.HasPrefix(err.Error(), "unknown command"):
		fmt.Fprintf(a.err, "toshin: %v\n%s\n", err, text.seeHelp)
		return exitUsage
	case errors.Is(err, context.Canceled):
		fmt.Fprintf(a.err, "toshin: %s\n", text.interrupted)
		return exitMachine
	}
	fmt.Fprintf(a.err, "toshin: %v\n", err)
	return exitMachine
}

// options are those of every run over an archive.
func (a *app) options() pipeline.Options {
	return pipeline.Options{Source: a.source, Jobs: a.jobs, Version: version(), Progress: newProgress(a.err), Log: a.err}
}
