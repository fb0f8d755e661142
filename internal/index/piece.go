package index

import (
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/kana"
)

// maxPiece is the longest piece in characters: a snippet and what leads to it.
const maxPiece = 160

// pieces cuts a text behind its sentences into pieces of at most maxPiece
// characters, as few as can be; joined they are the text. A search shows the
// first piece that has its words, so a piece is what the browser need know.
func pieces(text string) []string {
	var out []string
	from, n := 0, 0 // the piece so far: its first byte, its characters
	end, count := 0, 0
	// The sentence so far is text[end:i], count characters.
	flush := func() {
		if end > from {
			out = append(out, text[from:end])
			from, n = end, 0
		}
	}
	take := func(i int) {
		if n+count > maxPiece {
			flush()
		}
		end, n, count = i, n+count, 0
	}
	for i, r := range text {
		if count == maxPiece {
			take(i)
		}
		count++
		switch r {
		case '。', '\n', '！', '？':
			take(i + utf8.RuneLen(r))
		}
	}
	take(len(text))
	flush()
	return out
}

// Pieces analyzes pieces as NewPiece does, one after the other in the same memory:
// what New gives is good until the next. It has no text, which is the piece.
type Pieces struct {
	b builder
	e Entry
}

// NewPieces is for a table's.
func NewPieces(t *kana.Table) *Pieces { return &Pieces{b: builder{t: t}} }

// New analyzes a piece.
func (p *Pieces) New(text string) *Entry {
	p.e = Entry{Segments: p.e.Segments[:0]}
	p.b.e = &p.e
	p.b.segment(Plain, "", nil, text, nil)
	return p.b.end()
}
