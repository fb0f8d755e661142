package similar

import (
	"runtime"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// each works on 0 … n-1 on all processors; worker makes what one of them does.
func each(n int, worker func() func(i int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		wg.Go(func() {
			do := worker()
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wg.Wait()
}

// features of a thing: its articles, what it leans on, the words of its title,
// and the words that stand in its text more than once. They come in the order in
// which they are told.
func features(t *Thing) []feature {
	var fs []feature
	seen := map[feature]bool{}
	add := func(k kind, s string) {
		f := feature{k, s}
		if s != "" && !seen[f] {
			seen[f] = true
			fs = append(fs, f)
		}
	}
	for _, id := range t.Own { // so that whoever leans on it shares this with it
		add(cited, string(id))
	}
	for _, id := range t.Cites {
		add(cited, string(id))
	}
	for _, a := range t.Articles {
		add(articleOf, a)
	}
	for _, title := range t.Titles {
		for _, w := range words(title) {
			add(titleTerm, w)
		}
	}
	count := map[string]int{}
	for _, p := range t.Text {
		for _, w := range words(p.Text) {
			count[w]++
		}
	}
	var often []string
	for w, n := range count {
		if n > 1 {
			often = append(often, w)
		}
	}
	sort.Slice(often, func(i, j int) bool { // longer words say more
		if a, b := utf8.RuneCountInString(often[i]), utf8.RuneCountInString(often[j]); a != b {
			return a > b
		}
		return often[i] < often[j]
	})
	for _, w := range often {
		add(term, w)
	}
	return fs
}

// minWord and maxWord bound a word, in characters: of two kanji there are too
// many kinds, and a run of more than twelve is no word.
const minWord, maxWord = 3, 12

// numbering is what articles and dates are written with; alone it is no word.
const numbering = "一二三四五六七八九十百千第条項号年月日平成令和昭"

// words cuts text where the script changes: runs of kanji, of katakana and of
// Latin letters. It needs no dictionary, and terms of administration are
// written without kana inside.
func words(text string) []string {
	var ws []string
	var run []rune
	var script *unicode.RangeTable
	end := func() {
		// 及び, 又は and their like begin with a kanji that is no part of the word.
		w := strings.TrimRight(strings.TrimLeft(strings.Trim(string(run), "・"), "ー"), "及又並若係")
		if n := utf8.RuneCountInString(w); n >= minWord && n <= maxWord && strings.Trim(w, numbering) != "" {
			ws = append(ws, w)
		}
		run = run[:0]
	}
	for _, c := range norm.NFKC.String(text) {
		s := scriptOf(c)
		if s != script {
			end()
			script = s
		}
		if s != nil {
			run = append(run, unicode.ToLower(c))
		}
	}
	end()
	return ws
}

func scriptOf(c rune) *unicode.RangeTable {
	switch {
	case strings.ContainsRune("ー・", c):
		return unicode.Katakana
	case unicode.Is(unicode.Han, c):
		return unicode.Han
	case unicode.Is(unicode.Katakana, c):
		return unicode.Katakana
	case c < 0x80 && unicode.IsLetter(c):
		return unicode.Latin
	}
	return nil
}
