// Command bench measures toshin beside its peers, each doing the same work on
// the same machine in turn, and prints the table of docs/design.md's budgets:
//
//	go run ./internal/bench -size 1000 -runs 3 [-md table.md]
//
// The corpus is made by the generator in ../shared/tools/perf: site/ is what
// bare Hugo builds, records/ the same text as minutes, which toshin builds with
// all its stages. Everything happens in a folder of its own, on tmpfs where the
// machine has one: a disk's noise is threefold.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// options of a run.
type options struct {
	size, runs     int
	pagefind       bool
	built          bool // the sites stand in dir from an earlier run
	dir, md, files string

	only  bool   // of all that is measured only what comparing costs
	town  string // how dense the archive is that comparing is measured on
	build string // build this archive and nothing else: how a run measures itself
	bare  bool
}

func run(ctx context.Context) error {
	var o options
	flag.IntVar(&o.size, "size", 1000, "how many records")
	flag.IntVar(&o.runs, "runs", 3, "runs of each contender; the median counts")
	flag.BoolVar(&o.pagefind, "pagefind", true, "measure Pagefind beside (90 s and 13.5 GB of memory for 10,000 records)")
	flag.StringVar(&o.md, "md", "", "also write the tables to this Markdown file")
	flag.StringVar(&o.files, "rows", "", "also write every request of every query to this file")
	flag.StringVar(&o.dir, "dir", "", "work in this folder and keep it (default: a temporary one)")
	flag.BoolVar(&o.built, "built", false, "measure only the searches, of what an earlier run left in -dir")
	flag.BoolVar(&o.only, "compare", false, "measure only what comparing costs")
	flag.StringVar(&o.town, "town", "real", "what comparing is measured on: an archive as dense as real, council or dense say (package town)")
	flag.StringVar(&o.build, "build", "", "build this archive, and measure nothing: for the bench itself")
	flag.BoolVar(&o.bare, "bare", false, "with -build: without what researchers compare")
	flag.Parse()
	if o.build != "" {
		return buildHere(ctx, o.build, o.bare)
	}

	repo, err := repository()
	if err != nil {
		return err
	}
	work, err := workspace(o.dir)
	if err != nil {
		return err
	}
	if o.dir == "" {
		defer os.RemoveAll(work)
	}
	tell("in %s", work)

	var extras extras
	if !o.built {
		if extras, err = measureExtras(ctx, work, o.size, o.runs, o.town); err != nil {
			return err
		}
	}
	if o.only {
		return give(extras.report(), o.md)
	}
	corpus, err := makeCorpus(ctx, repo, work, o)
	if err != nil {
		return err
	}
	var hugo *hugo
	if !o.built {
		if hugo, err = newHugo(ctx, repo, corpus); err != nil {
			return err
		}
	}
	toshin, err := newToshin(ctx, repo, corpus, o.built)
	if err != nil {
		return err
	}
	var r results
	if !o.built {
		if err := r.builds(ctx, hugo, toshin, o.runs); err != nil {
			return err
		}
	}
	if r.sizes, err = toshin.sizes(); err != nil {
		return err
	}
	var engines []*engine
	if o.pagefind {
		pf, err := newPagefind(ctx, repo, corpus)
		if err != nil {
			return err
		}
		if !o.built {
			if err := r.pagefind.add(pf.index(ctx)); err != nil {
				return err
			}
			tell("Pagefind's index %v", r.pagefind.last())
		}
		e, err := pf.search()
		if err != nil {
			return err
		}
		engines = append(engines, e)
	}
	own, err := toshin.search(repo)
	if err != nil {
		return err
	}
	asked, err := compare(ctx, append(engines, own), o.runs)
	if err != nil {
		return err
	}
	r.own = asked[len(asked)-1]
	if o.pagefind {
		r.peer = asked[0]
	}
	if o.files != "" {
		if err := toshin.rows(r.own, o.files); err != nil {
			return err
		}
	}
	totals := map[string]int{}
	for _, a := range r.own {
		totals[a.query] = a.total
	}
	if r.quality, err = toshin.quality(ctx, totals); err != nil {
		return err
	}

	report := r.report(corpus, machine(ctx, work, hugo, toshin))
	if !o.built {
		report += extras.report()
	}
	return give(report, o.md)
}

// give prints a report, and writes it to a file where one is named.
func give(report, file string) error {
	fmt.Print(report)
	if file == "" {
		return nil
	}
	return os.WriteFile(file, []byte(report), 0o644)
}

// builds measures in turn, so that a machine that grows slower or faster does so
// for both.
func (r *results) builds(ctx context.Context, hugo *hugo, toshin *toshin, runs int) error {
	for i := range runs {
		if err := r.hugo.add(hugo.build(ctx)); err != nil {
			return err
		}
		tell("run %d: hugo %v", i+1, r.hugo.last())
		if err := r.cold.add(toshin.cold(ctx)); err != nil {
			return err
		}
		tell("run %d: toshin, cold %v", i+1, r.cold.last())
		if err := r.changed.add(toshin.changed(ctx, i)); err != nil {
			return err
		}
		tell("run %d: toshin, one record changed %v", i+1, r.changed.last())
	}
	return nil
}

// repository is the folder of the go.mod above the working directory.
func repository() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		if filepath.Dir(dir) == dir {
			return "", fmt.Errorf("not inside the repository: no go.mod above the working directory")
		}
		dir = filepath.Dir(dir)
	}
}

// workspace is the folder that is measured in.
func workspace(dir string) (string, error) {
	if dir != "" {
		return dir, os.MkdirAll(dir, 0o755)
	}
	if st, err := os.Stat("/dev/shm"); err == nil && st.IsDir() {
		if tmp, err := os.MkdirTemp("/dev/shm", "toshin-bench-"); err == nil {
			return tmp, nil
		}
	}
	return os.MkdirTemp("", "toshin-bench-")
}

func tell(format string, args ...any) { fmt.Fprintf(os.Stderr, "bench: "+format+"\n", args...) }
