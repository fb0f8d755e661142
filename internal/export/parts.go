package export

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"runtime"
	"sync"

	"github.com/toshin-archive/toshin/internal/biblio"
	"github.com/toshin-archive/toshin/internal/content"
	"github.com/toshin-archive/toshin/internal/record"
)

// sharedFiles hold a part of every record, one behind the other.
var sharedFiles = [...]struct {
	name string
	head []byte // what stands before the first part
	of   func(x rows, e biblio.Entry) []byte
}{
	{"records.jsonl", nil, func(x rows, _ biblio.Entry) []byte { return jsonLines([]Record{x.record}) }},
	{"records.csv", recordsTable.head(), func(x rows, _ biblio.Entry) []byte { return csvLines(recordsTable, []Record{x.record}) }},
	{"passages.jsonl", nil, func(x rows, _ biblio.Entry) []byte { return jsonLines(x.passages) }},
	{"passages.csv", passagesTable.head(), func(x rows, _ biblio.Entry) []byte { return csvLines(passagesTable, x.passages) }},
	{"citations.jsonl", nil, func(x rows, _ biblio.Entry) []byte { return jsonLines(x.citations) }},
	{"citations.csv", citationsTable.head(), func(x rows, _ biblio.Entry) []byte { return csvLines(citationsTable, x.citations) }},
	{"toshin.bib", nil, func(_ rows, e biblio.Entry) []byte { return []byte(e.BibTeX()) }},
	{"toshin.ris", nil, func(_ rows, e biblio.Entry) []byte { return []byte(e.RIS()) }},
}

// part is what the files have of one record. It depends on the record and the
// settings alone.
type part struct {
	ID       record.ID
	Sum      string                // of the record
	JSON     string                // sum of its own file
	Version  string                // of the record, as its page names it
	Passages int                   // how many
	Size     [len(sharedFiles)]int // bytes in each of the shared files

	fresh bool                     // made now; else the earlier files have it
	text  [len(sharedFiles)][]byte // of a fresh one
	from  [len(sharedFiles)]int64  // where the earlier files have it
}

// make makes what the files have of r, and gives r's own.
func (d *data) make(r *record.Record, p *part) (own []byte) {
	p.fresh = true
	c := d.in.Config
	text := biblio.JSON(r)
	e := biblio.OfVersion(r, content.Number(r), biblio.VersionOf(text), biblio.Archive{Title: c.Title, City: c.City, BaseURL: c.BaseURL})
	x := d.rowsOf(r, e.Version)
	p.Passages, p.Version = len(x.passages), e.Version
	for i, f := range sharedFiles {
		p.text[i] = f.of(x, e)
		p.Size[i] = len(p.text[i])
	}
	own = indented(text)
	h := sha256.Sum256(own)
	p.JSON = hex.EncodeToString(h[:])
	return own
}

// file is the record's own.
func (p *part) file() string { return string(p.ID) + ".json" }

// batch is how many records are made side by side before they are written.
const batch = 64

// records writes the shared files and each record's own, some records at a time
// on all processors.
func (w *writer) records(ctx context.Context, d *data) (passages int, err error) {
	out, err := w.open()
	if err != nil {
		return 0, err
	}
	defer out.discard()
	was := w.old.byID()
	w.now = make([]part, len(d.records))
	begun, err := w.begin(out, d)
	if err != nil {
		return 0, err
	}
	for at := begun; at < len(d.records); at += batch {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		some := w.now[at:min(at+batch, len(d.records))]
		gate := make(chan struct{}, runtime.GOMAXPROCS(0))
		var errs [batch]error
		var wg sync.WaitGroup
		for i := range some {
			r, p := d.records[at+i], &some[i]
			sum := d.in.Sums.Of(r)
			if old := was[r.ID]; old != nil && old.Sum == sum {
				*p = *old
				continue
			}
			p.ID, p.Sum = r.ID, sum
			gate <- struct{}{}
			wg.Go(func() { errs[i] = w.place(p.file(), d.make(r, p), p.JSON); <-gate })
		}
		wg.Wait()
		if err := errors.Join(append(errs[:], out.add(some))...); err != nil {
			return 0, err
		}
		for i := range some {
			p := &some[i]
			p.text = [len(sharedFiles)][]byte{}
		}
		if err := w.mark(out, at+len(some)); err != nil {
			return 0, err
		}
	}
	for i := range w.now {
		passages += w.now[i].Passages
		w.sums[w.now[i].file()] = w.now[i].JSON
	}
	return passages, out.close(w.sums)
}
