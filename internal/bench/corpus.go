package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
)

// corpus is the same made-up minutes twice: as a Hugo site and as records.
type corpus struct {
	site    string // folder of bare Hugo's site
	records string // folder of minutes, one text file each
	size    int    // how many
	bytes   int64  // of the records
}

// generator is where the project keeps the tools that its peers were measured
// with. They are no part of the repository.
const generator = "../shared/tools/perf/gen"

// makeCorpus generates size records. The generator is seeded: the same size
// gives the same bytes, and a smaller corpus is the beginning of a larger one.
func makeCorpus(ctx context.Context, repo, work string, o options) (*corpus, error) {
	out := filepath.Join(work, "corpus")
	c := &corpus{site: filepath.Join(out, "site"), records: filepath.Join(out, "records"), size: o.size}
	if !o.built {
		if err := generate(ctx, repo, work, out, o.size); err != nil {
			return nil, err
		}
	}
	var err error
	c.bytes, _, err = folderSize(c.records)
	return c, err
}

func generate(ctx context.Context, repo, work, out string, size int) error {
	src := filepath.Join(repo, filepath.FromSlash(generator))
	if _, err := os.Stat(src); err != nil {
		return fmt.Errorf("no generator: %s must stand beside the repository", generator)
	}
	bin := filepath.Join(work, "gen")
	if err := command(ctx, src, "go", "build", "-o", bin, "."); err != nil {
		return fmt.Errorf("generator: %w", err)
	}
	if err := os.RemoveAll(out); err != nil {
		return err
	}
	if err := command(ctx, work, bin, "-n", strconv.Itoa(size), "-out", out); err != nil {
		return fmt.Errorf("generator: %w", err)
	}
	return nil
}

// command runs a program that is not measured.
func command(ctx context.Context, dir, name string, args ...string) error {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", name, err, tail(out, 2000))
	}
	return nil
}

// folderSize is the sum of the bytes of dir's files, and their number.
func folderSize(dir string) (bytes int64, files int, err error) {
	err = filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		st, err := e.Info()
		if err == nil {
			bytes, files = bytes+st.Size(), files+1
		}
		return err
	})
	return bytes, files, err
}
