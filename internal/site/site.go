// Package site is the last stage (サイト生成): pages, layouts and assets → a
// complete new site, put in the place of the old one at once.
//
// Hugo runs inside the program, as a library. Its library and not its command
// is called, so that faults come back as errors and nothing is printed.
package site

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"github.com/toshin-archive/toshin/internal/archive"
)

// Options of a build.
type Options struct {
	Archive    *archive.Archive
	ContentDir string // what the write stage made
	WorkDir    string // for Hugo's configuration and the unpacked layouts; the tool owns it
	LayoutFS   fs.FS  // with layouts/ and assets/ in it; the archive's own win, file by file
	OutDir     string
	Log        io.Writer // what Hugo says; nil: dropped
	Preview    bool      // every page asks search engines to stay away

	Program string // a sign of the very program: pages that another one made are made again

	// Feeds are the content files of the records that feeds may show.
	Feeds []string

	// Similar is what each page has of similar ones, as JSON, by its content file. It
	// is known only once the index is made, and no part of the page: layouts find it as
	// hugo.Data.similar.
	Similar map[string]json.RawMessage

	// Fill adds what the site has besides pages, such as the search files, to
	// the new folder before it takes the old one's place. All run side by side,
	// and with the making of the pages: each has files of its own.
	Fill []func(dir string) error
}

// Stats of a build.
type Stats struct {
	Files int
	Bytes int64
}

// Build makes the site in a folder beside OutDir and then swaps the two. After
// an error, or a kill at any moment, the old site stands. ErrPlace says that
// OutDir is no place for a site.
func Build(ctx context.Context, o Options) (Stats, error) {
	s, err := build(ctx, o)
	if err != nil {
		return s, fmt.Errorf("site: %w", err)
	}
	return s, nil
}

func build(ctx context.Context, o Options) (Stats, error) {
	out, err := place(o.OutDir, o.Archive.Dir)
	if err != nil {
		return Stats{}, err
	}
	if err := recoverSwap(out); err != nil {
		return Stats{}, err
	}
	fresh := out + ".new"
	if err := os.RemoveAll(fresh); err != nil {
		return Stats{}, err
	}
	defer os.RemoveAll(fresh)
	if err := unpack(o.LayoutFS, o.WorkDir); err != nil {
		return Stats{}, err
	}
	if err := os.MkdirAll(fresh, 0o755); err != nil {
		return Stats{}, err
	}
	if err := o.fill(fresh); err != nil {
		return Stats{}, err
	}
	if err := hint(fresh); err != nil {
		return Stats{}, err
	}
	if w, err := o.worker(); err != nil {
		return Stats{}, err
	} else if w != nil {
		if err := writeWorker(w, fresh); err != nil {
			return Stats{}, err
		}
	}
	if err := ctx.Err(); err != nil {
		return Stats{}, err
	}
	old, err := swap(fresh, out)
	if err != nil {
		return Stats{}, err
	}
	var s Stats
	var wg sync.WaitGroup
	wg.Go(func() { s, _ = measure(out) }) // it is up: what it comes to is no reason to fail
	err = os.RemoveAll(old)
	wg.Wait()
	return s, err
}

// fill makes the pages in dir, and all that stands beside them.
func (o Options) fill(dir string) error {
	errs := make([]error, 1+len(o.Fill))
	var wg sync.WaitGroup
	wg.Go(func() { errs[0] = o.pages(dir) })
	for i, f := range o.Fill {
		wg.Go(func() { errs[1+i] = f(dir) })
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func measure(dir string) (s Stats, err error) {
	err = filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		i, err := e.Info()
		if err == nil {
			s.Files++
			s.Bytes += i.Size()
		}
		return err
	})
	return s, err
}
