// Package reading makes the archive's reading lexicon and its word boundaries
// with kagome and the IPA dictionary, when an archive is built (it takes 0.6 s
// and, for a moment, 150 MB to load). A query never meets it.
//
// kagome sees each distinct stretch of kanji once, not the whole text.
package reading

import (
	_ "embed"
	"fmt"
	"runtime"
	"slices"
	"sort"
	"strings"
	"unicode"

	"github.com/ikawaha/kagome-dict/dict"
	"github.com/ikawaha/kagome/v2/tokenizer"

	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/parallel"
)

//go:embed data/places.tsv
var places string

//go:embed data/words.tsv
var domain string

// dictionary is the morphological dictionary's make.
const dictionary = "ipa 1.2.6"

// Correction is a row of data/readings.tsv: a written form and its reading in
// hiragana. Names come from here, from rosters and from ruby, never from a guess.
type Correction struct{ Written, Reading string }

// Corrections reads such a table: written form, tab, reading; # begins a
// comment. It errors at the first line of another shape.
func Corrections(text string) ([]Correction, error) {
	var cs []Correction
	for n, l := range strings.Split(text, "\n") {
		l = strings.TrimRight(l, "\r")
		if strings.TrimSpace(l) == "" || strings.HasPrefix(l, "#") {
			continue
		}
		w, r, ok := strings.Cut(l, "\t")
		r, _, _ = strings.Cut(r, "\t")
		if !ok || w == "" || r == "" || strings.ContainsAny(w+r, " \u3000") {
			return nil, fmt.Errorf("reading: line %d: want written form, tab, reading", n+1)
		}
		cs = append(cs, Correction{w, hiragana(r)})
	}
	return cs, nil
}

// Ruby is a reading that a source gives, as a correction. One of no kanji, or whose
// reading is not kana alone, says nothing of how a word is read.
func Ruby(written, kana string) (Correction, bool) {
	c := Correction{strings.Join(strings.Fields(written), ""), hiragana(strings.Join(strings.Fields(kana), ""))}
	sound := func(r rune) bool { return isKana(r) || r == 'ー' }
	return c, hasKanji(c.Written) && c.Reading != "" && !strings.ContainsFunc(c.Reading, func(r rune) bool { return !sound(r) })
}

// Builder collects an archive's stretches of kanji.
type Builder struct {
	table *kana.Table
	seen  map[string]int // stretch → how often
}

// NewBuilder begins an archive.
func NewBuilder(t *kana.Table) *Builder { return &Builder{t, map[string]int{}} }

// Add takes a passage.
func (b *Builder) Add(text string) {
	b.table.Stretches(text, func(s string) { b.seen[s]++ })
}

// Result is what the build knows of the archive's words.
type Result struct {
	Lexicon kana.Lexicon
	Cuts    map[string][]int // stretch → cuts, see kana.Words
	Key     string           // what the cuts of a stretch depend on besides the stretch
	Loaded  bool             // the morphological analyzer was needed
}

// Words is Cuts as kana.Table.WithWords wants it.
func (r *Result) Words(stretch string) []int { return r.Cuts[stretch] }

// Build reads the stretches. The result depends on what was added and on cs
// only, not on the order; a later row of cs wins.
func (b *Builder) Build(cs []Correction) (*Result, error) { return b.BuildWith(&Cache{}, cs) }

// BuildWith is Build with the help of c, which it brings up to date. The
// morphological analyzer is loaded only where c lacks a stretch.
func (b *Builder) BuildWith(c *Cache, cs []Correction) (*Result, error) {
	known, err := Corrections(domain + "\n" + places)
	if err != nil {
		return nil, err
	}
	key := Key(cs)
	cs = append(known, cs...)
	words, loaded, err := b.read(c, key, cs)
	if err != nil {
		return nil, err
	}
	if err := c.save(key, words); err != nil {
		return nil, err
	}
	res := &Result{Lexicon: kana.Lexicon{}, Cuts: map[string][]int{}, Key: key, Loaded: loaded}
	forms := map[string]map[string]int{} // reading → form → how often
	for s, ws := range words {
		rs, pos := []rune(s), 0
		for _, w := range ws {
			if pos > 0 {
				res.Cuts[s] = append(res.Cuts[s], pos)
			}
			for i, r := range strings.Split(w.readings, "/") {
				switch {
				case r == "":
				case i == 0:
					count(forms, r, string(rs[pos:pos+w.n]), b.seen[s])
				default:
					count(forms, r, string(rs[pos:pos+w.n]), 0)
				}
			}
			pos += w.n
		}
	}
	chars := b.chars()
	for _, c := range cs {
		// No stretch holds 河陽が丘 or ひっ迫 whole: their kana look like a particle.
		if w := folded(b.table, c.Written); strings.ContainsFunc(w, isKana) && !strings.ContainsFunc(w, func(r rune) bool { return isHan(r) && !chars[r] }) {
			count(forms, c.Reading, w, 1)
		}
	}
	for r, fs := range forms {
		res.Lexicon[r] = byCount(fs)
	}
	return res, nil
}

