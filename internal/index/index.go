package index

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	bindex "github.com/blevesearch/bleve_index_api"

	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/similar"
)

// format of the stored entries; another one is indexed anew.
const format = "5"

const (
	termField  = "t"
	entryField = "e"
	stateKey   = "toshin"
)

// Doc is a record's line in the index's state.
type Doc struct {
	Fingerprint string `json:"f"`
	Date        string `json:"d,omitempty"`
	Title       string `json:"t,omitempty"`
	Len         int    `json:"n"` // positions

	Facets map[string][]string `json:"x,omitempty"`
}

type state struct {
	Format string            `json:"format"`
	Docs   map[record.ID]Doc `json:"docs"`
}

// Stats of an update.
type Stats struct{ Records, Indexed, Deleted, Unchanged int }

// Update brings the index in dir to hold exactly records, analyzing only what
// changed. salt names what else the analysis depends on (the words table).
// It errors if dir cannot be written.
func Update(ctx context.Context, dir string, t *kana.Table, salt string, records []*record.Record) (Stats, error) {
	return UpdateSummed(ctx, dir, t, salt, records, nil, nil)
}

// UpdateSummed is Update for a caller who has the records' sums, and who compares
// parts of them (see [Reader.Alike]) where parts is not nil.
func UpdateSummed(ctx context.Context, dir string, t *kana.Table, salt string, records []*record.Record, sums record.Sums, parts Parts) (Stats, error) {
	st := Stats{Records: len(records)}
	ix, old, err := open(dir)
	if err != nil {
		return st, fmt.Errorf("index: %w", err)
	}
	defer ix.Close()
	now := state{Format: format, Docs: map[record.ID]Doc{}}
	var changed []*record.Record
	for _, r := range records {
		decides := fmt.Appendf(nil, "%s\n%d\n%s", sums.Of(r), kana.Version, salt)
		if parts != nil {
			decides = fmt.Appendf(decides, "\n%d %v", similar.Version, parts(r))
		}
		h := sha256.Sum256(decides)
		fp := hex.EncodeToString(h[:16])
		if d, ok := old.Docs[r.ID]; ok && d.Fingerprint == fp {
			now.Docs[r.ID] = d
			st.Unchanged++
			continue
		}
		now.Docs[r.ID] = Doc{Fingerprint: fp, Date: r.Date}
		changed = append(changed, r)
	}
	err = indexAll(ctx, ix, t, parts, changed, func(es []*Entry) {
		for _, e := range es {
			d := now.Docs[e.ID]
			d.Len, d.Facets, d.Title = e.Len(), e.Facets, e.Title
			now.Docs[e.ID] = d
		}
		st.Indexed += len(es)
	})
	if ctx.Err() != nil {
		return st, ctx.Err()
	}
	if err != nil {
		return st, fmt.Errorf("index: %w", err)
	}
	b := ix.NewBatch()
	for id := range old.Docs {
		if _, ok := now.Docs[id]; !ok {
			b.Delete(string(id))
			st.Deleted++
		}
	}
	blob, err := json.Marshal(now)
	if err != nil {
		return st, fmt.Errorf("index: %w", err)
	}
	b.SetInternal([]byte(stateKey), blob)
	if err := ix.Batch(b); err != nil {
		return st, fmt.Errorf("index: %w", err)
	}
	return st, nil
}

// open opens the index in dir. One that cannot be read, or has another format,
// is begun anew: it is a cache.
func open(dir string) (bleve.Index, state, error) {
	if ix, err := bleve.Open(dir); err == nil {
		if b, err := ix.GetInternal([]byte(stateKey)); err == nil {
			var s state
			if json.Unmarshal(b, &s) == nil && s.Format == format {
				return ix, s, nil
			}
		}
		ix.Close()
	}
	if err := os.RemoveAll(dir); err != nil {
		return nil, state{}, err
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return nil, state{}, err
	}
	ix, err := bleve.NewUsing(dir, bleve.NewIndexMapping(), scorch.Name, scorch.Name, merging())
	return ix, state{}, err
}

// merging says when bleve merges segments: not while an archive is indexed for
// the first time, a segment a batch, but after many updates. By its defaults it
// would write nearly all postings twice, for look-ups that are no faster.
func merging() map[string]any {
	return map[string]any{"scorchMergePlanOptions": map[string]any{"FloorSegmentSize": batchSize / 10, "MaxSegmentsPerTier": 100}}
}

// Reader reads an index; Order lists its records newest first, then by ID: the
// number of a record in it is its ordinal.
type Reader struct {
	ix    bleve.Index
	r     bindex.IndexReader
	at    map[record.ID]place // see Locate
	Order []record.ID
	Docs  map[record.ID]Doc
}

// OpenReader opens the index in dir. It errors if there is none.
func OpenReader(dir string) (*Reader, error) {
	ix, err := bleve.OpenUsing(dir, map[string]any{"read_only": true})
	if err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	x := &Reader{ix: ix}
	if err := x.load(); err != nil {
		x.Close()
		return nil, fmt.Errorf("index: %w", err)
	}
	return x, nil
}

func (x *Reader) load() error {
	b, err := x.ix.GetInternal([]byte(stateKey))
	if err != nil {
		return err
	}
	var s state
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	x.Docs = s.Docs
	for id := range s.Docs {
		x.Order = append(x.Order, id)
	}
	sort.Slice(x.Order, func(i, j int) bool {
		a, b := x.Order[i], x.Order[j]
		if s.Docs[a].Date != s.Docs[b].Date {
			return s.Docs[a].Date > s.Docs[b].Date
		}
		return a < b
	})
	adv, err := x.ix.Advanced()
	if err != nil {
		return err
	}
	x.r, err = adv.Reader()
	return err
}

// Format is that of the stored entries: another one, other entries.
func (x *Reader) Format() string { return format }

// Close releases the index.
func (x *Reader) Close() error {
	if x.r != nil {
		x.r.Close()
	}
	return x.ix.Close()
}

// With lists the records that have term.
func (x *Reader) With(term string) (map[record.ID]bool, error) {
	tfr, err := x.r.TermFieldReader(context.Background(), []byte(term), termField, false, false, false)
	if err != nil {
		return nil, fmt.Errorf("index: %q: %w", term, err)
	}
	defer tfr.Close()
	ids := map[record.ID]bool{}
	for {
		d, err := tfr.Next(nil)
		if err != nil {
			return nil, fmt.Errorf("index: %q: %w", term, err)
		}
		if d == nil {
			return ids, nil
		}
		id, err := x.r.ExternalID(d.ID)
		if err != nil {
			return nil, fmt.Errorf("index: %w", err)
		}
		ids[record.ID(id)] = true
	}
}
