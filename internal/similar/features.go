package similar

import (
	"runtime"
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

// minWord and maxWord bound a word, in characters: of two kanji there are too
// many kinds, and a run of more than twelve is no word.
const minWord, maxWord = 3, 12

// numbering is what articles and dates are written with; alone it is no word.
const numbering = "一二三四五六七八九十百千第条項号年月日平成令和昭"

// words cuts text where the script changes, and gives what it finds to found: runs
// of kanji, of katakana and of Latin letters. It needs no dictionary, and terms of
// administration are written without kana inside.
func words(text string, found func(string)) {
	text = norm.NFKC.String(text) // the same string where it is in that form already
	from, last := 0, other
	end := func(to int) {
		if last != other {
			if w := wordOf(text[from:to]); w != "" {
				found(w)
			}
		}
	}
	for i, c := range text {
		if s := scriptOf(c); s != last {
			end(i)
			from, last = i, s
		}
	}
	end(len(text))
}

// wordOf is the word that a run is, "" where it is none. 及び, 又は and their like
// begin with a kanji that is no part of the word.
func wordOf(run string) string {
	w := strings.TrimRight(strings.TrimLeft(strings.Trim(run, "・"), "ー"), "及又並若係")
	if n := utf8.RuneCountInString(w); n < minWord || n > maxWord || strings.Trim(w, numbering) == "" {
		return ""
	}
	return strings.ToLower(w)
}

// script is what a character is written in, as far as words go.
type script byte

const (
	other script = iota
	kanji
	katakana
	latin
)

func scriptOf(c rune) script {
	switch {
	case 'ぁ' <= c && c <= 'ゟ', c == '。', c == '、': // most of what is no word
		return other
	case '一' <= c && c <= '鿿':
		return kanji
	case 'ァ' <= c && c <= 'ヺ', c == 'ー', c == '・':
		return katakana
	case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z':
		return latin
	case unicode.Is(unicode.Han, c):
		return kanji
	case unicode.Is(unicode.Katakana, c):
		return katakana
	}
	return other
}
