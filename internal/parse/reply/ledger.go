package reply

import "github.com/toshin-archive/toshin/internal/record"

// ledger sees to it that every character of the view ends up in the record
// once: a run is taken whole or, where part of it has been taken before, not at
// all, and what nobody took is residue.
type ledger struct {
	*view
	taken []bool // for each byte of s
	waste []record.Residue
}

func newLedger(v *view) *ledger { return &ledger{view: v, taken: make([]bool, len(v.s))} }

// take marks sp as placed and returns its source text, "" where it is empty or
// no longer free.
func (g *ledger) take(sp span) string {
	if !g.free(sp) {
		return ""
	}
	for i := sp.from; i < sp.to; i++ {
		g.taken[i] = true
	}
	return g.text(sp)
}

// takeAll is take for a piece that the source has in several runs, woven with
// others: each run is a line of the text.
func (g *ledger) takeAll(sps ...span) string {
	text := ""
	for _, sp := range sps {
		if t := g.take(sp); t != "" {
			if text != "" {
				text += "\n"
			}
			text += t
		}
	}
	return text
}

func (g *ledger) free(sp span) bool {
	if sp.from < 0 || sp.to > len(g.s) || sp.empty() {
		return false
	}
	for i := sp.from; i < sp.to; i++ {
		if g.taken[i] {
			return false
		}
	}
	return true
}

// discard places sp among the residue.
func (g *ledger) discard(sp span, why string) {
	for _, l := range g.within(sp) {
		if t := g.take(l.span); t != "" {
			g.waste = append(g.waste, record.Residue{Line: l.n, Text: t, Why: why})
		}
	}
}

// left returns the runs inside sp that nobody took.
func (g *ledger) left(sp span) []span {
	var runs []span
	for i := sp.from; i < sp.to; {
		if g.taken[i] {
			i++
			continue
		}
		j := i
		for j < sp.to && !g.taken[j] {
			j++
		}
		runs = append(runs, span{i, j})
		i = j
	}
	return runs
}
