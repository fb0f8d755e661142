package kana

import (
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

// Write writes a line a reading, in their order: reading, tab, forms between blanks.
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
	maxBeam   = 24 // ways kept at each place of it
	maxWord   = 12 // kana of one word
	maxForms  = 6  // homophones tried for one word
	minKnown  = 3  // kana that must be known words beside a stranger

	noStart   = "ゃゅょぁぃぅぇぉっんー" // what no word begins with
	particles = "のをにがはと"      // what may stand between two words: こじんのじょうほう
)

// What a way to write a reading costs: few words, no word of one kana, common
// words and no stranger make it likely.
const (
	costWord  = 10
	costShort = 14
	costLoan  = 24
	costMany  = 50
	most      = 12 // above the likeliest way's cost, what costs more is no likely one
	mostLent  = 4  // the same, with a stranger in it
)

// Written is a way to write a reading: as text folds, and as people are shown it.
type Written struct{ Text, Shown string }

// way is a Written under way.
type way struct {
	Written
	cost int
	lent bool
	tail int // kana of its last word; 0 for a stranger or nothing, -1 for a particle
}

// Split reads a stretch of kana as words of the lexicon, the likeliest ways
// first; with loan, one word of two kana or more may be no word of it and stand
// as typed (こんびにこうふ).
func (l Lexicon) Split(reading string, loan bool) []Written {
	ways := split(l.forms, reading, loan)
	out := make([]Written, len(ways))
	for i, w := range ways {
		out[i] = w.Written
	}
	return out
}

// forms is what is tried for one word.
func (l Lexicon) forms(reading string) []string {
	fs := l[reading]
	return fs[:min(len(fs), maxForms)]
}

// split is Split by any way to look a word up.
func split(look func(string) []string, reading string, loan bool) (out []way) {
	r := []rune(reading)
	ways := make([][]way, len(r)+1)
	ways[0] = []way{{}}
	for pos := range r {
		for _, w := range likeliest(ways[pos], maxBeam) {
			for end := pos + 1; end <= min(len(r), pos+maxWord); end++ {
				s := string(r[pos:end])
				forms := look(s)
				cost := w.cost + costWord
				if end == pos+1 {
					cost += costShort
				}
				n := end - pos
				if w.tail == -1 && n < 2 {
					continue
				}
				for i, f := range forms {
					ways[end] = append(ways[end], way{Written{w.Text + f, w.Shown + f}, cost + i, w.lent, n})
				}
				if n == 1 && w.tail > 1 && end < len(r) && has1(particles, r[pos]) {
					ways[end] = append(ways[end], way{Written{w.Text + s, w.Shown + s}, cost, w.lent, -1})
				}
				if loan && !w.lent && w.tail != -1 && len(forms) == 0 && n >= 2 && len(r)-n >= minKnown && !has1(noStart, r[pos]) {
					shown := w.Shown + katakanaOf(s)
					ways[end] = append(ways[end], way{Written{w.Text + s, shown}, cost + costLoan + n, true, 0})
					if k := inKatakana(s); k != s {
						ways[end] = append(ways[end], way{Written{w.Text + k, shown}, cost + costLoan + n, true, 0})
					}
				}
			}
		}
	}
	best := likeliest(ways[len(r)], maxSplits)
	for _, w := range best {
		if !w.lent && w.cost >= costMany && w.cost > len(r)*13/2 {
			continue // many short words: nobody's compound
		}
		if d := w.cost - best[0].cost; d <= mostLent || d <= most && !w.lent {
			out = append(out, w)
		}
	}
	return out
}

// likeliest is the n ways that cost least, in order; of one text the first.
func likeliest(ws []way, n int) (out []way) {
	sort.SliceStable(ws, func(i, j int) bool { return ws[i].cost < ws[j].cost })
	seen := map[string]bool{}
	for _, w := range ws {
		if len(out) < n && !seen[w.Text] {
			seen[w.Text] = true
			out = append(out, w)
		}
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
	if s, ok := f.t.num.sounds[reading]; ok {
		c = append(c, piece{atoms: []Atom{{Text: s.figures, Kind: Alt}, {Text: s.counter, Kind: Gram}}, tier: Reading, shown: s.figures + s.counter})
	}
	for _, w := range l.Split(reading, loan) {
		c = append(c, piece{atoms: []Atom{{Text: w.Text, Kind: Gram, WordStart: true, WordEnd: true}}, tier: Reading, shown: w.Shown})
	}
	return c
}
