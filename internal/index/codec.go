package index

import (
	"encoding/binary"
	"errors"
	"sort"

	"github.com/toshin-archive/toshin/internal/record"
)

// encode writes an entry as bleve stores it: numbers as varints, each string
// behind its length. A search reads thousands of them, so JSON would be slow.
func (e *Entry) encode() []byte {
	b := make([]byte, 0, e.encodedSize())
	num := func(n int) { b = binary.AppendUvarint(b, uint64(n)) }
	str := func(s string) { num(len(s)); b = append(b, s...) }
	str(string(e.ID))
	str(e.Kind)
	str(e.Title)
	str(e.Date)
	names := make([]string, 0, len(e.Facets))
	for n := range e.Facets {
		names = append(names, n)
	}
	sort.Strings(names)
	num(len(names))
	for _, n := range names {
		str(n)
		num(len(e.Facets[n]))
		for _, v := range e.Facets[n] {
			str(v)
		}
	}
	num(len(e.Places))
	for _, p := range e.Places {
		str(p.Speaker)
		str(p.Role)
		str(p.Section)
	}
	num(len(e.Segments))
	for _, s := range e.Segments {
		num(s.Start)
		num(int(s.Class))
		str(s.Passage)
		num(len(s.Within))
		for _, w := range s.Within {
			num(w)
		}
		num(s.Place)
		num(len(s.Pieces))
		for _, p := range s.Pieces {
			str(p)
		}
	}
	str(e.Units)
	str(string(e.Flags))
	num(len(e.Marks))
	at := 0
	for _, m := range e.Marks {
		num(m.Pos - at)
		at = m.Pos
		run := 0
		if m.Run {
			run = 1
		}
		num(m.Width<<1 | run)
		str(m.Term)
	}
	return b
}

// encodedSize is about what encode takes.
func (e *Entry) encodedSize() int {
	n := 512 + len(e.Units) + len(e.Flags) + 16*len(e.Marks)
	for i := range e.Segments {
		n += 16
		for _, p := range e.Segments[i].Pieces {
			n += len(p) + 2
		}
	}
	return n
}

var errCutOff = errors.New("an entry is cut off")

// decode reads what encode wrote.
func decode(b []byte) (e *Entry, err error) {
	defer func() {
		if r := recover(); r != nil {
			e, err = nil, errCutOff // a length reached over the end
		}
	}()
	num := func() int {
		v, n := binary.Uvarint(b)
		if n <= 0 {
			panic(errCutOff)
		}
		b = b[n:]
		return int(v)
	}
	all := string(b) // all strings are of this one
	str := func() string {
		n := num()
		at := len(all) - len(b)
		s := all[at : at+n]
		b = b[n:]
		return s
	}
	e = &Entry{ID: record.ID(str()), Kind: str(), Title: str(), Date: str()}
	if n := num(); n > 0 {
		e.Facets = map[string][]string{}
		for range n {
			name := str()
			for range num() {
				e.Facets[name] = append(e.Facets[name], str())
			}
		}
	}
	for range num() {
		e.Places = append(e.Places, Place{str(), str(), str()})
	}
	var within []int
	var pieces []string
	for n := num(); n > 0; n-- {
		if e.Segments == nil {
			e.Segments = make([]Segment, 0, min(n, len(b)))
		}
		s := Segment{Start: num(), Class: Class(num()), Passage: str()}
		from := len(within)
		for range num() {
			within = append(within, num())
		}
		s.Within = within[from:len(within):len(within)]
		s.Place = num()
		from = len(pieces)
		for range num() {
			pieces = append(pieces, str())
		}
		s.Pieces = pieces[from:len(pieces):len(pieces)]
		e.Segments = append(e.Segments, s)
	}
	e.Units, e.Flags = str(), []byte(str())
	at := 0
	for n := num(); n > 0; n-- {
		if e.Marks == nil {
			e.Marks = make([]Mark, 0, min(n, len(b)))
		}
		at += num()
		w := num()
		e.Marks = append(e.Marks, Mark{Pos: at, Width: w >> 1, Run: w&1 == 1, Term: str()})
	}
	return e, nil
}
