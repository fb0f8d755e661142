package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/vectors"
)

type hit struct {
	Record record.ID `json:"record"`
	Tier   string    `json:"tier"`
	Score  int       `json:"score"`
}

var tiers = []string{kana.Exact.String(), kana.Folded.String(), kana.Reading.String(), kana.Loose.String()}

// above reports whether a stands strictly above b: by tier, then by score.
func (a hit) above(b hit) bool {
	x, y := slices.Index(tiers, a.Tier), slices.Index(tiers, b.Tier)
	return x < y || x == y && a.Score > b.Score
}

type ratio struct{ ok, of int }

func (r *ratio) add(ok bool) bool {
	r.of++
	if ok {
		r.ok++
	}
	return ok
}

func (r ratio) String() string { return fmt.Sprintf("%d/%d", r.ok, r.of) }

// counts of one engine. Rank rows that say match are matches; rank counts the
// rows that say lower, each of which must stand below all of these.
type counts struct{ match, guards, rank ratio }

func (c counts) String() string {
	return fmt.Sprintf("match %v guards %v rank %v", c.match, c.guards, c.rank)
}

// judge counts the answers to an archive's rows and writes a line for each that fails.
func (c *counts) judge(w io.Writer, where string, a *archive, answers [][]hit) {
	fail := func(r vectors.Row, what string) {
		fmt.Fprintf(w, "%s:%d: %s: %q %s %q (%s)\n", where, r.Line, r.Category, r.Query, what, r.Text, r.Why)
	}
	for n, r := range a.rows {
		own, found := find(answers[n], n)
		switch r.Expect {
		case vectors.Match:
			if !c.match.add(found) {
				fail(r, "does not find")
			}
		case vectors.NoMatch:
			if !c.guards.add(!found || own.Tier == kana.Loose.String()) {
				fail(r, "finds ("+own.Tier+")")
			}
		case vectors.Lower:
			below := true
			for k, m := range a.rows {
				if m.Expect == vectors.Match && m.Query == r.Query {
					top, ok := find(answers[n], k)
					below = below && ok && (!found || top.above(own))
				}
			}
			if !c.rank.add(below) {
				fail(r, "does not rank below the rest")
			}
		}
	}
}

func find(hits []hit, row int) (hit, bool) {
	for _, h := range hits {
		if h.Record == id(row) {
			return h, true
		}
	}
	return hit{}, false
}
