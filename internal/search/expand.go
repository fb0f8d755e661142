package search

import "github.com/toshin-archive/toshin/internal/kana"

// expanded lists what the words of q were read as: what the page says as
// "「とうしん」を「答申」でも探しました". assets/js/toshin.js does the same.
func (s *Searcher) expanded(q Query) []kana.Expansion {
	var es []kana.Expansion
	seen := map[string]bool{}
	for _, c := range q.Clauses {
		for _, t := range c.Any {
			if t.Phrase {
				continue
			}
			for _, e := range s.t.Expand(t.Text, s.lex) {
				if !seen[e.From] {
					seen[e.From] = true
					es = append(es, e)
				}
			}
		}
	}
	return es
}

// withoutReadings is s with the reading of kana and romaji switched off.
func (s *Searcher) withoutReadings() *Searcher {
	plain := *s
	plain.lex = nil
	return &plain
}
