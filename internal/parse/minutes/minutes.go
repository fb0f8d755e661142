// Package minutes reads the minutes of a council (会議録). It is total: any text
// gives a record, and every non-blank character of it lands in exactly one
// field or in the residue.
//
// The way: lines (line.go), mended where print and conversion broke them
// (cells.go, glyphs.go, furniture.go, recut.go) → the notation of the speakers,
// chosen against the whole document (notation.go) → the head, label by label
// (head.go), into people (people.go), days and hours (when.go), title and body
// (title.go, council.go) → the proceedings, line by line (body.go), into items,
// sections and passages → what is read from both (derive.go, outcome.go, cite.go).
//
// testdata/corpus holds documents with their truth; its score.golden shows what
// a change gains and loses.
package minutes

import (
	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// parser holds one document on its way to a record.
type parser struct {
	rec         *record.Record
	lines       []line
	voices      *voices
	notation    *notation
	chosen      chosen
	passages    int
	titles      []line
	fields      []headField
	byTitle     map[string][]int // the agenda by title and case
	headStyle   string           // how the label that opened the proceedings is numbered
	headN       int
	joinedLines int             // lines that had to be cut again
	trail       string          // the page's own name in its site
	at, said    int             // the line of the body at hand, and the last that went into a passage
	foot        int             // line of the body where the end matter begins
	names       map[string]bool // by which members speak
	fusedPosts  int             // how many members stand close to the post they hold elsewhere
	overTable   map[int]string  // what the columns of the last roster that was a table hold
	overRoster  []word          // the heads over the columns of the last roster that had some
	categories  map[string]bool // of members, that the rosters name
	legend      map[rune]string // what marks before names mean, told on a line of its own
	text        growing
	traced      bool   // signs are asked for
	signs       []Sign // why lines became what they did
}

// Parse reads d as minutes. It never returns nil.
func Parse(d *source.Document) *record.Record { return Open(d).Record() }

// Score says how much d looks like minutes; 5 is likely.
func Score(d *source.Document) int { return Open(d).Score() }

// record reads the mended lines.
func (p *parser) record() *record.Record {
	r := p.rec
	rest := p.head()
	p.readHead()
	p.notate() // once more, knowing the names of the head
	p.trusted()
	if p.notation != nil {
		r.Notation = p.notation.name
	}
	p.body(rest)
	p.fromAgenda()
	p.closing()
	p.outcomes()
	p.cites()
	r.ID = ID(r, "")
	for _, x := range r.Residue {
		if x.Why == record.WhyUnplaced {
			p.fault("P130", x.Line, x.Text)
			break
		}
	}
	return r
}

// fault reports a diagnostic about a whole line.
func (p *parser) fault(code string, n int, text string, args ...any) {
	p.rec.Diagnostics = append(p.rec.Diagnostics, diag.At(code, n, 0, text, args...))
}
