// Package shard writes the search files of the browser from the bleve index:
// static, content-addressed, the same bytes for the same records. docs/shards.md
// describes them.
package shard

import (
	"bytes"
	"compress/flate"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"sort"

	"github.com/toshin-archive/toshin/internal/index"
	"github.com/toshin-archive/toshin/internal/kana"
)

// Format of the search files; its history is in docs/shards.md.
const Format = 1

const (
	magic    = "tsh1"
	maxBytes = 48 << 10 // of a term shard before compression
	perChunk = 256      // records a chunk of the record list
)

// Stats of an export.
type Stats struct {
	Files int
	Bytes int64
}

type manifest struct {
	Format  int         `json:"format"`
	Records int         `json:"records"`
	Mean    int         `json:"mean"` // positions of a record
	Kana    string      `json:"kana"`
	Lexicon string      `json:"lexicon,omitempty"`
	Chunks  []string    `json:"chunks"` // of the record list
	Terms   [][2]string `json:"terms"`  // first term and file of each shard, in order

	Columns map[string]string `json:"columns"` // facet → file of its column
}

// row is one record in a chunk.
type row struct {
	File   string              `json:"e"`
	Facets map[string][]string `json:"f,omitempty"`
}

type posting struct {
	Term string `json:"t"`
	Gaps []int  `json:"g"` // first ordinal, then differences
}

type writer struct {
	dir string
	st  Stats
	bad error
}

// put writes v as JSON in a file named by its content, and returns the name.
func (w *writer) put(v any) string {
	raw, ok := v.([]byte)
	if !ok {
		var err error
		if raw, err = json.Marshal(v); err != nil {
			w.fail(err)
			return ""
		}
	}
	var b bytes.Buffer
	b.WriteString(magic)
	binary.Write(&b, binary.LittleEndian, [2]uint32{uint32(len(raw)), crc32.ChecksumIEEE(raw)})
	z, err := flate.NewWriter(&b, flate.BestCompression)
	if err == nil {
		_, err = z.Write(raw)
	}
	if err == nil {
		err = z.Close()
	}
	w.fail(err)
	h := sha256.Sum256(b.Bytes())
	name := hex.EncodeToString(h[:10]) + ".bin"
	w.write(name, b.Bytes())
	return name
}

func (w *writer) write(name string, b []byte) {
	if w.bad == nil {
		w.fail(os.WriteFile(filepath.Join(w.dir, name), b, 0o644))
		w.st.Files++
		w.st.Bytes += int64(len(b))
	}
}

func (w *writer) fail(err error) {
	if w.bad == nil {
		w.bad = err
	}
}

// Export writes the search files of the index in indexDir to out, which is
// replaced when they are whole. lex may be nil.
func Export(ctx context.Context, indexDir, out string, t *kana.Table, lex kana.Lexicon) (Stats, error) {
	r, err := index.OpenReader(indexDir)
	if err != nil {
		return Stats{}, fmt.Errorf("shard: %w", err)
	}
	defer r.Close()
	tmp := out + ".new"
	if err := os.RemoveAll(tmp); err != nil {
		return Stats{}, fmt.Errorf("shard: %w", err)
	}
	if err := os.MkdirAll(tmp, 0o755); err != nil {
		return Stats{}, fmt.Errorf("shard: %w", err)
	}
	w := &writer{dir: tmp}
	if err := export(ctx, w, r, t, lex); err != nil {
		return Stats{}, fmt.Errorf("shard: %w", err)
	}
	if err := os.RemoveAll(out); err != nil {
		return Stats{}, fmt.Errorf("shard: %w", err)
	}
	if err := os.Rename(tmp, out); err != nil {
		return Stats{}, fmt.Errorf("shard: %w", err)
	}
	return w.st, nil
}

func export(ctx context.Context, w *writer, r *index.Reader, t *kana.Table, lex kana.Lexicon) error {
	m := manifest{Format: Format, Records: len(r.Order), Chunks: []string{}, Terms: [][2]string{}}
	postings := map[string]*posting{}
	last := map[string]int{}
	var rows []row
	var cols columns
	total := 0
	for n, id := range r.Order {
		if err := ctx.Err(); err != nil {
			return err
		}
		e, err := r.Entry(id)
		if err != nil {
			return err
		}
		total += e.Len()
		for _, term := range e.Terms() {
			p := postings[term]
			if p == nil {
				p = &posting{Term: term}
				postings[term] = p
			}
			p.Gaps = append(p.Gaps, n-last[term])
			last[term] = n
		}
		cols.add(n, e.Facets)
		rows = append(rows, row{w.put(e), e.Facets})
		if len(rows) == perChunk || n == len(r.Order)-1 {
			m.Chunks = append(m.Chunks, w.put(rows))
			rows = nil
		}
	}
	m.Mean = total / max(len(r.Order), 1)
	m.Columns = cols.write(w, len(r.Order))
	m.terms(w, postings)
	table, err := t.Export()
	if err != nil {
		return err
	}
	m.Kana = w.put(table)
	if lex != nil {
		var b bytes.Buffer
		if err := lex.Write(&b); err != nil {
			return err
		}
		m.Lexicon = w.put(b.Bytes())
	}
	b, err := json.Marshal(m)
	if err != nil {
		return err
	}
	w.write("manifest.json", append(b, '\n'))
	return w.bad
}

func (m *manifest) terms(w *writer, postings map[string]*posting) {
	names := make([]string, 0, len(postings))
	for n := range postings {
		names = append(names, n)
	}
	sort.Strings(names)
	var part []*posting
	size := 0
	flush := func() {
		if len(part) > 0 {
			m.Terms = append(m.Terms, [2]string{part[0].Term, w.put(part)})
		}
		part, size = nil, 0
	}
	for _, n := range names {
		p := postings[n]
		cost := len(n) + 3*len(p.Gaps) + 16
		if size+cost > maxBytes {
			flush()
		}
		part = append(part, p)
		size += cost
	}
	flush()
}
