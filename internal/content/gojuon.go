package content

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/record"
)

// The index of words (五十音索引): the words of the records' titles by their
// reading, as at the end of a book. Words and readings are those of the search,
// which staff correct in data/readings.tsv.

// Vocabulary is what the search knows of the archive's words.
type Vocabulary struct {
	Table   *kana.Table
	Lexicon kana.Lexicon
}

// gojuonRows are the rows of the table of kana, with the letters that begin
// their words, voiced ones among the plain.
var gojuonRows = []struct{ slug, name, letters string }{
	{"a", "あ行", "ぁあぃいぅうぇえぉおゔ"}, {"ka", "か行", "かがきぎくぐけげこごゕゖ"}, {"sa", "さ行", "さざしじすずせぜそぞ"},
	{"ta", "た行", "ただちぢっつづてでとど"}, {"na", "な行", "なにぬねの"}, {"ha", "は行", "はばぱひびぴふぶぷへべぺほぼぽ"},
	{"ma", "ま行", "まみむめも"}, {"ya", "や行", "ゃやゅゆょよ"}, {"ra", "ら行", "らりるれろ"}, {"wa", "わ行", "ゎわゐゑをん"},
}

// indexWord is a word with the records whose titles have it.
type indexWord struct {
	Word, Reading string
	Records       []Link
	More          int // records that are not listed
}

const (
	longestWord = 12 // units; compounds of titles are shorter
	listed      = 30 // records of a word
)

// words are the words of the titles, by row and in the order of their readings.
func (a *atlas) words(v *Vocabulary) map[string][]*indexWord {
	reading := map[string]string{} // of a form, the likeliest first
	for r, forms := range v.Lexicon {
		for _, f := range forms {
			if old, ok := reading[f]; !ok || r < old {
				reading[f] = r
			}
		}
	}
	found := map[string]*indexWord{}
	titles := 0
	add := func(title string, to Link) {
		titles++
		seen := map[string]bool{}
		for _, w := range titleWords(v.Table, reading, title) {
			k := w[0] + "\x00" + w[1]
			if seen[k] {
				continue
			}
			seen[k] = true
			x := found[k]
			if x == nil {
				x = &indexWord{Word: w[0], Reading: w[1]}
				found[k] = x
			}
			x.Records = append(x.Records, to)
		}
	}
	for _, rs := range [][]*record.Record{a.replies, a.minutes} {
		for _, r := range rs {
			if r.Kind == record.KindReply { // a meeting's own title is its body and round
				add(r.Title, linkTo(r))
			}
			for i, it := range r.Items {
				add(it.Title, Link{URL: r.ID.URL() + "#" + ItemAnchor(i), Title: it.Title, Note: Number(r)})
			}
		}
	}
	rows := map[string][]*indexWord{}
	for _, w := range found {
		if n := len(w.Records); n*3 > titles && titles > 12 {
			continue // a word of every title leads nowhere
		} else if n > listed {
			w.More, w.Records = n-listed, w.Records[:listed]
		}
		if s := rowOfKana(w.Reading); s != "" {
			rows[s] = append(rows[s], w)
		}
	}
	for _, ws := range rows {
		sort.Slice(ws, func(i, j int) bool {
			if x, y := plainKana(ws[i].Reading), plainKana(ws[j].Reading); x != y {
				return x < y
			}
			if ws[i].Reading != ws[j].Reading {
				return ws[i].Reading < ws[j].Reading
			}
			return ws[i].Word < ws[j].Word
		})
	}
	return rows
}

