package kana

import (
	"slices"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// A text finds itself, and each of its spans stands where the source says.
func TestSelf(t *testing.T) {
	a := Default()
	gen := rapid.StringOfN(rapid.SampledFrom([]rune("答申諮問会議個人情報条例第十二三2018年月日コピサバーータっッょョやツ々ゝヶケ緑丘所ヴァィ・（）、。.,-/aBc ｶﾞ髙𠮷①㍿")), 1, 24, -1)
	rapid.Check(t, func(t *rapid.T) {
		s := gen.Draw(t, "text")
		x := a.Analyze(s)
		for _, p := range x.Spans {
			if !utf8.ValidString(s[p.Start:p.End]) || p.Start >= p.End {
				t.Fatalf("%q: span %+v cuts a character", s, p)
			}
		}
		for _, tk := range x.Tokens {
			if tk.Kind != Alt && utf8.RuneCountInString(tk.Term) != tk.Width {
				t.Fatalf("%q: token %+v: width", s, tk)
			}
		}
		marks := slices.DeleteFunc(slices.Clone(x.Tokens), func(k Token) bool { return k.Kind == Gram || k.Kind == Edge })
		if m := a.MarkInto(&Text{}, s); m.Len != x.Len || !slices.Equal(m.Spans, x.Spans) || !slices.Equal(m.Tokens, marks) {
			t.Fatalf("%q: marked %+v, want the runs and alts of %+v", s, m, x)
		}
		if len(x.Spans) == 0 {
			return
		}
		for _, c := range a.Query(s) {
			if _, _, _, ok := x.Find(c); ok {
				return
			}
		}
		t.Fatalf("%q does not find itself: %v", s, a.Query(s))
	})
}

// Kanji and hiragana without neighbours' rules are found wherever they are cut.
func TestSubstring(t *testing.T) {
	a := Default()
	gen := rapid.SliceOfN(rapid.SampledFrom([]rune("答申諮問会議情報公開はのをにさくらコピサバメラ髙澤")), 3, 20)
	rapid.Check(t, func(t *rapid.T) {
		rs := gen.Draw(t, "text")
		i := rapid.IntRange(0, len(rs)-1).Draw(t, "from")
		k := rapid.IntRange(i+1, len(rs)).Draw(t, "to")
		x := a.Analyze(string(rs))
		for _, c := range a.Query(string(rs[i:k])) {
			if _, _, _, ok := x.Find(c); ok {
				return
			}
		}
		t.Fatalf("%q is not found in %q", string(rs[i:k]), string(rs))
	})
}
