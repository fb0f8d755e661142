// Package export gives researchers the public records as plain files: a table
// for each kind of thing as JSON Lines and as CSV, a JSON file for each record,
// and what one must know to use them (dictionary, JSON Schema, checksums, DCAT).
//
// Names are those of the minutes API of the National Diet Library (国会会議録検索
// システム検索用API) where it has a word for the thing. Files depend on the
// records alone: the same records give the same bytes.
package export

import (
	"context"
	"fmt"
	"sort"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/cases"
	"github.com/toshin-archive/toshin/internal/record"
)

// Version of the files' form. It is raised when a column changes its meaning;
// new columns are added at the end without it.
const Version = "1.0"

// Input is what goes out: records that the gate let out, in any order.
type Input struct {
	Config  archive.Config
	Records []*record.Record
	Cases   []*cases.Case
	Types   []*cases.Type
	Follows []cases.Followup    // how conditions were kept
	Sums    record.Sums         // of the records; what it lacks is made here
	Changes map[record.ID]Dates // of the records, and of those withdrawn
}

// Stats counts what was written.
type Stats struct{ Files, Records, Passages int }

// Write puts the files into the folder dir. It errs where that cannot be
// written. What else the folder holds stays; see [Clear].
func Write(ctx context.Context, dir string, in Input) (Stats, error) {
	s, err := write(ctx, &writer{dir: dir}, in)
	if err != nil {
		return s, fmt.Errorf("export: %w", err)
	}
	return s, nil
}

func write(ctx context.Context, w *writer, in Input) (Stats, error) {
	rs := append([]*record.Record(nil), in.Records...)
	sort.Slice(rs, func(i, j int) bool { return rs[i].ID < rs[j].ID })
	d := &data{in: in, records: rs}
	d.ties(in.Cases, in.Types)
	w.sums = map[string]string{}
	passages, err := w.records(ctx, d)
	if err != nil {
		return Stats{}, err
	}
	for _, c := range d.Cases {
		w.json(c.CaseID+".json", c)
	}
	putTable(w, casesTable, d.Cases)
	putTable(w, typesTable, d.Types)
	putTable(w, changesTable, d.changes(w.now))
	for _, t := range tables {
		w.json("schema/"+t.name+".schema.json", t.schema())
	}
	w.put("counts.csv", d.counts())
	w.charts(d)
	w.put("CITATION.cff", d.cff())
	w.put("dataset.bib", d.bibtex())
	w.put("dictionary.csv", dictionary(tables))
	w.json("dcat.jsonld", d.dcat(w))
	w.put(sumsName, w.sumFile())
	return Stats{Files: len(w.sums), Records: len(rs), Passages: passages}, w.err
}
