package kana

import "strings"

// syllables are the spellings of Hepburn, Kunrei and what an IME accepts; a
// syllable with two kana before the comma of its cell can be either.
var syllables = func() map[string][]string {
	m := map[string][]string{}
	rows := "a あ i い u う e え o お ka か ki き ku く ke け ko こ ga が gi ぎ gu ぐ ge げ go ご sa さ si し shi し su す se せ so そ za ざ zi じ ji じ,ぢ zu ず,づ ze ぜ zo ぞ ta た ti ち chi ち tu つ tsu つ te て to と da だ di ぢ du づ dzu づ de で do ど na な ni に nu ぬ ne ね no の ha は hi ひ hu ふ fu ふ he へ ho ほ ba ば bi び bu ぶ be べ bo ぼ pa ぱ pi ぴ pu ぷ pe ぺ po ぽ ma ま mi み mu む me め mo も ya や yu ゆ yo よ ra ら ri り ru る re れ ro ろ  wa わ wo を n' ん " +
		"sha しゃ shu しゅ sho しょ she しえ cha ちゃ chu ちゅ cho ちょ che ちえ ja じゃ ju じゅ jo じょ je じえ fa ふあ fi ふい fe ふえ fo ふお va ば vi び vu ぶ ve べ vo ぼ thi てい dhi でい tsa つあ wi うい we うえ ye いえ dya ぢゃ dyu ぢゅ dyo ぢょ xtu っ ltu っ xtsu っ ltsu っ ca か cu く co こ wha うあ whi うい whe うえ who うお kwa くあ gwa ぐあ tsi つい tse つえ tso つお twu とう dwu どう vya びゃ vyu びゅ vyo びょ fya ふゃ fyu ふゅ fyo ふょ cya ちゃ"
	f := strings.Fields(rows)
	for i := 0; i+1 < len(f); i += 2 {
		m[f[i]] = strings.Split(f[i+1], ",")
	}
	for c, k := range map[string]string{"ky": "き", "gy": "ぎ", "sy": "し", "zy": "じ", "jy": "じ", "ty": "ち", "cy": "ち", "ny": "に", "hy": "ひ", "by": "び", "py": "ぴ", "my": "み", "ry": "り"} {
		m[c+"a"], m[c+"u"], m[c+"o"] = []string{k + "ゃ"}, []string{k + "ゅ"}, []string{k + "ょ"}
	}
	return m
}()

const maxRomaji = 8

// longVowels lists what a vowel under a macron can be; ^ stands for the macron.
var longVowels = map[byte][]string{'a': {"あ"}, 'i': {"い"}, 'u': {"う"}, 'e': {"い", "え"}, 'o': {"う", "お"}}

var macrons = func() map[rune]byte {
	m := map[rune]byte{}
	for i, r := range []rune("āīūēōâîûêôĀĪŪĒŌÂÎÛÊÔ") {
		m[r] = "aiueo"[i%5]
	}
	return m
}()

