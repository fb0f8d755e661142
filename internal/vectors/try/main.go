// Command try runs tables of vectors (package vectors) on both engines: bleve,
// as toshin search has it, and the browser's, in Chromium over the search files.
//
//	make vectors FILE=table.tsv
//
// It lists what fails and closes with one line of counts. Failures are its
// answer, not its fault: it exits with 1 only where it could not try.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"

	"github.com/toshin-archive/toshin/internal/vectors"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Stdout, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "vectors:", err)
		os.Exit(1)
	}
}

// An engine answers a query over one archive with every hit, best first.
type engine struct {
	name string
	ask  func(context.Context, []*archive) ([][][]hit, error) // by archive, by query
}

var engines = []engine{{"bleve", askBleve}, {"browser", askBrowser}}

func run(ctx context.Context, w io.Writer, files []string) error {
	if len(files) == 0 {
		return fmt.Errorf("usage: try TABLE.tsv…")
	}
	dir, err := os.MkdirTemp("", "vectors")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	totals := make([]counts, len(engines))
	for i, f := range files {
		rows, err := readTable(f)
		if err != nil {
			return err
		}
		archives, err := build(ctx, filepath.Join(dir, fmt.Sprint(i)), rows)
		if err != nil {
			return fmt.Errorf("%s: %w", f, err)
		}
		for k, e := range engines {
			answers, err := e.ask(ctx, archives)
			if err != nil {
				return fmt.Errorf("%s: %s: %w", f, e.name, err)
			}
			for n, a := range archives {
				totals[k].judge(w, fmt.Sprintf("%s: %s", e.name, filepath.Base(f)), a, answers[n])
			}
		}
	}
	fmt.Fprintf(w, "vectors: %s %v; %s %v\n", engines[0].name, totals[0], engines[1].name, totals[1])
	return nil
}

func readTable(file string) ([]vectors.Row, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := vectors.Read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return rows, nil
}
