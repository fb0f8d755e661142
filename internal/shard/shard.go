// Package shard writes the search files of the browser from the bleve index:
// static, content-addressed, the same bytes for the same records. docs/shards.md
// describes them.
package shard

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/toshin-archive/toshin/internal/index"
	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/shard/letters"
)

// Format of the search files; its history is in docs/shards.md.
const Format = 5

// batchBytes is what the batches of postings take in memory, all together.
const batchBytes = 64 << 20

// Stats of an export.
type Stats struct {
	Files int
	Bytes int64
}

type manifest struct {
	Format     int               `json:"format"`
	Records    int               `json:"records"`
	Kana       [2]string         `json:"kana"`       // folding table: of the common blocks, itself in base64; file of the others
	Lexicon    lexicon           `json:"lexicon"`    // readings
	Words      string            `json:"words"`      // what to suggest
	Titles     string            `json:"titles"`     // the same
	Columns    map[string]string `json:"columns"`    // facet → file of its column
	Letters    string            `json:"letters"`    // in which texts, cards and terms are written (package letters)
	Dictionary string            `json:"dictionary"` // of the texts
	Texts      []string          `json:"texts"`      // folders of perFolder texts each
	Regions    [][2]string       `json:"regions"`    // first term and file of each, in order
}

// Export writes the search files of the index in indexDir to out, where nothing
// else may be. What was there serves until all is written. lex may be nil.
func Export(ctx context.Context, indexDir, out string, t *kana.Table, lex kana.Lexicon) (Stats, error) {
	dir, err := os.MkdirTemp("", "toshin-shard-")
	if err != nil {
		return Stats{}, fmt.Errorf("shard: %w", err)
	}
	defer os.RemoveAll(dir)
	return Update(ctx, Keep{Dir: dir}, indexDir, out, t, lex)
}

// Update is Export that does only what changed since the last: the files are the
// same.
func Update(ctx context.Context, k Keep, indexDir, out string, t *kana.Table, lex kana.Lexicon) (Stats, error) {
	st, err := update(ctx, k, indexDir, out, t, lex)
	if err != nil {
		return st, fmt.Errorf("shard: %w", err)
	}
	return st, nil
}

func update(ctx context.Context, k Keep, indexDir, out string, t *kana.Table, lex kana.Lexicon) (Stats, error) {
	r, err := index.OpenReader(indexDir)
	if err != nil {
		return Stats{}, err
	}
	defer r.Close()
	x := &export{r: r, t: t, forms: formsOf(lex)}
	if x.dir, err = k.begin(); err != nil {
		return Stats{}, err
	}
	defer os.RemoveAll(x.dir)
	if x.old, err = k.load(r, t); err != nil {
		return Stats{}, err
	}
	if x.w, err = newStore(out, x.old); err != nil {
		return Stats{}, err
	}
	if err := x.all(ctx, k, lex); err != nil {
		return Stats{}, err
	}
	return x.w.st, nil
}

// all writes the files and keeps what they are made of.
func (x *export) all(ctx context.Context, k Keep, lex kana.Lexicon) error {
	w, m := x.w, manifest{Format: Format, Texts: []string{}}
	var err error
	if m.Kana[0], m.Kana[1], err = w.tables(x.t); err != nil {
		return err
	}
	if m.Lexicon, err = w.lexicon(lex); err != nil {
		return err
	}
	x.number()
	m.Records = len(x.order)
	sample, err := sample(x.r, x.order)
	if err != nil {
		return err
	}
	w.letters = letters.Of(sample)
	m.Letters = w.letters.String()
	x.texts.dictionary = w.letters.Append(nil, sample)
	x.texts.dictionary = x.texts.dictionary[max(0, len(x.texts.dictionary)-dictionary):]
	m.Dictionary = w.put(x.texts.dictionary)
	x.sameTexts = m.Dictionary == x.old.Dictionary && m.Letters == x.old.Letters

	if err := x.read(ctx, cmp.Or(k.batchBytes, batchBytes)); err != nil {
		return err
	}
	m.Texts = append(m.Texts, x.folders...)
	if m.Regions, err = x.terms(ctx, k); err != nil {
		return err
	}
	m.Words = w.put(x.words.list(lex))
	m.Titles = w.put(x.titles())
	var cols columns
	for n, id := range x.order {
		cols.add(n, x.r.Docs[id].Facets)
	}
	m.Columns = cols.write(w, len(x.order))
	if err := w.finish(append(w.json(m), '\n')); err != nil {
		return err
	}
	return k.save(&state{For: x.old.For, Letters: m.Letters, Dictionary: m.Dictionary, Records: x.records, Folders: x.folders, Files: w.kept, Made: w.made}, x.dir)
}

func (x *export) kept(name string) string { return filepath.Join(x.dir, name) }