// Romaji lists what a Latin word can be in hiragana, a loan word's ー with it;
// nothing where it is not romaji to its last letter, as LGWAN. The word is in
// lower case, with ^ after a vowel that has a macron, - for ー, ' between n and
// a vowel.
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
		switch {
		case rest[0] == '^':
			for _, k := range longVowels[w[max(i-1, 0)]] {
				walk(i+1, acc+k)
			}
			return
		case rest[0] == '-' && i > 0:
			walk(i+1, acc+"ー")
			return
		case rest[0] == '\'' && i > 0 && i+1 < len(w):
			walk(i+1, acc)
			return
		}
		for n := min(4, len(rest)); n >= 1; n-- {
			for _, k := range syllables[rest[:n]] {
				walk(i+n, acc+k)
			}
		}
		vowel := func(b byte) bool { return strings.IndexByte("aiueo", b) >= 0 }
		switch {
		case rest[0] == 'n' && (len(rest) == 1 || !vowel(rest[1]) && rest[1] != '\''):
			double := len(rest) > 1 && rest[1] == 'n'
			if !double || len(rest) > 2 && strings.IndexByte("aiueoyn", rest[2]) >= 0 {
				walk(i+1, acc+"ん")
			}
			if double {
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

// romajiEnd is the end of the romaji at unit i: letters, with - and ' between.
func (f *folder) romajiEnd(i int) int {
	k := f.runEnd(i)
	for k < len(f.out) && (f.out[k].cls == letter && f.out[k].gap&^gapPunct == 0 || f.out[k].r == '-' && f.out[k].gap == 0) {
		k++
	}
	return k
}

// typed is the romaji [i,k) as Romaji takes it; "" where it is none.
func (f *folder) typed(i, k int) string {
	var b []byte
	letters := 0
	for _, r := range f.src[f.out[i].start:f.out[k-1].end] {
		if v := macrons[r]; v != 0 {
			b = append(b, v, '^')
			letters++
			continue
		}
		e := f.t.chars.at(r)
		switch o := e.out(r); {
		case e.cls == letter && o >= 'a' && o <= 'z':
			b = append(b, byte(o))
			letters++
		case r == 0x304 || r == 0x302:
			b = append(b, '^')
		case e.cls == dash || e.cls == long:
			b = append(b, '-')
		case strings.ContainsRune("'’＇`´", r):
			b = append(b, '\'')
		default:
			return ""
		}
	}
	if letters < 3 {
		return ""
	}
	return string(b)
}

// romaji adds what romaji can be as kana, and by the lexicon.
func (f *folder) romaji(c choice, l Lexicon, word string, alone bool) choice {
	if l == nil || word == "" {
		return c
	}
	ways := Romaji(word)
	if strings.Contains(word, "^") {
		ways = append(ways, Romaji(strings.ReplaceAll(word, "^", "-"))...)
	}
	for _, k := range ways {
		if strings.Contains(k, "ー") {
			c = f.loan(c, katakanaOf(k))
			continue
		}
		c = append(c, piece{atoms: []Atom{{Text: k, Kind: Gram, WordStart: true}}, tier: Reading, shown: k})
		if o := inKatakana(k); o != k {
			c = append(c, piece{atoms: []Atom{{Text: o, Kind: Gram, WordStart: true}}, tier: Reading})
		}
		known := len(c)
		c = f.reading(c, l, k, alone)
		if d := drawn(k); d != k && len(c) == known {
			c = f.loan(c, katakanaOf(d))
		}
		if !strings.ContainsAny(word, "^-") {
			c = f.longVowels(c, l, k)
		}
	}
	return c
}

// vowels are the kana that end in each vowel, the vowel itself first.
var vowels = []string{"あかさたなはまやらわがざだばぱゃ", "いきしちにひみりぎじぢびぴ", "うくすつぬふむゆるぐずづぶぷゅ", "えけせてねへめれげぜでべぺ", "おこそとのほもよろごぞどぼぽょ"}

// drawn is hiragana with ー for a vowel that draws out the one before: せんたあ is
// センター as people type it who do not know the key.
func drawn(s string) string {
	rs := []rune(s)
	for i := len(rs) - 1; i > 0; i-- {
		for _, v := range vowels {
			if strings.HasPrefix(v, string(rs[i])) && strings.ContainsRune(v, rs[i-1]) {
				rs[i] = 'ー'
			}
		}
	}
	return string(rs)
}

// loan adds a word in katakana, with all that a query for it would find.
func (f *folder) loan(c choice, word string) choice {
	for n, ch := range f.t.Query(word) {
		as := ch.Atoms
		as[0].WordStart = true
		p := piece{atoms: as, tier: max(ch.Tier, Reading)}
		if n == 0 {
			p.shown = word
		}
		c = append(c, p)
	}
	return c
}