// read gives the words of each stretch, from c or from the analyzer.
func (b *Builder) read(c *Cache, key string, cs []Correction) (words map[string][]word, loaded bool, err error) {
	words = make(map[string][]word, len(b.seen))
	var fresh []string
	for s := range b.seen {
		ws, ok := c.words[s]
		if !ok || c.key != key {
			fresh = append(fresh, s)
			continue
		}
		words[s] = ws
	}
	if len(fresh) == 0 {
		return words, false, nil
	}
	tok, err := tokenizerFor(b.table, cs)
	if err != nil {
		return nil, false, err
	}
	parts := make([][]word, len(fresh))
	parallel.All(runtime.GOMAXPROCS(0), len(fresh), func(i int) { parts[i] = wordsOf(tok, fresh[i]) })
	for i, s := range fresh {
		words[s] = parts[i]
	}
	return words, true, nil
}

// Warm loads the morphological analyzer where c lacks a stretch of b, so that it
// is there when Build wants it. It may run beside anything that leaves b alone.
func (b *Builder) Warm(c *Cache) {
	for s := range b.seen {
		if _, ok := c.words[s]; !ok {
			loadIPA()
			return
		}
	}
}

// wordsOf cuts a stretch. A tokenizer may be asked by several at once.
func wordsOf(tok *tokenizer.Tokenizer, stretch string) (ws []word) {
	ts := tok.Tokenize(stretch)
	for _, t := range ts {
		w := word{n: len([]rune(t.Surface))}
		if hasKanji(t.Surface) {
			w.readings = readingsOf(t)
		}
		ws = append(ws, w)
	}
	return recut(ts, ws)
}

func count(forms map[string]map[string]int, reading, form string, n int) {
	if forms[reading] == nil {
		forms[reading] = map[string]int{}
	}
	forms[reading][form] += n
}

// byCount orders keys by count, most first, then by key.
func byCount(m map[string]int) []string {
	ks := make([]string, 0, len(m))
	for k := range m {
		ks = append(ks, k)
	}
	sort.Slice(ks, func(i, j int) bool {
		if m[ks[i]] != m[ks[j]] {
			return m[ks[i]] > m[ks[j]]
		}
		return ks[i] < ks[j]
	})
	return ks
}

func tokenizerFor(t *kana.Table, cs []Correction) (*tokenizer.Tokenizer, error) {
	opts := []tokenizer.Option{tokenizer.OmitBosEos()}
	at := map[string]int{}
	var recs dict.UserDictRecords
	for _, c := range cs {
		w := folded(t, c.Written)
		rec := dict.UserDicRecord{Text: w, Tokens: []string{w}, Yomi: []string{c.Reading}, Pos: "カスタム名詞"}
		if i, ok := at[w]; ok {
			recs[i] = rec
			continue
		}
		at[w] = len(recs)
		recs = append(recs, rec)
	}
	if len(recs) > 0 {
		u, err := recs.NewUserDict()
		if err != nil {
			return nil, fmt.Errorf("reading: dictionary: %w", err)
		}
		opts = append(opts, tokenizer.UserDict(u))
	}
	tok, err := tokenizer.New(loadIPA().Dict, opts...)
	if err != nil {
		return nil, fmt.Errorf("reading: %w", err)
	}
	return tok, nil
}

func folded(t *kana.Table, s string) string {
	var b strings.Builder
	for _, p := range t.Analyze(s).Spans {
		b.WriteRune(p.Rune)
	}
	return b.String()
}

// readingsOf is a token's reading in hiragana and, after it and between "/", the
// others that the dictionary has for the same word (明日: あした, あす); "" where
// none is known. What a correction says stands alone.
func readingsOf(t tokenizer.Token) string {
	if t.Class == tokenizer.USER {
		if x := t.UserExtra(); x != nil {
			return hiragana(strings.Join(x.Readings, ""))
		}
		return ""
	}
	if t.Class != tokenizer.KNOWN || loadIPA().reading(t.ID) == "" {
		return ""
	}
	all := []string{loadIPA().reading(t.ID)}
	for _, o := range loadIPA().readingsIn(t.Surface) {
		if !slices.Contains(all, o) {
			all = append(all, o)
		}
	}
	sort.Strings(all[1:])
	return strings.Join(all, "/")
}

func hiragana(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'ァ' && r <= 'ヶ' {
			return r - 0x60
		}
		return r
	}, s)
}

func hasKanji(s string) bool { return strings.ContainsFunc(s, isHan) }

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

func isKana(r rune) bool { return unicode.In(r, unicode.Hiragana, unicode.Katakana) }

// chars are the characters of all stretches.
func (b *Builder) chars() map[rune]bool {
	m := map[rune]bool{}
	for s := range b.seen {
		for _, r := range s {
			m[r] = true
		}
	}
	return m
}
