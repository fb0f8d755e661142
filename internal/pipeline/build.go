package pipeline

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"github.com/toshin-archive/toshin"
	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/content"
	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/export"
	"github.com/toshin-archive/toshin/internal/index"
	"github.com/toshin-archive/toshin/internal/shard"
	"github.com/toshin-archive/toshin/internal/site"
)

// Built is what a build came to.
type Built struct {
	*Checked
	Out  string // the site's folder
	Done bool   // false: nothing may be built, and the old site stands

	sealed  func() bool                // the search files are as the last build left them
	feeds   []string                   // content files that feeds may show
	similar map[string]json.RawMessage // what is like each page, by content file
}

// Build runs all stages. Faults of the records are in the result; an error is
// the machine's. In every case but Done the old site stands as it was.
func Build(ctx context.Context, o Options) (*Built, error) {
	a, _, err := o.open()
	if err != nil {
		return nil, err
	}
	unlock, err := lock(ctx, a)
	if err != nil {
		return nil, err
	}
	defer unlock()
	o.keep = true
	c, err := Check(ctx, o)
	if err != nil {
		return nil, err
	}
	b := &Built{Checked: c, Out: o.Out}
	if b.Out == "" {
		b.Out = c.Archive.Path("public")
	}
	// Where records were withdrawn the old site must not stand, were they the last.
	if len(c.Gate.Public) == 0 && !c.Gate.Withdrew() {
		d := diag.At("A005", 0, 0, "")
		d.File = archive.ApprovalsFile
		c.Diagnostics = append(c.Diagnostics, d)
		c.Untrue = true
	}
	// Nothing waits for the report but the site, which must not come without it.
	report := sync.OnceValue(c.writeReport)
	go report()
	defer report()
	if c.Untrue {
		return b, report()
	}
	// So is what the search files' folder is asked, before the stage that writes there.
	b.sealed = sync.OnceValue(func() bool { return archive.Sealed(b.shardDir()) })
	go b.sealed()
	p := o.progress()
	if err := b.write(ctx, o, p); err != nil {
		return b, err
	}
	w, err := b.index(ctx, p, b.alike)
	if err != nil {
		return b, err
	}
	if err := b.shard(ctx, p, w); err != nil {
		return b, err
	}
	if err := report(); err != nil {
		return b, err
	}
	b.words, b.parsed = nil, nil // the pages' room
	if err := b.site(ctx, o, p); err != nil {
		return b, err
	}
	b.Done = true
	return b, nil
}

// layouts are those of the archive, then the program's.
func (b *Built) layouts() []fs.FS {
	own, err := fs.Sub(toshin.Assets, "layouts")
	if err != nil {
		panic(err) // the embedded folder has a fixed name
	}
	return []fs.FS{b.Archive.Sub("layouts"), own}
}

func (b *Built) write(ctx context.Context, o Options, p Progress) error {
	p.Begin("write", 0)
	w, err := b.vocabulary() // the index of words needs what the search knows of them
	if err != nil {
		return err
	}
	s, err := content.Write(ctx, b.contentDir(), content.Input{
		Config: b.Archive.Config, Result: b.Gate, Cases: b.Cases, Tied: b.Tied, Types: b.Types, Bare: o.Bare,
		Words: &content.Vocabulary{Table: w.table, Lexicon: w.lexicon}, Sums: b.publicSums(),
		Layouts: b.layouts(), Version: o.Version, Program: program(),
	})
	if err != nil {
		return err
	}
	b.feeds = s.Feeds
	p.End("write", Count{"pages", s.Pages}, Count{"written", s.Written}, Count{"removed", s.Removed}, Count{"cases", s.Cases})
	return nil
}

// index brings the index up to date; then, where not nil, is asked of it.
func (c *Checked) index(ctx context.Context, p Progress, then func() error) (*words, error) {
	p.Begin("index", 0)
	w, err := c.vocabulary()
	if err != nil {
		return nil, err
	}
	s, err := index.UpdateSummed(ctx, c.indexDir(), w.table, w.salt, c.Gate.Public, c.publicSums(), c.compared())
	if err != nil {
		return nil, err
	}
	if then != nil {
		if err := then(); err != nil {
			return nil, err
		}
	}
	p.End("index", Count{"records", s.Records}, Count{"changed", s.Indexed}, Count{"removed", s.Deleted})
	return w, nil
}

func (b *Built) shard(ctx context.Context, p Progress, w *words) error {
	p.Begin("shard", 0)
	if !b.sealed() { // its files are the site's, too
		if err := os.RemoveAll(b.shardDir()); err != nil {
			return fmt.Errorf("shard: %w", err)
		}
	}
	s, err := shard.Update(ctx, shard.Keep{Dir: b.Archive.CachePath("shard"), Program: program()}, b.indexDir(), b.shardDir(), w.table, w.lexicon)
	if err != nil {
		return err
	}
	p.End("shard", Count{"shards", s.Files}, Count{"bytes", int(s.Bytes)})
	return nil
}

func (b *Built) site(ctx context.Context, o Options, p Progress) error {
	p.Begin("site", 0)
	s, err := site.Build(ctx, site.Options{
		Archive: b.Archive, ContentDir: b.contentDir(), WorkDir: b.Archive.CachePath("hugo"),
		Feeds: b.feeds, Similar: b.similar, Program: program(), LayoutFS: toshin.Assets, OutDir: b.Out, Log: o.Log, Preview: o.Preview,
		Fill: []func(dir string) error{
			func(string) error { return archive.Seal(b.shardDir()) },
			func(dir string) error {
				return site.Lay(b.shardDir(), filepath.Join(dir, "search", "files"), func(name string) bool { return name != "manifest.json" })
			},
			func(dir string) error {
				if o.Bare {
					return nil
				}
				data := b.Archive.CachePath("data")
				if _, err := export.Update(ctx, data, program(), b.exportInput()); err != nil {
					return err
				}
				return site.Lay(data, filepath.Join(dir, content.DataFolder), site.All)
			},
		},
	})
	if err != nil {
		return err
	}
	p.End("site", Count{"files", s.Files}, Count{"bytes", int(s.Bytes)})
	return nil
}

func (c *Checked) indexDir() string { return c.Archive.CachePath("index") }
func (b *Built) shardDir() string   { return b.Archive.CachePath("search") }
func (b *Built) contentDir() string { return b.Archive.CachePath("content") }
