package shard

import (
	"bytes"
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

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

// wordCount counts, for one worker, in how many records each stretch stands.
type wordCount map[string]int

func (c wordCount) add(e *index.Entry) {
	seen := map[string]bool{}
	for i := range e.Segments {
		text := e.Segments[i].Text()
		from := -1
		for k, r := range text + "\n" {
			switch in := wordRune(r); {
			case in && from < 0:
				from = k
			case !in && from >= 0:
				w := text[from:k]
				from = -1
				if n := utf8.RuneCountInString(w); n >= minWordRune && n <= maxWordRune && !seen[w] {
					seen[w] = true
					c[w]++
				}
			}
		}
	}
}

func wordRune(r rune) bool {
	return index.IsKanji(r) || r >= 'ァ' && r <= 'ヺ' || r == 'ー' || r == '々'
}

// wordList is a line a word: as written, tab, its reading where the lexicon has
// one; the most frequent first. A word of one record only is not worth a place,
// but where the archive is small.
func wordList(cs []wordCount, records int, lex kana.Lexicon) []byte {
	all := wordCount{}
	for _, c := range cs {
		for w, n := range c {
			all[w] += n
		}
	}
	var ws []string
	for w, n := range all {
		if n > 1 || records < 10 {
			ws = append(ws, w)
		}
	}
	sort.Slice(ws, func(i, j int) bool {
		if all[ws[i]] != all[ws[j]] {
			return all[ws[i]] > all[ws[j]]
		}
		return ws[i] < ws[j]
	})
	r := newReader(lex)
	var b bytes.Buffer
	for _, w := range ws[:min(len(ws), maxWords)] {
		fmt.Fprintf(&b, "%s\t%s\n", w, r.read(w))
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

// suggestions notes the record's stretches.
func (v *inverter) suggestions(e *index.Entry) {
	c := wordCount{}
	c.add(e)
	for w := range c {
		v.tally(v.numberOf(suggestionMark+w, func(row string) string { return row }))
	}
}
