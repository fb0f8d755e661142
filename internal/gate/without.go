package gate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/gate/personal"
	"github.com/toshin-archive/toshin/internal/kana"
)

// after are the words that a surname goes before when somebody is spoken of.
// The longer ones come before those that they begin with.
var after = []string{"副会長", "会長", "副委員長", "委員長", "両委員", "各委員", "委員", "副部会長", "部会長", "議長", "議員", "副市長", "市長", "町長", "村長", "区長", "知事",
	"教育長", "職務代理", "部長", "次長", "課長", "室長", "局長", "所長", "館長", "係長", "主査", "主任", "主事", "主幹", "参事", "書記", "技監", "幹事", "監事", "理事",
	"審議官", "専門官", "担当", "補佐", "准教授", "教授", "弁護士", "医師"}

// spoken are those that tell of no office, so that a role stands in for them too.
var spoken = []string{"先生", "両氏", "氏", "さん", "さま", "様", "君", "くん", "殿"}

// alsoWords are surnames that are words of every day as well: alone in a text
// they stay, before a title they go.
const alsoWords = "出口 入口 植木 高木 大木 根本 山中 水上 川上 川下 小川 平野 野原 谷間 竹林 松林 石橋 水田 新田 相場 大家 本家 中間 上手 下手"

// places are what makes a place of a surname before it: 山口県.
const places = "県都道府市町村区郡駅川山橋湾港島線丁"

// needle is a name to be looked for.
type needle struct {
	runes []rune // in the usual form of each kanji
	whole bool   // goes wherever it stands; else it is a surname, which goes before a title
	alone bool   // a surname that goes without a title as well
	role  string
}

// blackout takes names out of texts: a whole name wherever it stands, blanks and
// old forms of kanji or not, with its reading in brackets; a surname before a
// title, which stays; a surname alone where own people are meant, if it is no
// part of a longer word.
type blackout struct {
	by    map[rune][]needle // by first character, whole names first, then the longer
	usual map[rune]rune     // forms of kanji met so far
}

func newBlackout() *blackout { return &blackout{map[rune][]needle{}, map[rune]rune{}} }

// add takes in people. Own are those of the record itself: of others a surname
// alone may be anybody's.
func (b *blackout) add(people []person, own bool) {
	for _, p := range people {
		name, n := b.fold([]rune(p.name)), utf8.RuneCountInString(p.name)
		surname, listed := p.surname, true
		if surname == "" {
			surname, listed = personal.Surname(p.name)
		}
		short := p.surname == "" && (n <= 2 || listed && surname == p.name) || p.surname == p.name
		if short { // 髙橋会長 of a roster; 林修, which may be a whole name, is one too
			b.put(needle{name, false, own && n >= 2, p.role})
		} else {
			b.put(needle{name, true, true, p.role})
		}
		switch s := []rune(surname); {
		case surname == p.name:
		case listed:
			b.put(needle{b.fold(s), false, own && len(s) >= 2, p.role})
		case n >= 3: // each beginning may be the surname
			for k := min(3, n-1); k >= 1; k-- {
				b.put(needle{name[:k], false, false, p.role})
			}
		}
	}
}

func (b *blackout) put(x needle) {
	old := b.by[x.runes[0]]
	at := len(old)
	for i, o := range old {
		if string(o.runes) == string(x.runes) && o.whole == x.whole && (o.alone || !x.alone) {
			return
		}
		if at == len(old) && (x.whole && !o.whole || x.whole == o.whole && (len(x.runes) > len(o.runes) || len(x.runes) == len(o.runes) && x.alone && !o.alone)) {
			at = i
		}
	}
	old = append(old, needle{})
	copy(old[at+1:], old[at:])
	old[at] = x
	b.by[x.runes[0]] = old
}

// fold is rs with the usual form of each kanji, as search folds it: 髙 is 高.
func (b *blackout) fold(rs []rune) []rune {
	out := make([]rune, len(rs))
	for i, c := range rs {
		out[i] = c
		if !unicode.Is(unicode.Han, c) {
			continue
		}
		u, ok := b.usual[c]
		if !ok {
			u = c
			if x := kana.Default().Analyze(string(c)); len(x.Spans) == 1 {
				u = x.Spans[0].Rune
			}
			b.usual[c] = u
		}
		out[i] = u
	}
	return out
}

