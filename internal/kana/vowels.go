package kana

// Romaji as it stands on signs and in names leaves long vowels out: toshin is
// 答申, Kyoto 京都, Osaka 大阪. The lexicon knows which were long; as it may also
// know another word of that sound (toshi is 都市, and 投資), such hits are loose.

const (
	maxLong     = 3 // vowels of one word that may be long
	maxLongForm = 3 // homophones tried for one reading with long vowels
	costKana    = 4 // what a kana may cost: so few words, and none of one kana
)

// lengthens lists what after a kana makes its vowel long.
var lengthens = func() map[rune][]string {
	m := map[rune][]string{}
	for _, r := range vowels[2] {
		m[r] = []string{"う"}
	}
	for _, r := range vowels[4] {
		m[r] = []string{"う", "お"}
	}
	return m
}()

// lengthened lists the readings that s is with one of its vowels long, or more.
func lengthened(s string) []string {
	r, slots := []rune(s), 0
	ways := []string{""}
	for i, c := range r {
		var ls []string
		if i+1 == len(r) || !has1("うおゃゅょ", r[i+1]) {
			ls = lengthens[c]
		}
		if ls != nil {
			if slots++; slots > maxLong {
				return nil
			}
		}
		next := make([]string, 0, len(ways)*(1+len(ls)))
		for _, w := range ways {
			next = append(next, w+string(c))
			for _, l := range ls {
				next = append(next, w+string(c)+l)
			}
		}
		ways = next
	}
	return ways[1:]
}

// longForms is forms, and those of the readings that s may be.
func (l Lexicon) longForms(s string) []string {
	fs := append([]string(nil), l.forms(s)...)
	for _, k := range lengthened(s) {
		more := l[k]
		fs = append(fs, more[:min(len(more), maxLongForm)]...)
	}
	return fs
}

// longVowels adds the words that a reading from romaji is with vowels long.
func (f *folder) longVowels(c choice, l Lexicon, reading string) choice {
	known := map[string]bool{}
	for _, p := range c {
		known[p.shown] = true
	}
	for _, w := range split(l.longForms, reading, false) {
		if w.cost <= costKana*(1+len([]rune(reading))) && !known[w.Shown] {
			c = append(c, piece{atoms: []Atom{{Text: w.Text, Kind: Gram, WordStart: true, WordEnd: true}}, tier: Loose, shown: w.Shown})
		}
	}
	return c
}
