package report

import (
	"sort"
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// Explained is how one document was read, line by line. Its JSON names are part
// of the command line.
type Explained struct {
	ID         record.ID   `json:"id"`
	Kind       record.Kind `json:"kind"`
	File       string      `json:"file"`
	Part       string      `json:"part,omitempty"`
	Format     string      `json:"format"`
	Encoding   string      `json:"encoding,omitempty"`
	Confidence float64     `json:"confidence"` // in format and encoding, 0 to 1
	Notation   string      `json:"notation,omitempty"`
	Why        string      `json:"why,omitempty"` // what spoke for the notation
	Lines      []Line      `json:"lines"`
}

// Line is one non-blank line of the source and what became of it.
type Line struct {
	Line  int    `json:"line"`
	Page  int    `json:"page,omitempty"`
	Text  string `json:"text"` // as read, with what is redacted masked
	Parts []Part `json:"parts"`
	Why   string `json:"why,omitempty"` // what spoke for it, where one thing did
}

// Part is a stretch of a line that went into one place.
type Part struct {
	Where string `json:"where"`           // path in the record's JSON, or residue:<why>
	What  string `json:"what"`            // the same for people
	Value string `json:"value,omitempty"` // what was read from it: 2018-03-29
	Text  string `json:"text,omitempty"`  // the stretch, blanks left out
	Goes  bool   `json:"goesOn,omitempty"`
}

// Explain tells of every line of the source what it became. It asks the record
// alone: its pieces know their lines, and stand in the source in that order.
func Explain(r *record.Record, lines []source.Line, lang string) *Explained {
	s := r.Source
	e := &Explained{ID: r.ID, Kind: r.Kind, File: s.File, Part: s.Part, Format: s.Format, Encoding: s.Encoding, Confidence: s.Confidence, Notation: r.Notation, Lines: []Line{}}
	m := spread(lines)
	name := namer(r, lang)
	ps := r.Pieces()
	sort.SliceStable(ps, func(i, j int) bool { return ps[i].Line < ps[j].Line })
	at := map[int]int{} // line of the file → row
	for _, l := range m.rows {
		at[l.n] = len(e.Lines)
		e.Lines = append(e.Lines, Line{Line: l.n, Page: s.PageOf(l.n), Text: trim(l.raw)})
	}
	put := func(row int, p Part) { e.Lines[row].Parts = append(e.Lines[row].Parts, p) }
	for _, p := range ps {
		what, value := name.of(p.Where)
		from, goes := m.offsetOf(p.Line), false
		for l := range strings.SplitSeq(p.Text, "\n") {
			l = squeeze(l)
			if l == "" {
				continue
			}
			start, ok := m.find(l, from)
			if !ok { // woven columns, or a mark that stands around its label
				if row, ok := at[p.Line]; ok {
					put(row, Part{p.Where, what, value, l, goes})
				}
				value, goes = "", true
				continue
			}
			for _, cut := range m.cut(start, start+len(l)) {
				put(cut.row, Part{p.Where, what, value, m.text[cut.from:cut.to], goes})
				value, goes = "", true
			}
			from = start + len(l)
		}
	}
	if r.Kind == record.KindMinutes {
		e.signs(lines, at, lang)
	}
	return e
}
