package main

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/toshin-archive/toshin/internal/bench/town"
	"github.com/toshin-archive/toshin/internal/parse/cite"
	"github.com/toshin-archive/toshin/internal/pipeline"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// extras are what comparing costs: builds of the same archive (package town)
// with and without all that only researchers need, in turn.
type extras struct {
	of         string // name of the town's density
	town       town.Stats
	with, bare samples
	reading    time.Duration // of the processor, to find the mentions: both builds do it
}

// measureExtras makes the archive below work and builds it with this very
// program, so that each build has a process of its own.
func measureExtras(ctx context.Context, work string, size, runs int, of string) (x extras, err error) {
	density, ok := town.Densities[of]
	if !ok {
		return x, fmt.Errorf("-town %s: there are %s", of, strings.Join(slices.Sorted(maps.Keys(town.Densities)), ", "))
	}
	x.of = of
	dir := filepath.Join(work, "town")
	if err = os.RemoveAll(dir); err != nil {
		return x, err
	}
	if x.town, err = town.Write(dir, size, density); err != nil {
		return x, err
	}
	self, err := os.Executable()
	if err != nil {
		return x, err
	}
	for i := range runs {
		for _, c := range []struct {
			into *samples
			args []string
		}{{&x.bare, []string{"-bare"}}, {&x.with, nil}} {
			for _, made := range []string{"public", ".toshin"} {
				if err := os.RemoveAll(filepath.Join(dir, made)); err != nil {
					return x, err
				}
			}
			s, _, err := measure(ctx, dir, self, append(c.args, "-build", dir)...)
			if err := c.into.add(s, err); err != nil {
				return x, err
			}
			tell("run %d: %s %v, processor %.1f s", i+1, strings.Join(append(c.args, "build"), " "), s, s.cpu.Seconds())
		}
	}
	x.reading, err = readMentions(filepath.Join(dir, "data", "records"))
	return x, err
}

// buildHere is what a build's own process does, its memory bounded as toshin's is.
func buildHere(ctx context.Context, dir string, bare bool) error {
	pipeline.LimitMemory()
	b, err := pipeline.Build(ctx, pipeline.Options{Source: dir, Bare: bare, Today: time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC)})
	if err == nil && !b.Done {
		err = fmt.Errorf("%s: nothing may be built", dir)
	}
	return err
}

// readMentions is what the parsers take to find mentions and provisions.
func readMentions(dir string) (took time.Duration, err error) {
	err = filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		s := textutil.Key(string(b))
		start := processorTime()
		cite.Find(s)
		cite.Provisions(s, cite.Layout{})
		took += processorTime() - start
		return nil
	})
	return took, err
}

// processorTime is what this process has used.
func processorTime() time.Duration {
	var ru syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &ru); err != nil {
		panic("bench: " + err.Error()) // a fixed argument
	}
	return time.Duration(ru.Utime.Nano() + ru.Stime.Nano())
}

// ratios are what the extras take of a build without them: by the processor's
// time, the finding of mentions taken out of it and added to them, and by the
// clock, where both builds find mentions.
func (x extras) ratios() (processor, clock float64) {
	without := x.bare.cpu() - x.reading
	return float64(x.with.cpu()-without) / float64(without), float64(x.with.wall()-x.bare.wall()) / float64(x.bare.wall())
}

func (x extras) report() string {
	processor, clock := x.ratios()
	return fmt.Sprintf("What comparing costs, %s town: %d minutes and %d replies (%.1f MB) with cases, types, citations, counts, similar replies and files for researchers.\n\n"+
		"| | without | with | more, ÷ without | budget |\n|---|--:|--:|--:|--:|\n"+
		"| cold build, processor (finding mentions %.2f s) | %.1f s | %.1f s | %.2f | ≤ 0.3 |\n"+
		"| cold build, clock | %.1f s | %.1f s | %.2f | ≤ 0.3 |\n"+
		"| peak memory | %.0f MB | %.0f MB | | |\n\n",
		x.of, x.town.Minutes, x.town.Replies, mb(x.town.Bytes), x.reading.Seconds(),
		(x.bare.cpu() - x.reading).Seconds(), x.with.cpu().Seconds(), processor,
		x.bare.wall().Seconds(), x.with.wall().Seconds(), clock, mb(x.bare.memory()), mb(x.with.memory()))
}
