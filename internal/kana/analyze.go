package kana

import (
	"sort"
	"sync"
	"unicode/utf8"
)

// Version of the table: a change of any rule that moves a token raises it, and
// indexes made with another are made again.
const Version = 1

// Table is the analyzer: immutable, for any number of goroutines.
type Table struct {
	chars *chars
	spell *spelling
	pool  sync.Pool
}

// Analyzer is a Table seen from the side that uses it.
type Analyzer = Table

// Default is the one analyzer of the program, made at first use (~20 ms).
var Default = sync.OnceValue(func() *Table {
	t := &Table{chars: buildChars(readVariants())}
	t.pool.New = func() any { return &folder{t: t} }
	t.spell = newSpelling(t)
	return t
})

// Analyze folds and cuts a passage. Blank lines part blocks; a single line end
// joins; 。 and 、 are units, so that no word reaches over them.
func (t *Table) Analyze(text string) *Text { return t.AnalyzeInto(&Text{}, text) }

// AnalyzeInto is Analyze into the slices of an earlier result, which it returns.
func (t *Table) AnalyzeInto(x *Text, text string) *Text {
	f := t.pool.Get().(*folder)
	defer t.pool.Put(f)
	f.read(text)
	f.bend()
	f.emit(x)
	return x
}

func (f *folder) emit(x *Text) {
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
	f.words(x)
	alts := f.alts(nil)
	near := map[int]bool(nil) // units beside an alt, which need an edge
	if len(alts) > 0 {
		near = make(map[int]bool, 2*len(alts))
		for _, a := range alts {
			near[a.from-1], near[a.to] = true, true
		}
	}
	add := func(k Kind, i, j int, term string) {
		x.Tokens = append(x.Tokens, Token{Term: term, Pos: x.Spans[i].Pos, Width: j - i, Start: x.Spans[i].Start, End: x.Spans[j-1].End, Kind: k})
	}
	for i := 0; i < len(out); {
		if out[i].cls.whole() {
			k := f.runEnd(i)
			add(Run, i, k, folded[f.offs[i]:f.offs[k]])
			i = k
			continue
		}
		before := i > 0 && out[i].gap&gapBlock == 0 && !out[i-1].cls.whole()
		after := i+1 < len(out) && out[i+1].gap&gapBlock == 0 && !out[i+1].cls.whole()
		if !before || !after || near[i] {
			add(Edge, i, i+1, folded[f.offs[i]:f.offs[i+1]])
		}
		if after {
			add(Gram, i, i+2, folded[f.offs[i]:f.offs[i+2]])
		}
		i++
	}
	if len(alts) > 0 {
		for _, a := range alts {
			add(Alt, a.from, a.to, a.term)
		}
		sort.SliceStable(x.Tokens, func(a, b int) bool {
			if x.Tokens[a].Pos != x.Tokens[b].Pos {
				return x.Tokens[a].Pos < x.Tokens[b].Pos
			}
			return x.Tokens[a].Term < x.Tokens[b].Term
		})
	}
}

// words marks word boundaries where the script changes. (A later step may put
// the cuts of a morphological analyzer here.)
func (f *folder) words(x *Text) {
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

// UTF16 converts byte offsets of text to UTF-16 code units.
func UTF16(text string, byteOffset int) int {
	n := 0
	for i, r := range text {
		if i >= byteOffset {
			break
		}
		n++
		if r > 0xFFFF {
			n++
		}
	}
	return n
}
