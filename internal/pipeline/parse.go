package pipeline

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"

	"github.com/toshin-archive/toshin/internal/citation"
	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/parallel"
	"github.com/toshin-archive/toshin/internal/parse/override"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// parse makes records of the documents, and of what earlier runs kept of the
// others, and holds them against each other. The files' parsed are filled.
func (c *Checked) parse(ctx context.Context, o Options, p Progress, files []file) error {
	p.Begin("parse", len(files))
	patches := patchesOfLists(files)
	fresh, err := c.parseFiles(ctx, p, files)
	if err == nil {
		err = c.parsed.save(c.jobs)
	}
	if err != nil {
		return fmt.Errorf("parse: %w", err)
	}
	c.Diagnostics = append(c.Diagnostics, missing(patches, records(files))...)
	kinds := map[record.Kind]int{}
	for _, f := range files {
		for _, x := range f.parsed {
			c.dossiers[x.Key] = x.Dossier
			c.Diagnostics = append(c.Diagnostics, x.Diagnostics...)
			if x.Record != nil {
				kinds[x.Record.Kind]++
				c.Records = append(c.Records, x.Record)
			}
		}
	}
	if o.keep {
		c.foresee(fresh)
	}
	distinct(c.Records)
	if !o.Bare {
		citation.Resolve(c.Records)
	}
	for _, r := range c.Records {
		c.Diagnostics = append(c.Diagnostics, r.Diagnostics...)
	}
	errs, warns := diag.Count(c.Diagnostics)
	p.End("parse", Count{"minutes", kinds[record.KindMinutes]}, Count{"replies", kinds[record.KindReply]},
		Count{"errors", errs}, Count{"warnings", warns})
	return nil
}

// parseFiles parses what is still to be parsed and keeps it for the next run. It
// returns the records that no earlier run had.
func (c *Checked) parseFiles(ctx context.Context, p Progress, files []file) (fresh []*record.Record, err error) {
	isFresh := make([]bool, len(files))
	err = parallel.Do(ctx, c.jobs, len(files), func(i int) error {
		f := &files[i]
		isFresh[i] = f.docs != nil
		for k, d := range f.docs {
			r, ds := parseDocument(d, f.dossiers[k], &c.Archive.Config)
			f.parsed = append(f.parsed, parsed{d.Source.Key(), d.Failed(), f.dossiers[k], r, ds})
		}
		// a file that could not be read may be readable tomorrow: LibreOffice is there
		if f.docs != nil && !slices.ContainsFunc(f.docs, (*source.Document).Failed) {
			c.parsed.put(f.name, f.sum, f.parsed)
		}
		f.docs = nil // a large archive's text need not be held twice
		p.Step()
		return nil
	})
	for i := range files {
		if isFresh[i] {
			fresh = slices.AppendSeq(fresh, records(files[i:i+1]))
		}
	}
	return fresh, err
}

// records are those of the files, in their order.
func records(files []file) iter.Seq[*record.Record] {
	return func(yield func(*record.Record) bool) {
		for _, f := range files {
			for _, x := range f.parsed {
				if x.Record != nil && !yield(x.Record) {
					return
				}
			}
		}
	}
}

// patchesOfLists are the corrections beside lists, by file. What is wrong with
// them is told where each row is parsed.
func patchesOfLists(files []file) map[string][]override.Patch {
	patches := map[string][]override.Patch{}
	for _, f := range files {
		for _, d := range f.docs {
			if d.Patch != nil && d.Cells != nil && patches[f.name] == nil {
				patches[f.name], _ = override.Read(d)
			}
		}
	}
	return patches
}

// missing reports patches beside lists that name a record which no row gave.
func missing(patches map[string][]override.Patch, records iter.Seq[*record.Record]) []record.Diagnostic {
	have := map[string]bool{}
	for r := range records {
		have[r.Source.File+" "+string(r.ID)] = true
		have[r.Source.File+" "+r.Source.Part] = true
	}
	var ds []record.Diagnostic
	for _, file := range slices.Sorted(maps.Keys(patches)) {
		ds = append(ds, override.Missing(patches[file], func(name string) bool { return have[file+" "+name] })...)
	}
	return ds
}

// distinct marks records that claim the same ID: which of them is true only
// staff can say, so none goes out.
func distinct(rs []*record.Record) {
	first := map[record.ID]*record.Record{}
	for _, r := range rs {
		f, ok := first[r.ID]
		if !ok {
			first[r.ID] = r
			continue
		}
		for _, pair := range [][2]*record.Record{{f, r}, {r, f}} {
			d := diag.InFile(diag.At("A004", 0, 0, "", string(r.ID), pair[1].Source.File), pair[0].Source.File)
			pair[0].Diagnostics = append(pair[0].Diagnostics, d)
		}
	}
}
