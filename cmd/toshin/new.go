package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/scaffold"
)

func newCommand(a *app) *cobra.Command {
	var out, council, day string
	var ordinal int
	c := &cobra.Command{
		Use:       "new minutes|reply",
		Short:     newText.short,
		Long:      newText.long,
		Example:   newText.example,
		Args:      cobra.ExactArgs(1),
		ValidArgs: []string{string(record.KindMinutes), string(record.KindReply)},
		RunE: func(c *cobra.Command, args []string) error {
			b := scaffold.Blank{Kind: record.Kind(args[0]), Council: council, Ordinal: ordinal, Day: time.Now()}
			if !slices.Contains(c.ValidArgs, args[0]) {
				return usageError{fmt.Errorf(newText.badKind, args[0])}
			}
			if ordinal < 1 || ordinal > 9999 {
				return usageError{errors.New(newText.badNumber)}
			}
			if day != "" {
				d, err := time.Parse(time.DateOnly, day)
				if err != nil || d.Year() < 1950 || d.Year() > 2200 {
					return usageError{fmt.Errorf(newText.badDay, day)}
				}
				b.Day = d
			}
			if b.Council == "" {
				arch, _, err := archive.Open(a.source)
				if err != nil {
					return err
				}
				b.Council = councilOf(b.Kind, &arch.Config)
			}
			t, err := b.Text()
			if err != nil {
				return err
			}
			return a.writeBlank(b.Kind, out, t)
		},
	}
	f := c.Flags()
	f.StringVar(&out, "out", "", newText.flagOut)
	f.StringVar(&council, "council", "", newText.flagCouncil)
	f.StringVar(&day, "date", "", newText.flagDay)
	f.IntVar(&ordinal, "number", 1, newText.flagNumber)
	return c
}

// councilOf is the body that most likely keeps such a record: that of the
// config whose name says so, else the first, else a made-up one.
func councilOf(kind record.Kind, cfg *archive.Config) string {
	word, city := "審議会", cfg.City
	if kind == record.KindReply {
		word = "審査会"
	}
	for _, k := range cfg.Councils {
		if strings.HasSuffix(k.Name, word) {
			return k.Name
		}
	}
	if len(cfg.Councils) > 0 && kind == record.KindMinutes {
		return cfg.Councils[0].Name
	}
	if city == "" {
		city = "見晴市"
	}
	return city + "情報公開・個人情報保護" + word
}

// writeBlank writes the blank to a new file, or shows it; what to do next goes
// where it is in nobody's way.
func (a *app) writeBlank(kind record.Kind, out string, t []byte) error {
	guide := newText.minutes
	if kind == record.KindReply {
		guide = newText.reply
	}
	if out == "" {
		if _, err := a.out.Write(t); err != nil {
			return err
		}
		fmt.Fprint(a.err, newText.shown+guide)
		return nil
	}
	if ext := strings.ToLower(filepath.Ext(out)); ext != ".txt" {
		return usageError{fmt.Errorf(newText.badName, out)}
	}
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return err
	}
	f, err := os.OpenFile(out, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return usageError{fmt.Errorf(newText.exists, out)}
	}
	if err != nil {
		return err
	}
	_, err = f.Write(t)
	if err = errors.Join(err, f.Close()); err == nil {
		fmt.Fprintf(a.out, newText.written+guide+newText.next, out, out)
	}
	return err
}
