package shard

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/toshin-archive/toshin/internal/index"
	"github.com/toshin-archive/toshin/internal/record"
)

// perFolder is how many records' texts share a folder. It is named by what they
// hold together, so that the manifest need not name each.
const perFolder = 128

// text is what the browser needs of a record to prove a match and to show it.
type text struct {
	ID       string        `json:"id"`
	Title    string        `json:"title"`
	Date     string        `json:"date,omitempty"`
	Kind     string        `json:"kind"`
	Places   []index.Place `json:"places,omitempty"`
	Segments [][]any       `json:"segments"` // class, passage, segments that head it, place, pieces
}

func (w *store) text(e *index.Entry, dictionary []byte) []byte {
	x := text{string(e.ID), e.Title, e.Date, e.Kind, e.Places, [][]any{}}
	for _, s := range e.Segments {
		within := s.Within
		if within == nil {
			within = []int{}
		}
		x.Segments = append(x.Segments, []any{s.Class, s.Passage, within, s.Place, s.Pieces})
	}
	return w.packText(w.wide(x), dictionary)
}

// folder writes the texts of up to perFolder records and returns its name.
func (w *store) folder(texts [][]byte) string {
	var all []byte
	for _, b := range texts {
		all = append(all, hash(b)...)
	}
	name := hash(all)
	if err := os.MkdirAll(filepath.Join(w.dir, name), 0o755); err != nil {
		w.fail(err)
		return ""
	}
	for i, b := range texts {
		w.write(fmt.Sprintf("%s/%d.bin", name, i), b)
	}
	return name
}

// A dictionary of what texts have in common saves a third of each. It is made of
// a few records, picked by a hash of their IDs so that a change to another record
// leaves it, and with it all other texts, as it is.
const (
	sampled  = 10
	fromEach = 1600 // characters
)

func (w *store) dictionary(r *index.Reader) ([]byte, error) {
	ids := slices.Clone(r.Order)
	key := func(id record.ID) string { h := sha256.Sum256([]byte(id)); return string(h[:]) }
	slices.SortFunc(ids, func(a, b record.ID) int { return cmp.Compare(key(a), key(b)) })
	var all []rune
	for _, id := range ids[:min(sampled, len(ids))] {
		e, err := r.Entry(id)
		if err != nil {
			return nil, err
		}
		var text []rune
		for _, s := range e.Segments {
			if s.Class != index.Title && s.Class != index.Heading {
				text = append(text, []rune(s.Text())...)
			}
			if len(text) > fromEach {
				text = text[:fromEach]
				break
			}
		}
		all = append(all, text...)
	}
	return utf16le(string(all)), nil
}
