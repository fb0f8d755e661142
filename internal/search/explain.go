package search

import (
	"fmt"

	"github.com/toshin-archive/toshin/internal/index"
	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/record"
)

// Explanation is how a query was read and what its first hits were worth
// (docs/ranking.md).
type Explanation struct {
	Query Query           `json:"query"`
	Terms []ExplainedTerm `json:"terms"`
	Total int             `json:"total"`
	Hits  []ExplainedHit  `json:"hits"`
}

// ExplainedTerm is a word or phrase of the query.
type ExplainedTerm struct {
	Text     string           `json:"text"`
	Folded   string           `json:"folded"`   // as the index has it
	Expanded []kana.Expansion `json:"expanded"` // what was read by its sound
	Ways     []Way            `json:"ways"`     // all that is looked for, the literal one first
	Records  int              `json:"records"`  // how many have it
	Rarity   int              `json:"rarity"`   // the fewer, the more; 256 = one half as many
}

// Way is one way to find a term.
type Way struct {
	Tier  string   `json:"tier"`  // the best it can reach
	Parts []string `json:"parts"` // what must follow each other (docs/folding.md: terms of alternates)
	Terms []string `json:"terms"` // of the index, that pick the records to look at
}

// ExplainedHit is a record with what each word gives it; Score is their sum.
type ExplainedHit struct {
	Record record.ID       `json:"record"`
	Title  string          `json:"title"`
	Tier   string          `json:"tier"`
	Score  int             `json:"score"`
	Words  []ExplainedWord `json:"words"`
}

// ExplainedWord is rarity × impact × place × edges, see index.Worth.
type ExplainedWord struct {
	Text   string `json:"text"`
	Tier   string `json:"tier"`
	Rarity int    `json:"rarity"`
	Times  int    `json:"times"`  // how often it stands there
	Impact int    `json:"impact"` // what that counts for in a record of this length, 1 to 8
	Place  int    `json:"place"`  // index.Class of the best place
	Edges  int    `json:"edges"`  // of the two, those that are a word's
	Score  int    `json:"score"`
}

// Explain reads a query as Search does and tells how; of the hits the first limit.
func (s *Searcher) Explain(q string, limit int) (*Explanation, error) {
	x := &Explanation{Query: Parse(q), Terms: []ExplainedTerm{}, Hits: []ExplainedHit{}}
	x.Query.Expanded = s.expanded(x.Query)
	e, err := s.evaluate(&x.Query)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	hits, _, err := e.all(false)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	words := map[*leaf]string{}
	at := 0 // of e.clauses, which has those with something to search
	for _, c := range x.Query.Clauses {
		k := 0
		for _, t := range c.Any {
			term := s.explainTerm(t)
			if len(term.Ways) > 0 {
				m := e.clauses[at].any[k]
				term.Records, term.Rarity = len(m), e.clauses[at].idfs[k]
				for _, l := range m {
					words[l] = t.Text
				}
				k++
			}
			x.Terms = append(x.Terms, term)
		}
		if k > 0 {
			at++
		}
	}
	s.order(hits, "")
	x.Total = len(hits)
	for _, h := range hits[:min(limit, len(hits))] {
		r, err := s.stream(h.id)
		if err != nil {
			return nil, fmt.Errorf("search: %w", err)
		}
		hit := ExplainedHit{Record: h.id, Title: r.Title, Tier: h.tier.String(), Score: h.score}
		for i, l := range h.leaves {
			hit.Words = append(hit.Words, explainLeaf(r, l, words[l], h.idfs[i]))
		}
		x.Hits = append(x.Hits, hit)
	}
	return x, nil
}

func (s *Searcher) explainTerm(t Term) ExplainedTerm {
	x := ExplainedTerm{Text: t.Text, Expanded: []kana.Expansion{}, Ways: []Way{}}
	for _, p := range s.t.Analyze(t.Text).Spans {
		x.Folded += string(p.Rune)
	}
	if !t.Phrase {
		x.Expanded = append(x.Expanded, s.t.Expand(t.Text, s.lex)...)
	}
	for _, c := range s.Chains(t) {
		w := Way{Tier: c.Tier.String()}
		for _, a := range c.Atoms {
			w.Parts = append(w.Parts, a.Text)
		}
		for _, p := range phrases([]kana.Chain{c}) {
			w.Terms = append(w.Terms, p.terms()...)
		}
		x.Ways = append(x.Ways, w)
	}
	return x
}

func explainLeaf(r *stream, l *leaf, text string, rarity int) ExplainedWord {
	times, class := r.count(l.phrase)
	w := ExplainedWord{Text: text, Tier: l.tier.String(), Rarity: rarity, Times: times, Place: int(class), Impact: index.Impact(times, r.Len()), Score: rarity * l.worth}
	for w.Edges < 2 && index.Worth(w.Impact, class, w.Edges) != l.worth {
		w.Edges++
	}
	return w
}
