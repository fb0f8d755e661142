package index

import (
	"fmt"

	"github.com/blevesearch/bleve/v2/index/scorch"
	bindex "github.com/blevesearch/bleve_index_api"

	"github.com/toshin-archive/toshin/internal/record"
)

// Entry reads a record's entry.
func (x *Reader) Entry(id record.ID) (e *Entry, err error) {
	found := func(name string, value []byte) {
		if name == entryField {
			e, err = decode(value)
		}
	}
	if at, ok := x.at[id]; ok {
		visit := at.segment.VisitDocument(at.doc, func(name string, _ byte, value []byte, _ []uint64) bool {
			found(name, value)
			return true
		})
		if visit != nil {
			err = visit
		}
	} else {
		d, missing := x.r.Document(string(id))
		if missing != nil || d == nil {
			return nil, fmt.Errorf("index: no entry %s: %w", id, missing)
		}
		d.VisitFields(func(f bindex.Field) { found(f.Name(), f.Value()) })
	}
	if err != nil || e == nil {
		return nil, fmt.Errorf("index: entry %s: %w", id, err)
	}
	return e, nil
}

// place is where a record is stored: its number in a segment.
type place struct {
	segment *scorch.SegmentSnapshot
	doc     uint64
}

// Locate finds the places of all records at once, for who reads the entries of
// many: by itself Entry asks every segment for the record's ID.
func (x *Reader) Locate() error {
	s, ok := x.r.(*scorch.IndexSnapshot)
	if !ok {
		return nil
	}
	at := make(map[record.ID]place, len(x.Docs))
	for _, segment := range s.Segments() {
		for live := segment.DocNumbersLive().Iterator(); live.HasNext(); {
			doc := uint64(live.Next())
			id, err := segment.DocID(doc)
			if err != nil {
				return fmt.Errorf("index: %w", err)
			}
			at[record.ID(id)] = place{segment, doc}
		}
	}
	x.at = at
	return nil
}