// titleWords cuts a title where its words begin and end and gives each that has
// a reading, as {written, reading}; the longest one at every place.
func titleWords(t *kana.Table, reading map[string]string, title string) (ws [][2]string) {
	x := t.Analyze(title)
	for i := 0; i < len(x.Spans); {
		n, r := 0, ""
		var folded strings.Builder
		for k := i; x.Spans[i].WordStart && k < len(x.Spans) && k-i < longestWord && x.Spans[k].Pos-x.Spans[i].Pos == k-i; k++ {
			folded.WriteRune(x.Spans[k].Rune)
			if !x.Spans[k].WordEnd || k == i {
				continue
			}
			written := title[x.Spans[i].Start:x.Spans[k].End]
			if y, ok := reading[folded.String()]; ok && strings.ContainsFunc(written, isHan) && !verb(written) {
				n, r = k-i+1, y
			} else if katakana(written) {
				n, r = k-i+1, toHiragana(written)
			}
		}
		if n == 0 {
			i++
			continue
		}
		ws = append(ws, [2]string{title[x.Spans[i].Start:x.Spans[i+n-1].End], r})
		i += n
	}
	return ws
}

func isHan(c rune) bool { return unicode.Is(unicode.Han, c) }

// verb reports that the word is one, by its ending; an index has nouns.
func verb(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("うくぐすつぬぶむるただ", last)
}

func katakana(s string) bool {
	return utf8.RuneCountInString(s) >= 3 && !strings.ContainsFunc(s, func(c rune) bool { return !('ァ' <= c && c <= 'ヴ' || c == 'ー') })
}

func toHiragana(s string) string {
	return strings.Map(func(c rune) rune {
		if 'ァ' <= c && c <= 'ヴ' {
			return c - 'ァ' + 'ぁ'
		}
		return c
	}, s)
}

func rowOfKana(reading string) string {
	c, _ := utf8.DecodeRuneInString(reading)
	for _, r := range gojuonRows {
		if strings.ContainsRune(r.letters, c) {
			return r.slug
		}
	}
	return ""
}

// plainLetters are the letters that dictionaries order as another one.
var plainLetters = func() map[rune]rune {
	m := map[rune]rune{}
	to := []rune("かきくけこさしすせそたちつてとはひふへほはひふへほあいうえおつやゆよわうかけ")
	for i, c := range []rune("がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽぁぃぅぇぉっゃゅょゎゔゕゖ") {
		m[c] = to[i]
	}
	return m
}()

// plainKana is a reading as dictionaries order it first: small letters large,
// voiced ones plain, ー as the vowel before it.
func plainKana(s string) string {
	var b strings.Builder
	last := rune(0)
	for _, c := range s {
		if c == 'ー' {
			c = vowelOf(last)
		}
		if to, ok := plainLetters[c]; ok {
			c = to
		}
		b.WriteRune(c)
		last = c
	}
	return b.String()
}

var vowels = []struct{ vowel, letters string }{
	{"あ", "あかさたなはまやらわ"}, {"い", "いきしちにひみり"}, {"う", "うくすつぬふむゆる"}, {"え", "えけせてねへめれ"}, {"お", "おこそとのほもよろを"},
}

func vowelOf(c rune) rune {
	for _, v := range vowels {
		if strings.ContainsRune(v.letters, c) {
			r, _ := utf8.DecodeRuneInString(v.vowel)
			return r
		}
	}
	return 'ー'
}

func (a *atlas) gojuonPages(v *Vocabulary) []page {
	if v == nil {
		return nil
	}
	rows := a.words(v)
	type row struct {
		Slug, Name string
		Count      int
	}
	var index []row
	for _, r := range gojuonRows {
		index = append(index, row{r.slug, r.name, len(rows[r.slug])})
	}
	ps := []page{{URL: "words/", Body: "words", Front: a.listFront("words/", "words", "", "section"),
		Data: map[string]any{"Root": "../", "Rows": index}}}
	for _, r := range gojuonRows {
		if len(rows[r.slug]) == 0 {
			continue
		}
		url := "words/" + r.slug + "/"
		f := a.listFront(url, "browse", r.name, "page")
		ps = append(ps, page{URL: url, Body: "words-row", Front: f,
			Data: map[string]any{"Root": "../../", "Name": r.name, "Rows": index, "Words": rows[r.slug]}})
	}
	return ps
}
