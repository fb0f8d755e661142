package shard

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/toshin-archive/toshin/internal/index"
	"github.com/toshin-archive/toshin/internal/kana"
)

// Words that the search page suggests: stretches of kanji and katakana as the
// records write them (防犯カメラ, 個人情報保護条例), by how many records have them.
const (
	maxWords    = 3000
	minWordRune = 2
	maxWordRune = 14
)

// stretches calls yield with each stretch of the record, as often as it stands there,
// and its hash (mixed).
func stretches(e *index.Entry, yield func(stretch string, mixed uint64)) {
	for i := range e.Segments {
		text := e.Segments[i].Text()
		from, n, hash := -1, 0, uint64(0)
		for k, r := range text {
			switch in := wordRune(r); {
			case in && from < 0:
				from, n, hash = k, 1, mix(0, r)
			case in:
				n, hash = n+1, mix(hash, r)
			case from >= 0:
				if n >= minWordRune && n <= maxWordRune {
					yield(text[from:k], hash)
				}
				from = -1
			}
		}
		if from >= 0 && n >= minWordRune && n <= maxWordRune {
			yield(text[from:], hash)
		}
	}
}

func wordRune(r rune) bool {
	return index.IsKanji(r) || r >= 'ァ' && r <= 'ヺ' || r == 'ー' || r == '々'
}

// suggestions picks the words of most records.
type suggestions struct {
	words []counted
	least int // records that a word must have
}

type counted struct {
	word string
	n    int // records that have it
}

// newSuggestions is for an archive of so many records. A word of one record only is
// not worth a place, but where the archive is small.
func newSuggestions(records int) *suggestions {
	if records < 10 {
		return &suggestions{least: 1}
	}
	return &suggestions{least: 2}
}

func (s *suggestions) add(word string, n int) {
	if n < s.least {
		return
	}
	s.words = append(s.words, counted{word, n})
	if len(s.words) >= 4*maxWords {
		s.best()
		s.least = max(s.least, s.words[len(s.words)-1].n)
	}
}

// best are the words of most records, these first.
func (s *suggestions) best() []counted {
	slices.SortFunc(s.words, func(a, b counted) int { return cmp.Or(cmp.Compare(b.n, a.n), strings.Compare(a.word, b.word)) })
	clear(s.words[min(len(s.words), maxWords):])
	s.words = s.words[:min(len(s.words), maxWords)]
	return s.words
}

// list is a line a word: as written, tab, its reading where the lexicon has one.
func (s *suggestions) list(lex kana.Lexicon) []byte {
	r := newReader(lex)
	var b bytes.Buffer
	for _, w := range s.best() {
		fmt.Fprintf(&b, "%s\t%s\n", w.word, r.read(w.word))
	}
	return b.Bytes()
}

// reader gives words their readings: the lexicon turned round.
type reader map[string]string // form → reading

func newReader(lex kana.Lexicon) reader {
	r := reader{}
	place := map[string]int{}
	for reading, forms := range lex {
		for i, f := range forms {
			// The reading whose commonest form it is; of equals the first in order.
			if old, ok := r[f]; !ok || i < place[f] || i == place[f] && reading < old {
				r[f], place[f] = reading, i
			}
		}
	}
	return r
}

// maxForm is the longest form looked up, in characters.
const maxForm = 8

// read puts a word's reading together from the longest forms; "" where a part of
// it is in no form.
func (r reader) read(word string) string {
	var b strings.Builder
	rs := []rune(word)
next:
	for i := 0; i < len(rs); {
		if c := rs[i]; c >= 'ァ' && c <= 'ヶ' {
			b.WriteRune(c - 0x60)
			i++
			continue
		} else if c == 'ー' {
			b.WriteRune(c)
			i++
			continue
		}
		for n := min(maxForm, len(rs)-i); n > 0; n-- {
			if reading := r[string(rs[i:i+n])]; reading != "" {
				b.WriteString(reading)
				i += n
				continue next
			}
		}
		return ""
	}
	return b.String()
}

// suggestionMark begins the row of a stretch that may be suggested: no term does.
const suggestionMark = "\x00"

// stretchesOf notes the record's stretches.
func (v *inverter) stretchesOf(e *index.Entry) {
	stretches(e, func(w string, mixed uint64) { v.tally(v.numberIn(&v.ofStretch, mixed, w, suggestion)) })
}

// suggestion is the text of a stretch's row.
func suggestion(stretch string) string { return suggestionMark + stretch }
