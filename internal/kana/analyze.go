package kana

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// Version of the table: a change of any rule that moves a token raises it, and
// indexes made with another are made again.
const Version = 3

// Table is the analyzer: immutable, for any number of goroutines.
type Table struct {
	chars *chars
	num   *numerals
	spell *spelling
	words Words
	pool  sync.Pool
}

// Words tells where a stretch (see Stretches) is cut into words: positions
// inside of it, in characters, ascending. An empty answer: not known.
type Words func(stretch string) []int

// WithWords is the same table with word boundaries inside of stretches.
func (t *Table) WithWords(w Words) *Table {
	n := &Table{chars: t.chars, num: t.num, spell: t.spell, words: w}
	n.pool.New = func() any { return &folder{t: n} }
	return n
}

// Default is the one analyzer of the program, made at first use (~20 ms).
var Default = sync.OnceValue(func() *Table {
	t := &Table{chars: buildChars(readVariants())}
	t.pool.New = func() any { return &folder{t: t} }
	t.num = newNumerals(t)
	t.spell = newSpelling(t)
	return t
})

// put gives the buffers back.
func (t *Table) put(f *folder) {
	f.src, f.asks = "", false
	t.pool.Put(f)
}

// Analyze folds and cuts a passage. Blank lines part blocks; a single line end
// joins; 。 and 、 are units, so that no word reaches over them.
func (t *Table) Analyze(text string) *Text { return t.analyze(&Text{}, text, true) }

// MarkInto is Analyze into the slices of an earlier result, which it returns, but
// without grams and edges, which follow from the spans: of the tokens it has the
// runs and the alts, in a third of the time.
func (t *Table) MarkInto(x *Text, text string) *Text { return t.analyze(x, text, false) }

func (t *Table) analyze(x *Text, text string, grams bool) *Text {
	f := t.pool.Get().(*folder)
	defer t.put(f)
	f.read(text)
	f.bend()
	f.emit(x, grams)
	return x
}

func (f *folder) emit(x *Text, grams bool) {
	out := f.out
	x.Spans, x.Tokens, x.Len = x.Spans[:0], x.Tokens[:0], 0
	f.buf, f.offs = f.buf[:0], f.offs[:0]
	pos := 0
	for i := range out {
		u := &out[i]
		if i > 0 && u.gap&gapBlock != 0 {
			pos += 2
		}
		f.offs = append(f.offs, int32(len(f.buf)))
		f.buf = utf8.AppendRune(f.buf, u.r)
		x.Spans = append(x.Spans, Span{Start: int(u.start), End: int(u.end), Pos: pos, Rune: u.r, Changed: u.fl&isChanged != 0})
		pos++
	}
	x.Len = pos
	f.offs = append(f.offs, int32(len(f.buf)))
	folded := string(f.buf)
	f.words(x, folded)
	f.alt = f.alts(f.alt[:0])
	alts := f.alt
	near := map[int]bool(nil) // units beside an alt, which need an edge
	if grams && len(alts) > 0 {
		near = make(map[int]bool, 2*len(alts))
		for _, a := range alts {
			near[a.from-1], near[a.to] = true, true
		}
	}
	slices.SortStableFunc(alts, func(a, b alt) int {
		return cmp.Or(cmp.Compare(a.from, b.from), strings.Compare(a.term, b.term))
	})
	add := func(k Kind, i, j int, term string) {
		x.Tokens = append(x.Tokens, Token{Term: term, Pos: x.Spans[i].Pos, Width: j - i, Start: x.Spans[i].Start, End: x.Spans[j-1].End, Kind: k})
	}
	// put adds a token of the text itself, after the alts that go before it.
	put := func(k Kind, i, j int) {
		term := folded[f.offs[i]:f.offs[j]]
		for len(alts) > 0 && (alts[0].from < i || alts[0].from == i && alts[0].term < term) {
			add(Alt, alts[0].from, alts[0].to, alts[0].term)
			alts = alts[1:]
		}
		add(k, i, j, term)
	}
	for i := 0; i < len(out); {
		if out[i].cls.whole() {
			k := f.runEnd(i)
			put(Run, i, k)
			i = k
			continue
		}
		if !grams {
			i++
			continue
		}
		before := i > 0 && out[i].gap&gapBlock == 0 && !out[i-1].cls.whole()
		after := i+1 < len(out) && out[i+1].gap&gapBlock == 0 && !out[i+1].cls.whole()
		if !before || !after || near[i] {
			put(Edge, i, i+1)
		}
		if after {
			put(Gram, i, i+2)
		}
		i++
	}
	for _, a := range alts {
		add(Alt, a.from, a.to, a.term)
	}
}

// words marks word boundaries: where the script changes, and inside of
// stretches of kanji and hiragana where t.words says so. folded is the text of all
// units, by f.offs.
func (f *folder) words(x *Text, folded string) {
	for i := range f.out {
		if i == 0 || f.out[i].gap&^gapLine != 0 || script(f.out[i]) != script(f.out[i-1]) && f.out[i].cls != long {
			x.Spans[i].WordStart = true
			if i > 0 {
				x.Spans[i-1].WordEnd = true
			}
		}
	}
	if n := len(x.Spans); n > 0 {
		x.Spans[n-1].WordEnd = true
	}
	if f.t.words == nil {
		return
	}
	for i := 0; i < len(f.out); {
		k := f.kanjiEnd(i)
		if e := f.stretchEnd(i, k); e-i > 1 {
			for _, c := range f.t.words(folded[f.offs[i]:f.offs[e]]) {
				if c > 0 && c < e-i {
					x.Spans[i+c].WordStart, x.Spans[i+c-1].WordEnd = true, true
				}
			}
		}
		i = max(k, i+1)
	}
}

// kanjiEnd is the end of the kanji run at i, 緑が丘 included; i where none is.
func (f *folder) kanjiEnd(i int) int {
	k := i
	for k < len(f.out) && (f.out[k].cls == kanji || f.out[k].fl&isGa != 0) && (k == i || f.out[k].gap&^gapLine == 0) {
		k++
	}
	return k
}

// Stretches calls yield for each kanji run of the text with the hiragana after
// it (受付, 受け, 取扱いについて), folded. It is what a morphological analyzer need
// look at: the same stretches come again and again, so that it sees each once.
func (t *Table) Stretches(text string, yield func(stretch string)) {
	f := t.pool.Get().(*folder)
	defer t.put(f)
	f.read(text)
	f.bend()
	for i := 0; i < len(f.out); {
		k := f.kanjiEnd(i)
		if k == i {
			i++
			continue
		}
		yield(string(f.runes(i, f.stretchEnd(i, k))))
		i = k
	}
}

// stretchEnd is where the hiragana after the kanji run [i,k) ends; six are
// enough for any okurigana. i where there is no run.
func (f *folder) stretchEnd(i, k int) int {
	if k == i {
		return i
	}
	e := k
	for e < len(f.out) && e-k < 6 && f.out[e].cls == hiragana && f.out[e].fl&isGa == 0 && f.out[e].gap&^gapLine == 0 {
		e++
	}
	return e
}

func script(u unit) class {
	if u.fl&isGa != 0 {
		return kanji
	}
	if u.cls == long {
		return katakana
	}
	return u.cls
}
