package site

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// slice is how many pages Hugo gets at once: it holds each in memory three times
// until it has made them all, 100 KB of a record of 4,600 characters. A run costs
// it a tenth of a second besides the pages.
const slice = 1000

// renderAll makes all pages in the folder kept, a slice of them at a time. Feeds
// and sections are made each time from all that they show, and so are the same
// each time. Layouts of the archive's own may show any page on any other, and
// get all at once.
func (o Options) renderAll(kept string, now state) error {
	if now.Key == "" || len(now.Pages) <= slice {
		if err := o.give(maps.Keys(o.Similar)); err != nil {
			return err
		}
		return o.render(kept)
	}
	sections, err := o.sections()
	if err != nil {
		return err
	}
	for some := range slices.Chunk(slices.Sorted(maps.Keys(now.Pages)), slice) {
		if err := o.renderPart(kept, some, sections, o.Feeds); err != nil {
			return err
		}
	}
	return nil
}

// renderPart makes the pages of some content files alone in the folder dest.
func (o Options) renderPart(dest string, files ...[]string) error {
	part := o
	part.ContentDir = filepath.Join(o.WorkDir, "part")
	if err := os.RemoveAll(part.ContentDir); err != nil {
		return err
	}
	defer os.RemoveAll(part.ContentDir)
	all := slices.Compact(slices.Sorted(slices.Values(slices.Concat(files...))))
	if err := o.give(slices.Values(all)); err != nil {
		return err
	}
	for _, f := range all {
		to := filepath.Join(part.ContentDir, filepath.FromSlash(f))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if os.Link(filepath.Join(o.ContentDir, filepath.FromSlash(f)), to) == nil {
			continue
		}
		if err := copyFile(o.ContentDir, part.ContentDir, f); err != nil {
			return err
		}
	}
	return part.render(dest)
}

// renderOnly makes the changed pages and the feeds again and puts them among
// those that were kept. Hugo gets those pages alone, with the sections they
// stand in and the records that feeds show.
func (o Options) renderOnly(kept string, changed, gone []string) error {
	sections, err := o.sections()
	if err != nil {
		return err
	}
	made := filepath.Join(o.WorkDir, "made")
	if err := os.RemoveAll(made); err != nil {
		return err
	}
	defer os.RemoveAll(made)
	if err := o.renderPart(made, changed, sections, o.Feeds); err != nil {
		return err
	}
	for _, f := range changed {
		if err := copyFile(made, kept, pageOf(f)); err != nil {
			return err
		}
	}
	for _, f := range sections {
		feed := path.Join(path.Dir(f), "feed.xml")
		if err := copyFile(made, kept, feed); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	for _, f := range gone {
		p := filepath.Join(kept, filepath.FromSlash(pageOf(f)))
		if err := os.Remove(p); err != nil {
			return err
		}
		_ = os.Remove(filepath.Dir(p)) // fails, as it should, where something is left
	}
	return nil
}

// sections are the content files of the home page and of the sections.
func (o Options) sections() ([]string, error) {
	top, err := fs.Glob(os.DirFS(o.ContentDir), "_index.html")
	if err != nil {
		return nil, err
	}
	below, err := fs.Glob(os.DirFS(o.ContentDir), "*/_index.html")
	return append(top, below...), err
}
