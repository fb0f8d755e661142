// Package export gives researchers the public records as plain files: a table
// for each kind of thing as JSON Lines and as CSV, a JSON file for each record,
// and what one must know to use them (dictionary, JSON Schema, checksums, DCAT).
//
// Names are those of the minutes API of the National Diet Library (国会会議録検索
// システム検索用API) where it has a word for the thing. Files depend on the
// records alone: the same records give the same bytes.
package export

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/biblio"
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
}

// Stats counts what was written.
type Stats struct{ Files, Records, Passages int }

// Write puts the files into the folder dir. It errs where that cannot be
// written. What else the folder holds stays; see [Clear].
func Write(ctx context.Context, dir string, in Input) (Stats, error) {
	w := &writer{dir: dir, sums: map[string]string{}}
	rs := append([]*record.Record(nil), in.Records...)
	sort.Slice(rs, func(i, j int) bool { return rs[i].ID < rs[j].ID })
	d := newData(in, rs)
	for _, r := range d.Records {
		if err := ctx.Err(); err != nil {
			return Stats{}, fmt.Errorf("export: %w", err)
		}
		w.json(string(r.of.ID)+".json", biblio.Shown(r.of))
	}
	for _, c := range d.Cases {
		w.json(c.CaseID+".json", c)
	}
	for _, t := range d.tables() {
		w.table(t)
	}
	for _, f := range biblio.Formats {
		if f.Name != "csl" { // its entries are arrays, one a file
			w.put("toshin"+f.File, d.bibliography(f.Write))
		}
	}
	w.put("counts.csv", d.counts())
	w.put("dictionary.csv", dictionary(d.tables()))
	w.json("dcat.jsonld", d.dcat(w))
	w.put(sumsName, w.sumFile())
	if w.err != nil {
		return Stats{}, fmt.Errorf("export: %w", w.err)
	}
	return Stats{Files: len(w.sums), Records: len(d.Records), Passages: len(d.Passages)}, nil
}

// writer writes files and remembers the first error.
type writer struct {
	dir  string
	sums map[string]string // of every file, by its slash path
	err  error
}

func (w *writer) put(name string, b []byte) {
	if w.err != nil {
		return
	}
	path := filepath.Join(w.dir, filepath.FromSlash(name))
	if w.err = os.MkdirAll(filepath.Dir(path), 0o755); w.err != nil {
		return
	}
	w.err = os.WriteFile(path, b, 0o644)
	h := sha256.Sum256(b)
	w.sums[name] = hex.EncodeToString(h[:])
}

func (w *writer) json(name string, v any) {
	var b bytes.Buffer
	encode(&b, v, " ")
	w.put(name, b.Bytes())
}

// sumFile is in the form that sha256sum -c reads.
func (w *writer) sumFile() []byte {
	names := make([]string, 0, len(w.sums))
	for n := range w.sums {
		names = append(names, n)
	}
	sort.Strings(names)
	var b strings.Builder
	for _, n := range names {
		fmt.Fprintf(&b, "%s  %s\n", w.sums[n], n)
	}
	return []byte(b.String())
}
