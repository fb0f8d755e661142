package index

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/document"
	bindex "github.com/blevesearch/bleve_index_api"

	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/record"
)

// batchSize is how many records go into the index at once, at most.
const batchSize = 200

// indexAll analyzes the records and writes them, a batch on each processor: what
// bleve does with a batch takes one. It calls done with the entries of each batch,
// one batch after the other.
func indexAll(ctx context.Context, ix bleve.Index, t *kana.Table, parts Parts, rs []*record.Record, done func([]*Entry)) error {
	workers := max(1, runtime.GOMAXPROCS(0))
	batches := (len(rs) + batchSize - 1) / batchSize
	if batches > 1 {
		batches = (batches + workers - 1) / workers * workers // none is idle at the end
	}
	batches = min(batches, len(rs))
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	var next atomic.Int64
	var mu sync.Mutex
	var errs []error
	var wg sync.WaitGroup
	for range min(workers, batches) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < batches && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				es, err := indexBatch(ctx, ix, t, parts, rs[len(rs)*i/batches:len(rs)*(i+1)/batches], workers/batches)
				mu.Lock()
				if err == nil {
					done(es)
				} else {
					errs = append(errs, err)
					stop()
				}
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	return errors.Join(errs...)
}

// indexBatch writes a batch, analyzed by so many workers.
func indexBatch(ctx context.Context, ix bleve.Index, t *kana.Table, parts Parts, rs []*record.Record, workers int) ([]*Entry, error) {
	es, docs := make([]*Entry, len(rs)), make([]*document.Document, len(rs))
	var next atomic.Int64
	analyze := func() {
		for i := int(next.Add(1)) - 1; i < len(rs) && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
			es[i] = NewEntry(t, rs[i])
			docs[i] = documentOf(es[i])
			if parts != nil {
				addAlike(docs[i], rs[i], parts(rs[i]))
			}
		}
	}
	var wg sync.WaitGroup
	for range min(workers-1, len(rs)-1) {
		wg.Go(analyze)
	}
	analyze()
	wg.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	b := ix.NewBatch()
	for _, d := range docs {
		if err := b.IndexAdvanced(d); err != nil {
			return nil, err
		}
	}
	return es, ix.Batch(b)
}

func documentOf(e *Entry) *document.Document {
	d := document.NewDocument(string(e.ID))
	d.AddField(newTerms(termField, e.Terms()))
	d.AddField(document.NewTextFieldCustom(entryField, nil, e.encode(), bindex.StoreField, nil))
	return d
}

// terms is a field of terms, each once. bleve only picks
// candidates, so it needs neither frequencies nor positions.
type terms struct {
	*document.TextField
	once bindex.TokenFrequencies
}

func newTerms(field string, ts []string) *terms {
	one := &bindex.TokenFreq{}
	one.SetFrequency(1)
	x := &terms{document.NewTextFieldCustom(field, nil, nil, bindex.IndexField|bindex.SkipFreqNorm, nil), make(bindex.TokenFrequencies, len(ts))}
	for _, t := range ts {
		x.once[t] = one
	}
	return x
}

// Analyze has nothing left to do.
func (x *terms) Analyze()                                          {}
func (x *terms) AnalyzedLength() int                               { return len(x.once) }
func (x *terms) AnalyzedTokenFrequencies() bindex.TokenFrequencies { return x.once }
