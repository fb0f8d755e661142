package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/gate"
	"github.com/toshin-archive/toshin/internal/parallel"
	"github.com/toshin-archive/toshin/internal/parse"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
	"github.com/toshin-archive/toshin/internal/source/formats"
)

// file is one of the record files on its way.
type file struct {
	name, sum string
	docs      []*source.Document // what is still to be parsed
	dossiers  []*gate.Dossier    // one a document
	parsed    []parsed
}

// read reads and redacts the files whose records no earlier run has kept.
func (c *Checked) read(ctx context.Context, p Progress) ([]file, error) {
	names, ds, err := c.Archive.RecordFiles()
	if err != nil {
		return nil, err
	}
	c.Diagnostics = append(c.Diagnostics, ds...)
	c.Files = len(names)
	ds, err = gate.Orphans(c.Archive, names)
	if err != nil {
		return nil, err
	}
	c.Diagnostics = append(c.Diagnostics, ds...)
	p.Begin("read", len(names))
	reader, ds, err := Reader(c.Archive)
	if err != nil {
		return nil, err
	}
	defer reader.Close()
	c.Diagnostics = append(c.Diagnostics, ds...)
	c.names = names
	files := make([]file, len(names))
	err = parallel.Do(ctx, c.jobs, len(names), func(i int) error {
		f := &files[i]
		path := c.Archive.Path(names[i])
		f.name, f.sum = names[i], c.parsed.sum(path, names[i])
		var ok bool
		if f.parsed, ok = c.parsed.get(f.name, f.sum); !ok {
			f.docs = parse.Apart(reader.File(path, f.name))
			f.dossiers = c.registers.PrepareAll(f.docs, path)
		}
		p.Step()
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read: %w", err)
	}
	failed := 0
	for _, f := range files {
		for _, d := range f.docs {
			if d.Failed() {
				failed++
			}
		}
		for _, d := range f.parsed {
			if d.Failed {
				failed++
			}
		}
	}
	p.End("read", Count{"files", len(names)}, Count{"unreadable", failed})
	return files, nil
}

// Reader reads files of every format, with the archive's own characters (外字) put
// right by its table. The diagnostics are the table's. Close it when done.
func Reader(a *archive.Archive) (*source.Reader, []record.Diagnostic, error) {
	b, err := os.ReadFile(a.Path(archive.GaijiFile))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, nil, fmt.Errorf("read: %w", err)
	}
	g, ds := source.ReadGaiji(b, archive.GaijiFile)
	return formats.New().With(g), ds, nil
}
