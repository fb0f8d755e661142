package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/mattn/go-runewidth"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// writeHelp explains c: what it does, how it is called, examples, options.
// Columns are aligned by width, which the library counts in bytes.
func writeHelp(w io.Writer, c *cobra.Command, commands []*cobra.Command) {
	long := c.Long
	if long == "" {
		long = c.Short
	}
	fmt.Fprintf(w, "%s\n\n%s\n  %s%s\n", long, text.helpUsage, useLine(c), text.helpOptions)
	var rows [][2]string
	for _, sub := range commands {
		if !sub.Hidden {
			rows = append(rows, [2]string{sub.Name(), sub.Short})
		}
	}
	section(w, text.helpCommands, rows)
	if c.Example != "" {
		fmt.Fprintf(w, "\n%s\n%s\n", text.helpExamples, c.Example)
	}
	if c.HasParent() {
		section(w, text.helpOwn, options(c.LocalNonPersistentFlags(), c.PersistentFlags()))
		section(w, text.helpShared, options(c.InheritedFlags()))
	} else {
		section(w, text.helpShared, options(c.LocalFlags()))
	}
	fmt.Fprintf(w, "\n%s\n", text.helpExit)
}

// useLine is how c is called, less its options.
func useLine(c *cobra.Command) string {
	if !c.HasParent() {
		return c.Name() + " " + text.helpCommand
	}
	s := c.Parent().CommandPath() + " " + c.Use
	if c.HasAvailableSubCommands() {
		s += " " + text.helpCommand
	}
	return s
}

func options(sets ...*pflag.FlagSet) [][2]string {
	var rows [][2]string
	for _, set := range sets {
		set.VisitAll(func(f *pflag.Flag) {
			if f.Hidden {
				return
			}
			value, usage := pflag.UnquoteUsage(f)
			name := "--" + f.Name
			if f.Shorthand != "" {
				name = "-" + f.Shorthand + ", " + name
			}
			if value != "" {
				name += " " + value
			}
			switch f.DefValue {
			case "", "0", "false":
			default:
				usage += fmt.Sprintf(text.helpDefault, f.DefValue)
			}
			rows = append(rows, [2]string{name, usage})
		})
	}
	return rows
}

func section(w io.Writer, title string, rows [][2]string) {
	if len(rows) == 0 {
		return
	}
	cond := runewidth.Condition{EastAsianWidth: true}
	width := 0
	for _, r := range rows {
		width = max(width, cond.StringWidth(r[0]))
	}
	fmt.Fprintf(w, "\n%s\n", title)
	for _, r := range rows {
		fmt.Fprintf(w, "  %s%s  %s\n", r[0], strings.Repeat(" ", width-cond.StringWidth(r[0])), r[1])
	}
}
