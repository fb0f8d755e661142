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

// text is what the browser needs of a record to prove a match and to show it. Of
// its segments each field is a row of its own, which deflates better.
type text struct {
	Pieces   [][]string  `json:"pieces"`
	ID       string      `json:"id"`
	Title    string      `json:"title"`
	Date     string      `json:"date,omitempty"`
	Kind     string      `json:"kind"`
	Places   [3][]string `json:"places"` // speakers, roles, kinds of section
	Classes  []int       `json:"classes"`
	Passages []any       `json:"passages"` // how many numbers behind the one before (s0001, s0002), or an ID
	Within   []any       `json:"within"`   // segments that head it; 0: the same as of the one before
	At       []int       `json:"at"`       // place, less that of the one before
}

// text is the record's file, inflated.
func (w *store) text(e *index.Entry) []byte {
	x := text{ID: string(e.ID), Title: e.Title, Date: e.Date, Kind: e.Kind, Places: [3][]string{{}, {}, {}}}
	for _, p := range e.Places {
		x.Places[0], x.Places[1], x.Places[2] = append(x.Places[0], p.Speaker), append(x.Places[1], p.Role), append(x.Places[2], p.Section)
	}
	number, at := 0, 0
	var head []int
	for i, s := range e.Segments {
		var passage, within any = s.Passage, 0
		if n, ok := passageNumber(s.Passage); ok {
			passage, number = n-number, n
		}
		if i == 0 || !slices.Equal(s.Within, head) {
			within = append([]int{}, s.Within...)
		}
		x.Classes, x.Passages, x.Within = append(x.Classes, int(s.Class)), append(x.Passages, passage), append(x.Within, within)
		x.At, x.Pieces = append(x.At, s.Place-at), append(x.Pieces, s.Pieces)
		head, at = s.Within, s.Place
	}
	return w.inLetters(x)
}

// passageNumber is 12 of s0012.
func passageNumber(id string) (n int, ok bool) {
	if len(id) != 5 || id[0] != 's' {
		return 0, false
	}
	for _, d := range []byte(id[1:]) {
		if d < '0' || d > '9' {
			return 0, false
		}
		n = 10*n + int(d-'0')
	}
	return n, true
}

// aText is the file of a record's text: made, or one that stands somewhere already.
type aText struct {
	name string // its hash
	file []byte
	at   string // where it stands; "": in file
}

// folder writes the texts of up to perFolder records and returns its name.
func (w *store) folder(texts []aText) string {
	var all []byte
	for _, t := range texts {
		all = append(all, t.name...)
	}
	folder := hash(all)
	if err := os.MkdirAll(filepath.Join(w.dir, folder), 0o755); err != nil {
		w.fail(err)
		return ""
	}
	for i, t := range texts {
		name := fmt.Sprintf("%s/%d.bin", folder, i)
		if t.at == "" {
			w.write(name, t.file)
		} else {
			w.again(t.at, name)
		}
	}
	return folder
}

// A dictionary of what texts have in common saves a third of each. It is made of
// a few records, picked by a hash of their IDs so that a change to another record
// leaves it, and with it all other texts, as it is. The same sample says which
// letters are common.
const (
	sampled    = 20
	fromEach   = 1600 // characters
	dictionary = 26 << 10
)

func sample(r *index.Reader, order []record.ID) (string, error) {
	ids := slices.Clone(order)
	key := func(id record.ID) string { h := sha256.Sum256([]byte(id)); return string(h[:]) }
	slices.SortFunc(ids, func(a, b record.ID) int { return cmp.Compare(key(a), key(b)) })
	var all []rune
	for _, id := range ids[:min(sampled, len(ids))] {
		e, err := r.Entry(id)
		if err != nil {
			return "", err
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
	return string(all), nil
}
