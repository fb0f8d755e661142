package minutes

import (
	"slices"
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// Paper is a document that may be minutes: what is found while it is looked at
// need not be found again when it is read.
type Paper struct {
	doc    *source.Document
	lines  []line
	parser *parser // of all lines, mended; nil: not yet
}

// Open takes a document in hand.
func Open(d *source.Document) *Paper { return &Paper{doc: d, lines: split(d)} }

// looked is how many lines are enough to tell minutes by.
const looked = 400

// mended begins a parser on the first n lines.
func (x *Paper) mended(n int) *parser {
	r := &record.Record{Kind: record.KindMinutes, Source: x.doc.Source}
	p := &parser{rec: r, lines: slices.Clone(x.lines[:n]), voices: newVoices()}
	p.voices.parts = divided(p.lines)
	p.voices.abbreviations(p.lines)
	p.notate()
	p.mend()
	p.notate()
	return p
}

// Record reads the paper as minutes, once. It is never nil.
func (x *Paper) Record() *record.Record {
	if x.parser == nil {
		x.parser = x.mended(len(x.lines))
	}
	return x.parser.record()
}

// Score says how much the paper looks like minutes: labels of a meeting's head,
// words of the title, speakers. 5 is likely.
func (x *Paper) Score() int {
	p := x.mended(min(len(x.lines), looked))
	if len(x.lines) <= looked {
		x.parser = p
	}
	score := 0
	seen := map[string]bool{}
	for i, l := range p.lines {
		if i < 12 {
			for _, g := range genres {
				if strings.Contains(l.text, g) {
					score += 3
					break
				}
			}
		}
		if i < 6 && hasRound(l.text) && hasBody(l.text) && titled(l.text) && !seen["title"] {
			seen["title"] = true
			score += 2
		}
		if i < 80 && !textutil.Longer(l.text, 120) {
			if m, ok := matchLabel(l.text); ok && m.field != "" && !seen[m.field] {
				seen[m.field] = true
				score += 2
			}
		}
	}
	if p.notation != nil {
		score += 3
	}
	return score
}
