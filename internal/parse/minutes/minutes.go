// Package minutes reads the minutes of a council (会議録). It is total: any text
// gives a record, and every non-blank character of it lands in exactly one
// field or in the residue.
//
// The way: lines (line.go) → the notation of the speakers, chosen against the
// whole document (notation.go) → the head, label by label (header.go) → the
// body, line by line (body.go) → what is read from both (outcome.go, cite.go).
package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// parser holds one document on its way to a record.
type parser struct {
	rec      *record.Record
	lines    []line
	voices   *voices
	notation *notation
	passages int
	titles   []line
}

// Parse reads d as minutes. It never returns nil.
func Parse(d *source.Document) *record.Record {
	r := &record.Record{Kind: record.KindMinutes, Source: d.Source}
	r.Diagnostics = append(r.Diagnostics, d.Diagnostics...)
	p := &parser{rec: r, lines: split(d), voices: newVoices()}
	p.notation = choose(p.lines, p.voices)
	if p.notation != nil {
		r.Notation = p.notation.name
	}
	rest := p.head()
	p.readHead()
	p.body(rest)
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

func (p *parser) residue(l line, why string) {
	p.rec.Residue = append(p.rec.Residue, record.Residue{Line: l.n, Text: l.text, Why: why})
}

// Score says how much d looks like minutes: labels of a meeting's head, words
// of the title, speakers. 5 is likely.
func Score(d *source.Document) int {
	lines := split(d)
	if len(lines) > 400 {
		lines = lines[:400]
	}
	score := 0
	seen := map[string]bool{}
	for i, l := range lines {
		if i < 12 {
			for _, g := range genres {
				if strings.Contains(l.text, g) {
					score += 3
					break
				}
			}
		}
		if i < 80 && !textutil.Longer(l.text, 120) {
			if m, ok := matchLabel(l.text); ok && m.field != "" && !seen[m.field] {
				seen[m.field] = true
				score += 2
			}
		}
	}
	v := newVoices()
	if n := choose(lines, v); n != nil {
		score += 3
	}
	return score
}
