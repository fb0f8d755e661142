package difftest

import (
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/index"
	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/search"
)

// exact holds toshin search to a plain scan of the folded text: each record that
// has the words, and no other.
func exact(t *testing.T, b *built, s *search.Searcher, n int) {
	type segment struct {
		folded string          // with a blank in each gap
		words  map[string]bool // that stand for a stretch as a whole: numbers, marks
		text   *kana.Text
	}
	texts := map[record.ID][]segment{}
	for _, r := range b.records {
		for _, g := range index.NewEntry(b.table, r).Segments {
			x := b.table.Analyze(g.Text())
			var folded strings.Builder
			at := 0
			for _, p := range x.Spans {
				if p.Pos > at {
					folded.WriteByte(' ')
				}
				folded.WriteRune(p.Rune)
				at = p.Pos + 1
			}
			words := map[string]bool{}
			for _, w := range x.Tokens {
				words[w.Term] = words[w.Term] || w.Kind != kana.Gram
			}
			texts[r.ID] = append(texts[r.ID], segment{folded.String(), words, x})
		}
	}
	var found, truth, both int
	for _, q := range newQueries(*seed+1, b).many(8 * n) {
		if strings.ContainsAny(q, " \"-|:：()（）「」") {
			continue
		}
		if n--; n < 0 {
			break
		}
		q = `"` + q + `"` // neither read nor loosened
		chains := s.Chains(search.Term{Text: strings.Trim(q, `"`), Phrase: true})
		want := map[record.ID]bool{}
		for id, gs := range texts {
			for _, g := range gs {
				for _, c := range chains {
					may := !want[id]
					for _, a := range c.Atoms {
						if a.Kind == kana.Gram {
							may = may && strings.Contains(g.folded, a.Text)
						} else {
							may = may && g.words[a.Text]
						}
					}
					if may && (len(c.Atoms) > 1 || c.Atoms[0].Kind != kana.Gram) {
						_, _, _, may = g.text.Find(c)
					}
					want[id] = want[id] || may
				}
			}
		}
		res, err := s.Search(q, search.Options{Limit: len(b.records)})
		if err != nil {
			t.Fatal(err)
		}
		got := 0
		for _, h := range res.Hits {
			if want[h.Record] {
				got++
			}
		}
		want2 := 0
		for _, w := range want {
			if w {
				want2++
			}
		}
		if got != want2 || got != res.Total {
			t.Errorf("%s: %d found, %d in the text, %d of both", q, res.Total, want2, got)
		}
		found, truth, both = found+res.Total, truth+want2, both+got
	}
	t.Logf("recall %.3f, precision %.3f of %d", float64(both)/float64(max(truth, 1)), float64(both)/float64(max(found, 1)), truth)
}
