package shard

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
	perTerm = 10 // cards of a term, as many as a first page shows
	cardMin = 4  // a term of fewer records has none: their texts are as few requests

	// How many cards there are: what people search for is as many words in any
	// archive and some more in a large one, but all take a share of the text at most.
	someCards     = 14_000
	cardsOfRecord = 2
	cardBytes     = 100 // of a card, deflated
	cardShare     = 8   // cards are at most 1/cardShare of the text, in bytes
)

// candidate is a term that may have cards.
type candidate struct {
	text   string
	count  int   // records that have it
	likely int   // see row.likely
	at     int64 // where its row is in the run
	size   int   // and how long
}

// deal picks the terms that have cards, the likeliest to be searched for first,
// until the cards are used up. They come in order of their texts.
func deal(cs []candidate, records int, textBytes int64) []candidate {
	slices.SortFunc(cs, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.likely, a.likely), strings.Compare(a.text, b.text))
	})
	left := min(someCards+cardsOfRecord*records, int(textBytes)/cardShare/cardBytes)
	for i, c := range cs {
		if left -= min(c.count, perTerm); left < 0 {
			cs = cs[:i]
			break
		}
	}
	slices.SortFunc(cs, func(a, b candidate) int { return strings.Compare(a.text, b.text) })
	return cs
}

// What a record that has a term counts for, when it is asked how likely people
// search for the term: a word of the text or of the lexicon; one character that
// is a word; pairs of hiragana, mostly parts of words.
const (
	likelyWord   = 8
	likelySingle = 3
	likelyPart   = 1
)

// likely measures how likely people search for the term: by how many records have
// it and what it is. 0: it has no cards. forms are the words of the lexicon.
func (r *row) likely(records int, forms map[string]bool) int {
	text := wordOf(r.text)
	word := r.edge&wordy != 0 && r.edge&whole != 0
	switch {
	case r.count < cardMin, r.text[0] == suggestionMark[0]:
		return 0
	case isCompound(r.text):
		return r.count * likelyWord
	case r.text != text: // a pair
		kana := strings.IndexFunc(text, notKana) < 0
		switch {
		case kana && r.count > records/4: // grammar
			return 0
		case word, !kana && forms[text]:
			return r.count * likelyWord
		case kana && r.edge&wordy == 0:
			return r.count * likelyPart
		}
		return 0
	case utf8.RuneCountInString(text) > 1 && strings.IndexFunc(text, unicode.IsLetter) == 0: // ICT
		return r.count * likelyWord
	case word, strings.Trim(text, "0123456789") == "": // 税, 2018
		return r.count * likelySingle
	}
	return 0
}

func notKana(r rune) bool { return !unicode.In(r, unicode.Hiragana, unicode.Katakana) }

// formsOf are the words that a lexicon knows.
func formsOf(lex kana.Lexicon) map[string]bool {
	forms := map[string]bool{}
	for _, fs := range lex {
		for _, f := range fs {
			forms[f] = true
		}
	}
	return forms
}

// best are the records whose cards a term has: those that a search for it puts
// first, for each way to write it that some have (ごみ, ゴミ).
func best(posts []posting) []int32 {
	var all []int32
	var so [4]int // postings of each way
	for _, p := range posts {
		for way := range so {
			so[way] += int(p.ways >> way & 1)
		}
	}
	for way, n := range so {
		if n >= cardMin {
			all = top(all, posts, perTerm, 1<<way, true)
			all = top(all, posts, perTerm-n, 1<<way, false)
		}
	}
	if all == nil {
		all = top(all, posts, perTerm, 0, false)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// top appends the n postings, of those that are written the way (or are not), that
// a search for the term puts first: the best, of equals the newest.
func top(all []int32, posts []posting, n int, way byte, so bool) []int32 {
	if n <= 0 {
		return all
	}
	type scored struct {
		score int
		n     int32
	}
	best := make([]scored, 0, perTerm+1)
	for _, p := range slices.Backward(posts) {
		if (p.ways&way != 0) != so {
			continue
		}
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
	for _, b := range best {
		all = append(all, b.n)
	}
	return all
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
	// What is kept of the entry is cloned: its strings are parts of one large one.
	id, title, date, kind := strings.Clone(string(e.ID)), strings.Clone(e.Title), strings.Clone(e.Date), strings.Clone(e.Kind)
	pieces := index.NewPieces(t)
	var lattice *index.Lattice
	var keys []uint64
	e.Shown(func(segment, piece int) bool {
		s := e.Segments[segment]
		x, excerpt := pieces.New(s.Pieces[piece]), ""
		take := func(text string) {
			if made[text].excerpt == "" {
				if excerpt == "" {
					excerpt = strings.Clone(s.Pieces[piece])
				}
				made[text] = card{int(n), id, title, date, kind, strings.Clone(s.Passage), excerpt}
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

// cardFile is a file of cards, in columns.
type cardFile struct {
	Keys     []string `json:"keys"`
	Records  [][]int  `json:"records"`  // of each key, in order: the first, then differences
	Passages []any    `json:"passages"` // of each card of each: the number of s0012, or an ID
	Excerpts []any    `json:"excerpts"` // or which of the excerpts before it is
	IDs      []string `json:"ids"`      // of each record that any card is of, in order
	Titles   []string `json:"titles"`
	Dates    []string `json:"dates"`
	Kinds    []string `json:"kinds"` // "": the same as of the one before
}

// cards are the inflated bytes of a file: JSON in letters.
func (w *store) cards(of []cardsOf) []byte {
	f := cardFile{Keys: []string{}}
	heads, excerpts := map[int]card{}, map[string]int{}
	for _, o := range of {
		var ns []int
		last := 0
		for _, c := range o.cards {
			if c.excerpt == "" {
				continue
			}
			ns, last = append(ns, c.n-last), c.n
			heads[c.n] = c
			var passage, excerpt any = c.passage, c.excerpt
			if n, ok := passageNumber(c.passage); ok {
				passage = n
			}
			if n, ok := excerpts[c.excerpt]; ok {
				excerpt = n
			} else {
				excerpts[c.excerpt] = len(excerpts)
			}
			f.Passages, f.Excerpts = append(f.Passages, passage), append(f.Excerpts, excerpt)
		}
		if ns != nil {
			f.Keys, f.Records = append(f.Keys, o.key()), append(f.Records, ns)
		}
	}
	kind := ""
	for _, n := range slices.Sorted(maps.Keys(heads)) {
		c := heads[n]
		f.IDs, f.Titles, f.Dates, f.Kinds = append(f.IDs, c.id), append(f.Titles, c.title), append(f.Dates, c.date), append(f.Kinds, "")
		if c.kind != kind {
			kind = c.kind
			f.Kinds[len(f.Kinds)-1] = kind
		}
	}
	return w.inLetters(f)
}
