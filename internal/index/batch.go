package index

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/document"
	bindex "github.com/blevesearch/bleve_index_api"

	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/record"
)

// batchSize is how many records go into the index at once.
const batchSize = 200

// batch is some records on their way into the index.
type batch struct {
	entries []*Entry
	bleve   *bleve.Batch
	err     error
}

// batches analyzes records. While bleve writes one batch, which takes one
// processor, the next is made.
func batches(ctx context.Context, ix bleve.Index, t *kana.Table, rs []*record.Record) <-chan batch {
	made := make(chan batch)
	go func() {
		defer close(made)
		for i := 0; i < len(rs); i += batchSize {
			b := makeBatch(ix, t, rs[i:min(i+batchSize, len(rs))])
			select {
			case made <- b:
			case <-ctx.Done():
				return
			}
		}
	}()
	return made
}

func makeBatch(ix bleve.Index, t *kana.Table, rs []*record.Record) batch {
	b := batch{entries: make([]*Entry, len(rs)), bleve: ix.NewBatch()}
	docs := make([]*document.Document, len(rs))
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(rs)) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(rs); i = int(next.Add(1)) - 1 {
				e := NewEntry(t, rs[i])
				b.entries[i], docs[i] = e, documentOf(e)
			}
		})
	}
	wg.Wait()
	for _, d := range docs {
		if err := b.bleve.IndexAdvanced(d); err != nil {
			b.err = err
		}
	}
	return b
}

func documentOf(e *Entry) *document.Document {
	d := document.NewDocument(string(e.ID))
	d.AddField(newTerms(e))
	d.AddField(document.NewTextFieldCustom(entryField, nil, e.encode(), bindex.StoreField, nil))
	return d
}

// terms is a field of the terms of an entry, each once. bleve only picks
// candidates, so it needs neither frequencies nor positions.
type terms struct {
	*document.TextField
	once bindex.TokenFrequencies
}

func newTerms(e *Entry) *terms {
	ts := e.Terms()
	one := &bindex.TokenFreq{}
	one.SetFrequency(1)
	x := &terms{document.NewTextFieldCustom(termField, nil, nil, bindex.IndexField|bindex.SkipFreqNorm, nil), make(bindex.TokenFrequencies, len(ts))}
	for _, t := range ts {
		x.once[t] = one
	}
	return x
}

// Analyze has nothing left to do.
func (x *terms) Analyze()                                          {}
func (x *terms) AnalyzedLength() int                               { return len(x.once) }
func (x *terms) AnalyzedTokenFrequencies() bindex.TokenFrequencies { return x.once }
