package kana

import "strings"

// syllables are the spellings of Hepburn, Kunrei and what an IME accepts; a
// syllable with two kana before the comma of its cell can be either.
var syllables = func() map[string][]string {
	m := map[string][]string{}
	rows := "a あ i い u う e え o お ka か ki き ku く ke け ko こ ga が gi ぎ gu ぐ ge げ go ご sa さ si し shi し su す se せ so そ za ざ zi じ ji じ,ぢ zu ず,づ ze ぜ zo ぞ ta た ti ち chi ち tu つ tsu つ te て to と da だ di ぢ du づ dzu づ de で do ど na な ni に nu ぬ ne ね no の ha は hi ひ hu ふ fu ふ he へ ho ほ ba ば bi び bu ぶ be べ bo ぼ pa ぱ pi ぴ pu ぷ pe ぺ po ぽ ma ま mi み mu む me め mo も ya や yu ゆ yo よ ra ら ri り ru る re れ ro ろ la ら li り lu る le れ lo ろ wa わ wo を n' ん " +
		"sha しゃ shu しゅ sho しょ she しえ cha ちゃ chu ちゅ cho ちょ che ちえ ja じゃ ju じゅ jo じょ je じえ fa ふあ fi ふい fe ふえ fo ふお va ば vi び vu ぶ ve べ vo ぼ thi てい dhi でい tsa つあ wi うい we うえ ye いえ dya ぢゃ dyu ぢゅ dyo ぢょ xtu っ ltu っ"
	f := strings.Fields(rows)
	for i := 0; i+1 < len(f); i += 2 {
		m[f[i]] = strings.Split(f[i+1], ",")
	}
	for c, k := range map[string]string{"ky": "き", "gy": "ぎ", "sy": "し", "zy": "じ", "jy": "じ", "ty": "ち", "cy": "ち", "ny": "に", "hy": "ひ", "by": "び", "py": "ぴ", "my": "み", "ry": "り", "ly": "り"} {
		m[c+"a"], m[c+"u"], m[c+"o"] = []string{k + "ゃ"}, []string{k + "ゅ"}, []string{k + "ょ"}
	}
	return m
}()

const maxRomaji = 8

// Romaji lists what a Latin word (lower case) can be in hiragana; nothing
// where it is not romaji to its last letter, as LGWAN.
func Romaji(w string) []string {
	var out []string
	var walk func(i int, acc string)
	walk = func(i int, acc string) {
		if len(out) >= maxRomaji {
			return
		}
		if i == len(w) {
			out = append(out, acc)
			return
		}
		rest := w[i:]
		for n := min(4, len(rest)); n >= 1; n-- {
			for _, k := range syllables[rest[:n]] {
				walk(i+n, acc+k)
			}
		}
		vowel := func(b byte) bool { return strings.IndexByte("aiueo", b) >= 0 }
		switch {
		case rest[0] == 'n' && (len(rest) == 1 || !vowel(rest[1]) && rest[1] != 'y' && rest[1] != '\''):
			walk(i+1, acc+"ん")
			if len(rest) > 1 && rest[1] == 'n' {
				walk(i+2, acc+"ん")
			}
		case rest[0] == 'm' && len(rest) > 1 && strings.IndexByte("bpm", rest[1]) >= 0:
			walk(i+1, acc+"ん")
		case len(rest) > 1 && rest[0] == rest[1] && !vowel(rest[0]), strings.HasPrefix(rest, "tch"):
			walk(i+1, acc+"っ")
		}
	}
	walk(0, "")
	return out
}
