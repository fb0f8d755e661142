// Package reading makes the archive's reading lexicon and its word boundaries
// with kagome and the IPA dictionary, when an archive is built (it takes 0.6 s
// and 150 MB to load). A query never meets it.
//
// kagome sees each distinct stretch of kanji once, not the whole text.
package reading

import (
	_ "embed"
	"fmt"
	"sort"
	"strings"
	"unicode"

	"github.com/ikawaha/kagome-dict/dict"
	"github.com/ikawaha/kagome-dict/ipa"
	"github.com/ikawaha/kagome/v2/tokenizer"

	"github.com/toshin-archive/toshin/internal/kana"
)

//go:embed data/places.tsv
var places string

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
}

// Words is Cuts as kana.Table.WithWords wants it.
func (r *Result) Words(stretch string) []int { return r.Cuts[stretch] }

// Build reads the stretches. The result depends on what was added and on cs
// only, not on the order.
func (b *Builder) Build(cs []Correction) (*Result, error) {
	known, err := Corrections(places)
	if err != nil {
		return nil, err
	}
	cs = append(known, cs...) // a later row wins
	tok, err := tokenizerFor(b.table, cs)
	if err != nil {
		return nil, err
	}
	stretches := make([]string, 0, len(b.seen))
	for s := range b.seen {
		stretches = append(stretches, s)
	}
	sort.Strings(stretches)
	res := &Result{Lexicon: kana.Lexicon{}, Cuts: map[string][]int{}}
	forms := map[string]map[string]int{} // reading → form → how often
	for _, s := range stretches {
		pos := 0
		for _, t := range tok.Tokenize(s) {
			if pos > 0 {
				res.Cuts[s] = append(res.Cuts[s], pos)
			}
			pos += len([]rune(t.Surface))
			if r := readingOf(t); r != "" && hasKanji(t.Surface) {
				count(forms, r, t.Surface, b.seen[s])
			}
		}
	}
	for _, c := range cs {
		// No stretch holds 河陽が丘 whole: its が looks like a particle.
		if w := folded(b.table, c.Written); strings.ContainsFunc(w, func(r rune) bool { return !unicode.Is(unicode.Han, r) }) {
			count(forms, c.Reading, w, 1)
		}
	}
	for r, fs := range forms {
		res.Lexicon[r] = byCount(fs)
	}
	return res, nil
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
	tok, err := tokenizer.New(ipa.Dict(), opts...)
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

// readingOf is a token's reading in hiragana; "" where none is known.
func readingOf(t tokenizer.Token) string {
	if t.Class == tokenizer.USER {
		if x := t.UserExtra(); x != nil {
			return hiragana(strings.Join(x.Readings, ""))
		}
		return ""
	}
	r, ok := t.Reading()
	if !ok || r == "*" {
		return ""
	}
	return hiragana(r)
}

func hiragana(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'ァ' && r <= 'ヶ' {
			return r - 0x60
		}
		return r
	}, s)
}

func hasKanji(s string) bool {
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			return true
		}
	}
	return false
}
