package shard

import (
	"cmp"
	"slices"
	"strings"
	"sync"

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

// dealt are the terms whose cards a record has to make.
type dealt [][]int32 // of each record: places of terms in ts

// deal picks the cards: terms in kanji and katakana first, then the commonest, of
// each the best records by the measure of a search for the term alone, until
// their share is used up. What stands in a quarter of all records in hiragana is
// grammar.
func deal(ts []term, records int, textBytes int64) dealt {
	byCount := make([]int32, 0, len(ts))
	for i := range ts {
		if n := len(ts[i].posts); n >= cardMin && (ts[i].isWord() || n <= records/4 && !ts[i].wordy) {
			byCount = append(byCount, int32(i))
		}
	}
	slices.SortFunc(byCount, func(a, b int32) int {
		return cmp.Or(cmp.Compare(bit(ts[b].wordy), bit(ts[a].wordy)), cmp.Compare(len(ts[b].posts), len(ts[a].posts)), cmp.Compare(a, b))
	})
	left := int(textBytes) / cardShare / cardBytes
	d := make(dealt, records)
	for _, i := range byCount {
		best := top(ts[i].posts, perTerm)
		if left -= len(best); left < 0 {
			break
		}
		for _, n := range best {
			d[n] = append(d[n], i)
		}
	}
	return d
}

// isWord reports whether the term is a word of the text somewhere, in kanji or katakana.
func (t *term) isWord() bool {
	return t.wordy && slices.ContainsFunc(t.posts, func(p posting) bool { return p.edge&whole != 0 })
}

// top are the n postings that a search for the term puts first.
func top(posts []posting, n int) []int32 {
	type scored struct {
		score int
		n     int32
	}
	best := make([]scored, 0, n+1)
	for _, p := range posts {
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

// maker makes the cards of records.
type maker struct {
	t     *kana.Table
	ts    []term
	mu    sync.Mutex
	cards map[string][]card
}

// make looks through the pieces of e as a search does that shows it.
func (m *maker) make(n int, e *index.Entry, terms []int32) {
	if len(terms) == 0 {
		return
	}
	// Terms are compared by their numbers: most of a piece's are not wanted.
	var names index.Names
	want := make(map[uint64]int32, len(terms))
	words := map[string]int32{}
	for _, i := range terms {
		if w := m.ts[i].word; w != "" {
			words[w] = i
			continue
		}
		want[m.ts[i].names.Into(&names, m.ts[i].key)] = i
	}
	made := make(map[string]card, len(terms))
	var lattice *index.Lattice
	var keys []uint64
	e.Shown(func(segment, piece int) bool {
		s := e.Segments[segment]
		x := index.NewPiece(m.t, s.Pieces[piece])
		take := func(i int32) {
			made[m.ts[i].text] = card{n, string(e.ID), e.Title, e.Date, e.Kind, s.Passage, s.Pieces[piece]}
		}
		for w, i := range words {
			if strings.Contains(x.Units, w) {
				delete(words, w)
				take(i)
			}
		}
		lattice = index.NewLattice(x, &names, lattice)
		keys = lattice.Keys(keys[:0])
		for _, k := range keys {
			if i, ok := want[k]; ok {
				delete(want, k)
				take(i)
			}
		}
		return len(want)+len(words) > 0
	})
	m.mu.Lock()
	defer m.mu.Unlock()
	for t, c := range made {
		m.cards[t] = append(m.cards[t], c)
	}
}

func (m *maker) sorted() map[string][]card {
	for _, cs := range m.cards {
		slices.SortFunc(cs, func(a, b card) int { return cmp.Compare(a.n, b.n) })
	}
	return m.cards
}

func size(cs []card) (n int) {
	for _, c := range cs {
		n += len(c.id) + len(c.title) + len(c.excerpt) + 40
	}
	return n
}

// cards are the inflated bytes of a file: JSON in UTF-16, term → cards.
func (w *store) cards(ps []part, cards map[string][]card) []byte {
	x := map[string][][]any{}
	for _, p := range ps {
		for _, c := range cards[p.text] {
			x[p.text] = append(x[p.text], []any{c.n, c.id, c.title, c.date, c.kind, c.passage, c.excerpt})
		}
	}
	return w.wide(x)
}