// text is s without the names.
func (b *blackout) text(s string) string {
	if ascii(s) {
		return s
	}
	rs := []rune(s)
	fs := b.fold(rs)
	var out []rune
	for i := 0; i < len(rs); {
		to, put, ok := b.at(rs, fs, i, out)
		if !ok {
			out = append(out, rs[i])
			i++
			continue
		}
		if put != "" && strings.HasSuffix(strings.TrimRight(string(tail(out, 24)), blanks), put) {
			out, put = trimBlanks(out), "" // 会長　髙橋: the role stands there already
		}
		out = append(out, []rune(put)...)
		i = to
	}
	if len(out) == len(rs) && string(out) == s {
		return s
	}
	return string(out)
}

// at takes out the name at rs[i], if one stands there: what comes instead, and
// where the text goes on.
func (b *blackout) at(rs, fs []rune, i int, done []rune) (to int, put string, ok bool) {
	for _, x := range b.by[fs[i]] {
		end := match(fs[i:], x.runes)
		if end < 0 {
			continue
		}
		end = i + end + reading(rs[i+end:])
		next := end
		for next < len(rs) && strings.ContainsRune(blanks, rs[next]) {
			next++
		}
		title, said := titleAt(rs[next:])
		switch {
		case x.whole:
			if title || strings.HasPrefix(strings.TrimLeft(string(head(rs[next:], 24)), "（("), x.role) {
				return next, "", true
			}
			return end, x.role, true
		case !clear(done):
		case said != "":
			return next + utf8.RuneCountInString(said), x.role, true
		case title:
			return next, "", true
		case x.alone && !partOfWord(rs[end:]) && !strings.Contains(" "+alsoWords+" ", " "+string(x.runes)+" "):
			return end, x.role, true
		}
	}
	return 0, "", false
}

// match is the length of name at the beginning of fs, blanks between its
// characters aside; -1 for none.
func match(fs, name []rune) int {
	n := 0
	for k, c := range name {
		if k > 0 {
			for n < len(fs) && strings.ContainsRune(blanks, fs[n]) {
				n++
			}
		}
		if n >= len(fs) || fs[n] != c {
			return -1
		}
		n++
	}
	return n
}

// blanks stand within and beside names; a line end does not.
const blanks = " 　\t"

// reading is the length of a reading in brackets at the beginning of rs, 0 for
// none: （たかはし）.
func reading(rs []rune) int {
	if len(rs) < 3 || rs[0] != '（' && rs[0] != '(' {
		return 0
	}
	for n := 1; n < len(rs) && n < 24; n++ {
		switch c := rs[n]; {
		case c == '）' || c == ')':
			if n == 1 {
				return 0
			}
			return n + 1
		case !unicode.In(c, unicode.Hiragana, unicode.Katakana) && c != 'ー' && !strings.ContainsRune(blanks, c):
			return 0
		}
	}
	return 0
}

// titleAt reports whether a title is at the beginning of rs, with the office
// before it or not (情報公開課長), or, as said, a word that tells of no office.
func titleAt(rs []rune) (title bool, said string) {
	n := 0
	for n < len(rs) && n < 12 && unicode.Is(unicode.Han, rs[n]) {
		n++
	}
	s, run := string(head(rs, 4)), string(rs[:n])
	for _, w := range spoken {
		if strings.HasPrefix(s, w) {
			return false, w
		}
	}
	for _, w := range after {
		i := strings.Index(run, w)
		if i < 0 || i > 0 && strings.ContainsRune(places, rs[0]) || w == "委員" && strings.HasPrefix(run[i+len(w):], "会") {
			continue
		}
		return true, ""
	}
	return false, ""
}

// clear reports whether a surname may begin after what is done: no kanji goes
// before, or an office does.
func clear(done []rune) bool {
	if len(done) == 0 || !unicode.Is(unicode.Han, done[len(done)-1]) {
		return true
	}
	s := string(tail(done, 6))
	for _, w := range after {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return strings.HasSuffix(s, "故") || strings.HasSuffix(s, "元")
}

// partOfWord reports whether what follows a surname makes a longer word of it.
func partOfWord(rs []rune) bool {
	return len(rs) > 0 && (unicode.In(rs[0], unicode.Han, unicode.Katakana) || rs[0] == 'ー' || rs[0] == '々')
}

func head(rs []rune, n int) []rune { return rs[:min(n, len(rs))] }

func tail(rs []rune, n int) []rune { return rs[max(0, len(rs)-n):] }

func trimBlanks(rs []rune) []rune {
	for len(rs) > 0 && strings.ContainsRune(blanks, rs[len(rs)-1]) {
		rs = rs[:len(rs)-1]
	}
	return rs
}
