package site

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/toshin-archive/toshin/internal/archive"
)

// stateFile, in the WorkDir, tells what the pages kept beside it were made of.
// It is removed before they are touched and written last: where it is missing,
// all pages are made anew.
const stateFile = "site.json"

// state is what decides the bytes of the pages.
type state struct {
	Key   string            // of all that every page depends on; "" where that cannot be told
	Pages map[string]string // sum of each page's content file, as the write stage noted it
}

// pages makes the pages of the site in the folder dest. What Hugo made is kept
// in the WorkDir, and only pages that changed since go through Hugo again.
func (o Options) pages(dest string) error {
	kept, note := filepath.Join(o.WorkDir, "site"), filepath.Join(o.WorkDir, stateFile)
	now, err := o.state()
	if err != nil {
		return err
	}
	was := readState(note)
	changed, gone := was.until(now)
	switch {
	case was.Key == "" || was.Key != now.Key || len(changed) > len(now.Pages)/4 || !archive.Sealed(kept):
		err = errors.Join(os.RemoveAll(note), os.RemoveAll(kept))
		if err == nil {
			err = o.renderAll(kept, now)
		}
		if err != nil && ownLayouts(o.Archive.Path("layouts")) {
			err = &archive.LayoutError{Err: err}
		}
	case len(changed)+len(gone) > 0:
		err = os.Remove(note)
		if err == nil {
			err = o.renderOnly(kept, changed, gone)
		}
	}
	if err != nil {
		return err
	}
	var g errgroup.Group
	if now.Key != "" {
		g.Go(func() error { return now.keep(kept, note) })
	}
	g.Go(func() error {
		// What stands near the root is finished in the new site, each in its own way.
		return Lay(kept, dest, func(p string) bool { return strings.Count(p, "/") > 1 })
	})
	if err := g.Wait(); err != nil {
		return err
	}
	return o.sitemap(dest)
}

// keep seals the pages in the folder kept and notes what they are made of.
func (s state) keep(kept, note string) error {
	if err := archive.Seal(kept); err != nil {
		return err
	}
	b, err := json.Marshal(s)
	if err != nil {
		return err
	}
	return os.WriteFile(note, b, 0o644)
}

func readState(file string) (s state) {
	b, err := os.ReadFile(file)
	if err != nil || json.Unmarshal(b, &s) != nil {
		return state{}
	}
	return s
}

// until lists the content files that changed or came, and those that went.
func (s state) until(now state) (changed, gone []string) {
	for _, f := range slices.Sorted(maps.Keys(now.Pages)) {
		if s.Pages[f] != now.Pages[f] {
			changed = append(changed, f)
		}
	}
	for _, f := range slices.Sorted(maps.Keys(s.Pages)) {
		if _, ok := now.Pages[f]; !ok {
			gone = append(gone, f)
		}
	}
	return changed, gone
}

// state reads it from the disk. A layout of the archive's own may show on one
// page what stands on another, so nothing is taken for unchanged then.
func (o Options) state() (state, error) {
	var s state
	b, err := os.ReadFile(filepath.Join(o.ContentDir, manifest))
	if err != nil || json.Unmarshal(b, &s.Pages) != nil {
		return state{}, nil
	}
	o.addData(s.Pages)
	if ownLayouts(o.Archive.Path("layouts")) {
		return s, nil
	}
	config, err := o.config("")
	if err != nil {
		return s, err
	}
	h := sha256.New()
	h.Write(config)
	h.Write([]byte(o.Program))
	for _, dir := range []fs.FS{o.LayoutFS, o.Archive.Sub("assets"), o.Archive.Sub("content")} {
		err := fs.WalkDir(dir, ".", func(p string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				if errors.Is(err, fs.ErrNotExist) {
					return nil
				}
				return err
			}
			b, err := fs.ReadFile(dir, p)
			sum := sha256.Sum256(b)
			h.Write([]byte(p + "\x00" + string(sum[:])))
			return err
		})
		if err != nil {
			return s, err
		}
	}
	s.Key = hex.EncodeToString(h.Sum(nil))
	return s, nil
}

func ownLayouts(dir string) bool {
	found := false
	_ = filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err != nil {
			return nil
		}
		if e.IsDir() && e.Name() == "_body" {
			return fs.SkipDir // bodies are the write stage's
		}
		found = found || !e.IsDir() && !strings.HasPrefix(e.Name(), ".")
		return nil
	})
	return found
}

// pageOf is the page that a content file becomes: minutes/h29-2.html →
// minutes/h29-2/index.html.
func pageOf(file string) string {
	if path.Base(file) == "_index.html" {
		return path.Join(path.Dir(file), "index.html")
	}
	return path.Join(strings.TrimSuffix(file, ".html"), "index.html")
}
