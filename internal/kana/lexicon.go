package kana

import (
	"bufio"
	"fmt"
	"io"
	"sort"
	"strings"
)

// Lexicon is the archive's own vocabulary by reading: plain hiragana, small
// kana kept (びょういん is not びよういん), to written forms as folded, the
// commonest first. It serves the kana and romaji parts of a query; kanji never
// go through their reading.
type Lexicon map[string][]string

// ReadLexicon reads what Write wrote: reading, tab, forms between blanks.
func ReadLexicon(r io.Reader) (Lexicon, error) {
	l := Lexicon{}
	sc := bufio.NewScanner(r)
	for sc.Scan() {
		reading, forms, ok := strings.Cut(sc.Text(), "\t")
		if ok {
			l[reading] = strings.Fields(forms)
		}
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("kana: lexicon: %w", err)
	}
	return l, nil
}

// Write writes the lexicon, sorted by reading: the same bytes every time.
func (l Lexicon) Write(w io.Writer) error {
	keys := make([]string, 0, len(l))
	for k := range l {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		if _, err := fmt.Fprintf(w, "%s\t%s\n", k, strings.Join(l[k], " ")); err != nil {
			return fmt.Errorf("kana: lexicon: %w", err)
		}
	}
	return nil
}

const (
	maxSplits = 12 // ways kept for one stretch of kana
	maxWords  = 5  // words in a stretch
	maxForms  = 6  // homophones tried for one word
)

// Written is a way to write a reading: as text folds, and as people are shown it.
type Written struct{ Text, Shown string }

// Split reads a stretch of kana as words of the lexicon, as few as can be; with
// loan, one word of two kana or more may be no word of it and stand as typed
// (こんびにこうふ).
func (l Lexicon) Split(reading string, loan bool) []Written {
	r := []rune(reading)
	var out []Written
	var walk func(pos, left int, lent bool, acc Written)
	walk = func(pos, left int, lent bool, acc Written) {
		if len(out) >= maxSplits {
			return
		}
		if left == 0 {
			if pos == len(r) {
				out = append(out, acc)
			}
			return
		}
		for end := len(r); end > pos; end-- {
			if left == 1 && end < len(r) {
				break
			}
			w := string(r[pos:end])
			forms := l[w]
			for i, f := range forms {
				if i == maxForms {
					break
				}
				walk(end, left-1, lent, Written{acc.Text + f, acc.Shown + f})
			}
			if loan && !lent && len(forms) == 0 && end-pos >= 2 && end-pos < len(r) {
				shown := acc.Shown + katakanaOf(w)
				walk(end, left-1, true, Written{acc.Text + w, shown})
				if k := inKatakana(w); k != w {
					walk(end, left-1, true, Written{acc.Text + k, shown})
				}
			}
		}
	}
	for n := 1; n <= maxWords && len(out) == 0 && n <= len(r); n++ {
		walk(0, n, false, Written{})
	}
	return out
}

// katakanaOf is hiragana in katakana, as a loan word is shown.
func katakanaOf(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x3041 && r <= 0x3096 {
			return r + 0x60
		}
		return r
	}, s)
}

// inKatakana is hiragana as the fold of the same word in katakana.
func inKatakana(s string) string {
	return strings.Map(func(r rune) rune {
		if has1("っゃゅょつやゆよ", r) {
			return foldKana(r + 0x60)
		}
		return r
	}, s)
}

// reading adds the ways that the lexicon gives to read the kana at [i,k).
func (f *folder) reading(c choice, l Lexicon, reading string, loan bool) choice {
	if l == nil || len([]rune(reading)) < 2 {
		return c
	}
	for _, w := range l.Split(reading, loan) {
		c = append(c, piece{atoms: []Atom{{Text: w.Text, Kind: Gram, WordStart: true, WordEnd: true}}, tier: Reading, shown: w.Shown})
	}
	return c
}

// romaji adds what a Latin word of three letters or more can be as kana.
func (f *folder) romaji(c choice, l Lexicon, word string, alone bool) choice {
	if l == nil || len(word) < 3 {
		return c
	}
	for _, k := range Romaji(word) {
		c = append(c, piece{atoms: []Atom{{Text: k, Kind: Gram, WordStart: true}}, tier: Reading, shown: k})
		if o := inKatakana(k); o != k {
			c = append(c, piece{atoms: []Atom{{Text: o, Kind: Gram, WordStart: true}}, tier: Reading})
		}
		c = f.reading(c, l, k, alone)
	}
	return c
}
