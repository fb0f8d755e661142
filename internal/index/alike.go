package index

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/index/scorch"
	segment "github.com/blevesearch/scorch_segment_api/v2"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/similar"
)

// alikeFields are the fields of what records may be similar by. A term of an item
// of minutes has the item's number behind a tab, which no feature has: one document
// is a meeting that dealt with many cases.
var alikeFields = [similar.Kinds]string{similar.Term: "word", similar.TitleTerm: "title", similar.Article: "article", similar.Cited: "cites"}

const itemMark = '\t'

// Parts says which parts of a record are compared with those of others: of a reply
// 0, of minutes the items that belong to cases, counted from 1.
type Parts func(*record.Record) []int

// addAlike adds to the document of r what its parts may be similar by.
func addAlike(d *document.Document, r *record.Record, parts []int) {
	var ts [similar.Kinds][]string
	for _, item := range parts {
		end := ""
		if item > 0 {
			end = string(itemMark) + strconv.Itoa(item)
		}
		for _, f := range similar.FeaturesOf(r, item) {
			ts[f.Kind] = append(ts[f.Kind], f.Text+end)
		}
	}
	for k, t := range ts {
		if len(t) > 0 {
			d.AddField(newTerms(alikeFields[k], t))
		}
	}
}

// Alike is what the index has of what records may be similar by: a walk over the
// terms of its fields and their postings, segment by segment.
func (x *Reader) Alike() (*similar.Table, error) {
	t := similar.NewTable()
	s, ok := x.r.(*scorch.IndexSnapshot)
	if !ok {
		return nil, fmt.Errorf("index: a reader of %T has no segments", x.r)
	}
	for _, seg := range s.Segments() {
		if err := alikeIn(seg, t); err != nil {
			return nil, fmt.Errorf("index: %w", err)
		}
	}
	return t, nil
}

func alikeIn(seg *scorch.SegmentSnapshot, t *similar.Table) error {
	ids := make([]record.ID, seg.Segment().Count())
	for live := seg.DocNumbersLive().Iterator(); live.HasNext(); {
		doc := live.Next()
		id, err := seg.DocID(uint64(doc))
		if err != nil {
			return err
		}
		ids[doc] = record.ID(id)
	}
	for k, field := range alikeFields {
		w := walker{kind: similar.Kind(k), seg: seg, ids: ids, table: t}
		if err := w.walk(field); err != nil {
			return fmt.Errorf("%s: %w", field, err)
		}
	}
	return nil
}

// walker hands the postings of a field of a segment to the table.
type walker struct {
	kind  similar.Kind
	seg   *scorch.SegmentSnapshot
	ids   []record.ID // of the documents
	table *similar.Table

	list  segment.PostingsList
	next  segment.PostingsIterator
	parts []similar.Part
}

func (w *walker) walk(field string) error {
	if !slices.Contains(w.seg.Fields(), field) {
		return nil
	}
	dict, err := w.seg.Segment().Dictionary(field)
	if err != nil {
		return err
	}
	terms := dict.AutomatonIterator(nil, nil, nil)
	for {
		e, err := terms.Next()
		if err != nil || e == nil {
			return err
		}
		if err := w.term(dict, []byte(e.Term)); err != nil {
			return err
		}
	}
}

func (w *walker) term(dict segment.TermDictionary, term []byte) (err error) {
	text, item := term, 0
	if i := bytes.IndexByte(term, itemMark); i >= 0 {
		if item, err = strconv.Atoi(string(term[i+1:])); err != nil {
			return err
		}
		text = term[:i]
	}
	if w.list, err = dict.PostingsList(term, w.seg.Deleted(), w.list); err != nil {
		return err
	}
	w.next = w.list.Iterator(false, false, false, w.next)
	w.parts = w.parts[:0]
	for {
		p, err := w.next.Next()
		if err != nil {
			return err
		}
		if p == nil {
			break
		}
		n := p.Number()
		if n > math.MaxInt32 || int(n) >= len(w.ids) {
			return fmt.Errorf("no document %d", n)
		}
		w.parts = append(w.parts, similar.Part{Record: w.ids[n], Item: item})
	}
	w.table.Add(w.kind, text, w.parts...)
	return nil
}
