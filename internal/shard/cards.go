package shard

import (
	"cmp"
	"slices"
	"strings"

	"github.com/toshin-archive/toshin/internal/index"
	"github.com/toshin-archive/toshin/internal/kana"
)

// A card is what a hit shows of one record: the first piece that has the term.
// The best records of common words have theirs beside the lists, so that most
// searches need no record's text (ten scattered texts would be ten requests).
type card struct {
	n                                       int
	id, title, date, kind, passage, excerpt string
}

const (
	perTerm   = 10 // cards of a term, as many as a first page shows
	cardShare = 19 // cards may be 1/cardShare of the text, in bytes
	cardBytes = 100
	cardMin   = 4 // a term of fewer records has none: their texts are as few requests
)

// candidate is a term that may have cards.
type candidate struct {
	text  string
	count int   // records that have it
	wordy bool  // it stands in kanji or katakana somewhere
	at    int64 // where its row is in the run
	size  int   // and how long
}

// isCandidate leaves out what stands in few records, is no word of the text, or
// is grammar: what stands in a quarter of all records in hiragana.
func (r *row) isCandidate(records int) bool {
	return r.count >= cardMin && r.text[0] != suggestionMark[0] && (r.edge&wordy != 0 && r.edge&whole != 0 || r.count <= records/4 && r.edge&wordy == 0)
}

// deal picks the terms that have cards: those in kanji and katakana first, then the
// commonest, until their share is used up. They come in order of their texts.
func deal(cs []candidate, textBytes int64) []candidate {
	slices.SortFunc(cs, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(bit(b.wordy), bit(a.wordy)), cmp.Compare(b.count, a.count), strings.Compare(a.text, b.text))
	})
	left := int(textBytes) / cardShare / cardBytes
	for i, c := range cs {
		if left -= min(c.count, perTerm); left < 0 {
			cs = cs[:i]
			break
		}
	}
	slices.SortFunc(cs, func(a, b candidate) int { return strings.Compare(a.text, b.text) })
	return cs
}

// top are the n postings that a search for the term puts first: the best, of
// equals the newest.
func top(posts []posting, n int) []int32 {
	type scored struct {
		score int
		n     int32
	}
	best := make([]scored, 0, n+1)
	for _, p := range slices.Backward(posts) {
		s := scored{p.score(), p.n}
		if len(best) == n && s.score <= best[n-1].score {
			continue
		}
		i := len(best)
		for i > 0 && best[i-1].score < s.score {
			i--
		}
		best = slices.Insert(best, i, s)
		best = best[:min(len(best), n)]
	}
	ns := make([]int32, len(best))
	for i, b := range best {
		ns[i] = b.n
	}
	slices.Sort(ns)
	return ns
}

func (p posting) score() int {
	edges := 0
	switch {
	case p.edge&whole != 0:
		edges = 2
	case p.edge&(begins|ends) != 0:
		edges = 1
	}
	return index.Worth(int(p.rank&15)+1, index.Class(p.rank>>4), edges)
}

// cardsOf are the cards of a term, in order of their records.
type cardsOf struct {
	term  string
	cards []card
}

// makeCards makes the cards of terms for the record e of ordinal n: it looks through
// the pieces as a search does that shows it. Where no piece by itself has a term,
// its card has no excerpt.
func makeCards(t *kana.Table, n int32, e *index.Entry, terms []string) map[string]card {
	// Terms are compared by their numbers: most of a piece's are not wanted.
	var names index.Names
	want := make(map[uint64]string, len(terms))
	words := map[string]string{}
	made := make(map[string]card, len(terms))
	for _, text := range terms {
		made[text] = card{n: int(n)}
		if isCompound(text) {
			words[wordOf(text)] = text
			continue
		}
		for _, k := range names.Keys(text) {
			want[k] = text
		}
	}
	left := len(terms)
	pieces := index.NewPieces(t)
	var lattice *index.Lattice
	var keys []uint64
	e.Shown(func(segment, piece int) bool {
		s := e.Segments[segment]
		x := pieces.New(s.Pieces[piece])
		take := func(text string) {
			if made[text].excerpt == "" {
				made[text] = card{int(n), string(e.ID), e.Title, e.Date, e.Kind, s.Passage, s.Pieces[piece]}
				left--
			}
		}
		for w, text := range words {
			if strings.Contains(x.Units, w) {
				delete(words, w)
				take(text)
			}
		}
		lattice = index.NewLattice(x, &names, lattice)
		keys = lattice.Keys(keys[:0])
		for _, k := range keys {
			if text, ok := want[k]; ok {
				delete(want, k)
				take(text)
			}
		}
		return left > 0
	})
	return made
}

// size is about that of the cards in a file, 0 where none has an excerpt.
func size(cs []card) (n int) {
	for _, c := range cs {
		if c.excerpt != "" {
			n += len(c.id) + len(c.title) + len(c.excerpt) + 40
		}
	}
	return n
}

// cards are the inflated bytes of a file: JSON in UTF-16, term → cards.
func (w *store) cards(of []cardsOf) []byte {
	x := map[string][][]any{}
	for _, o := range of {
		for _, c := range o.cards {
			if c.excerpt == "" {
				continue
			}
			x[o.term] = append(x[o.term], []any{c.n, c.id, c.title, c.date, c.kind, c.passage, c.excerpt})
		}
	}
	return w.wide(x)
}
