// Package shard writes the search files of the browser from the bleve index:
// static, content-addressed, the same bytes for the same records. docs/shards.md
// describes them.
package shard

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"sync"

	"github.com/toshin-archive/toshin/internal/index"
	"github.com/toshin-archive/toshin/internal/kana"
)

// Format of the search files; its history is in docs/shards.md.
const Format = 2

// Stats of an export.
type Stats struct {
	Files int
	Bytes int64
}

type manifest struct {
	Format     int               `json:"format"`
	Records    int               `json:"records"`
	Kana       [2]string         `json:"kana"`       // folding table: of the common blocks, of the others
	Lexicon    [][2]string       `json:"lexicon"`    // readings: first character and file
	Words      string            `json:"words"`      // what to suggest
	Columns    map[string]string `json:"columns"`    // facet → file of its column
	Dictionary string            `json:"dictionary"` // of the texts
	Texts      []string          `json:"texts"`      // folders of perFolder texts each
	Regions    [][2]string       `json:"regions"`    // first term and file of each, in order
}

// Export writes the search files of the index in indexDir to out, which is
// replaced when they are whole. lex may be nil.
func Export(ctx context.Context, indexDir, out string, t *kana.Table, lex kana.Lexicon) (Stats, error) {
	st, err := export(ctx, indexDir, out, t, lex)
	if err != nil {
		return st, fmt.Errorf("shard: %w", err)
	}
	return st, nil
}

func export(ctx context.Context, indexDir, out string, t *kana.Table, lex kana.Lexicon) (Stats, error) {
	r, err := index.OpenReader(indexDir)
	if err != nil {
		return Stats{}, err
	}
	defer r.Close()
	tmp := out + ".new"
	if err := os.RemoveAll(tmp); err != nil {
		return Stats{}, err
	}
	if err := os.MkdirAll(tmp, 0o755); err != nil {
		return Stats{}, err
	}
	w := &store{dir: tmp}
	if err := w.all(ctx, r, t, lex); err != nil {
		return Stats{}, err
	}
	if err := os.RemoveAll(out); err != nil {
		return Stats{}, err
	}
	return w.st, os.Rename(tmp, out)
}

func (w *store) all(ctx context.Context, r *index.Reader, t *kana.Table, lex kana.Lexicon) error {
	m := manifest{Format: Format, Records: len(r.Order)}
	var err error
	if m.Kana[0], m.Kana[1], err = w.tables(t); err != nil {
		return err
	}
	if m.Lexicon, err = w.lexicon(lex); err != nil {
		return err
	}

	dictionary, err := w.dictionary(r)
	if err != nil {
		return err
	}
	m.Dictionary = w.put(dictionary)

	n := len(r.Order)
	vs := make([]*inverter, workers(n))
	for i := range vs {
		vs[i] = newInverter()
	}
	texts := make([][]byte, n)
	facets := make([]map[string][]string, n)
	sizes := make([]int64, len(vs))
	words := make([]wordCount, len(vs))
	for i := range words {
		words[i] = wordCount{}
	}
	err = stretches(ctx, r, len(vs), func(i, n int, e *index.Entry) {
		vs[i].add(n, e)
		words[i].add(e)
		texts[n], facets[n] = w.text(e, dictionary), e.Facets
		for _, s := range e.Segments {
			for _, p := range s.Pieces {
				sizes[i] += int64(len(p))
			}
		}
	})
	if err != nil {
		return err
	}
	m.Texts = []string{}
	for i := 0; i < n; i += perFolder {
		m.Texts = append(m.Texts, w.folder(texts[i:min(i+perFolder, n)]))
	}
	texts = nil
	m.Words = w.put(wordList(words, n, lex))
	var cols columns
	for n, f := range facets {
		cols.add(n, f)
	}
	m.Columns = cols.write(w, n)

	ts := merge(vs)
	vs = nil
	var size int64
	for _, s := range sizes {
		size += s
	}
	cards := &maker{t: t, ts: ts, cards: map[string][]card{}}
	d := deal(ts, n, size)
	if err := stretches(ctx, r, workers(n), func(_, n int, e *index.Entry) { cards.make(n, e, d[n]) }); err != nil {
		return err
	}
	m.Regions = regions(w, ts, cards.sorted())
	w.write("manifest.json", append(w.json(m), '\n'))
	return w.bad
}

func workers(n int) int { return max(1, min(runtime.GOMAXPROCS(0), n)) }

// stretches reads all records, a stretch of them in order by each worker.
func stretches(ctx context.Context, r *index.Reader, workers int, do func(worker, n int, e *index.Entry)) error {
	errs := make([]error, workers)
	var wg sync.WaitGroup
	for i := range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for n := len(r.Order) * i / workers; n < len(r.Order)*(i+1)/workers; n++ {
				e, err := r.Entry(r.Order[n])
				if err == nil {
					err = ctx.Err()
				}
				if err != nil {
					errs[i] = err
					return
				}
				do(i, n, e)
			}
		}()
	}
	wg.Wait()
	return errors.Join(errs...)
}
