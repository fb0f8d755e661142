package shard

import (
	"slices"
	"strings"

	"github.com/toshin-archive/toshin/internal/index"
)

// batch holds the postings of some records as they come, record by record; write
// puts them in order of the terms. So no term has a slice of its own that grows.
type batch struct {
	units     []int32          // character → term+1
	of        numbers          // key of one or two labels → term
	ofText    map[string]int32 // its text → term: a letter by itself and a run of one are the same
	ofWord    numbers          // mix of a compound's characters → term
	ofStretch numbers          // the same of a suggestion
	texts     []string         // of each term
	last      []last           // of each term
	spelt     []byte           // contexts, one behind the other
	contexts  []uint32         // of each where it ends in spelt
	ofMix     numbers          // mix of term and context → context
	lastIn    []last           // of each context

	held   []held
	around []uint32 // context, number of times <<1 | last of the posting; two each
	bytes  int      // of all texts
}

// last says which record had a term last (ordinal+1), and where it counts it.
type last struct{ n, tally int32 }

type held struct {
	posting
	term   int32
	around uint32 // where its contexts begin, in batch.around
}

func (b *batch) reset() {
	b.of.clear()
	b.ofMix.clear()
	b.ofWord.clear()
	b.ofStretch.clear()
	clear(b.units)
	*b = batch{units: b.units, of: b.of, ofText: map[string]int32{}, ofWord: b.ofWord, ofStretch: b.ofStretch, ofMix: b.ofMix,
		texts: b.texts[:0], last: b.last[:0], spelt: b.spelt[:0], contexts: b.contexts[:0], lastIn: b.lastIn[:0], held: b.held[:0], around: b.around[:0]}
}

// size is about what the batch takes in memory.
func (b *batch) size() int {
	return 16*len(b.held) + 4*len(b.around) + 64*len(b.texts) + 48*len(b.contexts) + len(b.spelt) + b.bytes
}

func (b *batch) term(text string) int32 {
	b.texts, b.last, b.bytes = append(b.texts, text), append(b.last, last{}), b.bytes+len(text)
	return int32(len(b.texts) - 1)
}

// number is that of a term of one or two labels.
func (b *batch) number(key uint64, names *index.Names) int32 {
	return b.of.of(key, func() int32 {
		text := names.Text(key)
		t, ok := b.ofText[text]
		if !ok {
			t = b.term(text)
			b.ofText[text] = t
		}
		return t
	})
}

// numberIn is that of a word or a stretch among those in of; its row is named as row
// says. The word may be part of a large text: it is cloned where it is kept.
func (b *batch) numberIn(of *numbers, mixed uint64, word string, row func(string) string) int32 {
	return of.of(mixed, func() int32 { return b.term(row(strings.Clone(word))) })
}

// context is the number of a term's context, which spell appends.
func (b *batch) context(mix uint64, spell func([]byte) []byte) uint32 {
	return uint32(b.ofMix.of(mix, func() int32 {
		b.spelt = spell(b.spelt)
		b.contexts, b.lastIn = append(b.contexts, uint32(len(b.spelt))), append(b.lastIn, last{})
		return int32(len(b.contexts) - 1)
	}))
}

// hold keeps a posting, with its contexts from the at-th of all on.
func (b *batch) hold(term int32, p posting, at int32, all []times) {
	b.held = append(b.held, held{p, term, uint32(len(b.around))})
	for at >= 0 {
		x := all[at]
		at = x.before
		b.around = append(b.around, x.context, x.n<<1|uint32(bit(at < 0)))
	}
}

// write hands over the batch's rows in order of their texts. The list is
// overwritten after each.
func (b *batch) write(row func(text string, l *list)) {
	order := make([]int32, len(b.texts))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(x, y int32) int { return strings.Compare(b.texts[x], b.texts[y]) })
	from := make([]int32, len(b.texts)+1)
	for i := range b.held {
		from[b.held[i].term+1]++
	}
	for i := range b.texts {
		from[i+1] += from[i]
	}
	by := make([]int32, len(b.held))
	next := slices.Clone(from)
	for i := range b.held {
		t := b.held[i].term
		by[next[t]] = int32(i)
		next[t]++
	}
	number := make([]uint32, len(b.contexts)) // of a context in its term's, from 1
	var l list
	for _, t := range order {
		l.posts, l.around, l.contexts = l.posts[:0], l.around[:0], l.contexts[:0]
		for _, i := range by[from[t]:from[t+1]] {
			h := &b.held[i]
			l.posts = append(l.posts, h.posting)
			if len(b.around) == int(h.around) || i+1 < int32(len(b.held)) && b.held[i+1].around == h.around {
				continue // has none
			}
			for a := h.around; ; a += 2 {
				c, n := b.around[a], b.around[a+1]
				if number[c] == 0 {
					from := uint32(0)
					if c > 0 {
						from = b.contexts[c-1]
					}
					l.contexts = append(l.contexts, b.spelt[from:b.contexts[c]])
					number[c] = uint32(len(l.contexts))
				}
				l.stands(number[c]-1, n>>1, n&1 == 1)
				if n&1 == 1 {
					break
				}
			}
		}
		row(b.texts[t], &l)
	}
}
