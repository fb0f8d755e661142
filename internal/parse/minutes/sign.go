package minutes

import (
	"fmt"

	"github.com/toshin-archive/toshin/internal/source"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// Sign is why a line became what it did.
type Sign struct {
	Line int    // 0: of the whole document
	What string // one of the keys below
	Args []string
}

// What a sign tells, with its arguments.
const (
	SignNotation = "notation" // the notation, in how many places it fits, the next best, in how many
	SignWord     = "word"     // a label that the tables know: the word
	SignCell     = "cell"     // the first cell of a row
	SignLike     = "like"     // set as the label before it: that label
	SignAgenda   = "agenda"   // the agenda announces it: the entry
	SignTag      = "tag"      // a case: its name
	SignBracket  = "bracket"  // a heading in brackets
	SignNumber   = "number"   // its number begins or goes on with those of the headings
	SignPeople   = "people"   // words of a roster and what each was taken for: word, kind, word, kind …
	SignColumns  = "columns"  // a row under the heads of a roster
)

// kindNames are the kinds of a roster's words in a sign.
var kindNames = [...]string{"note", "name", "given", "post", "body"}

// Signs reads d once more and tells what spoke for what became of each line, as far as
// one thing did: not every line has a sign.
func Signs(d *source.Document) []Sign {
	own := *d
	own.Lines, _ = d.Own()
	x := Open(&own)
	p := x.mended(len(x.lines))
	p.traced = true
	p.record()
	if p.notation != nil {
		counts := fitting(p.chosen.lines, p.chosen.inner, p.voices)
		best, second := 0, -1
		for k := range notations {
			switch {
			case notations[k].name == p.notation.name:
				best = counts[k]
			case second < 0 || counts[k] > counts[second]:
				second = k
			}
		}
		p.sign(0, SignNotation, p.notation.name, fmt.Sprint(best), notations[second].name, fmt.Sprint(counts[second]))
	}
	return p.signs
}

// sign keeps a sign where they are asked for.
func (p *parser) sign(n int, what string, args ...string) {
	if p.traced && len(p.signs) < 20000 {
		p.signs = append(p.signs, Sign{n, what, args})
	}
}

// signLabel tells how a label was known.
func (h *header) signLabel(l line, m labelMatch) {
	if !h.traced {
		return
	}
	switch x, ok := matchLabel(l.text); {
	case ok:
		h.sign(l.n, SignWord, x.word)
	case l.cell == firstCell:
		h.sign(l.n, SignCell)
	case h.cur != nil:
		h.sign(l.n, SignLike, textutil.Trim(h.cur.m.label))
	}
}

// signPeople tells what the words of a piece were taken for.
func (r *roster) signPeople(ts []token, kinds []kind) {
	if !r.p.traced {
		return
	}
	var args []string
	for i, t := range ts {
		if !t.note && len(ts) > 1 {
			args = append(args, t.text, kindNames[kinds[i]])
		}
	}
	if len(args) > 2 {
		r.p.sign(r.lastRow, SignPeople, args...)
	}
}
