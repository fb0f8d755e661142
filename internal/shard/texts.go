package shard

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/toshin-archive/toshin/internal/index"
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

func (w *store) text(e *index.Entry) []byte {
	x := text{string(e.ID), e.Title, e.Date, e.Kind, e.Places, [][]any{}}
	for _, s := range e.Segments {
		within := s.Within
		if within == nil {
			within = []int{}
		}
		x.Segments = append(x.Segments, []any{s.Class, s.Passage, within, s.Place, s.Pieces})
	}
	return w.pack(w.wide(x))
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
