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

	"github.com/toshin-archive/toshin/internal/record"
)

// allFeatures are the features of each reply, found on all processors.
func allFeatures(rs []*record.Record) [][]feature {
	of := make([][]feature, len(rs))
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(rs)) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(rs); i = int(next.Add(1)) - 1 {
				of[i] = features(rs[i])
			}
		})
	}
	wg.Wait()
	return of
}

// features of a reply: its articles, what it leans on, the words of its title,
// and the words that stand in its conclusion and judgement more than once. They
// come in the order in which they are told.
func features(r *record.Record) []feature {
	var fs []feature
	seen := map[feature]bool{}
	add := func(k kind, s string) {
		f := feature{k, s}
		if s != "" && !seen[f] {
			seen[f] = true
			fs = append(fs, f)
		}
	}
	add(cited, string(r.ID)) // so that whoever leans on it shares this with it
	for _, c := range r.Cites {
		if c.To != "" && c.To != r.ID {
			add(cited, string(c.To))
		}
	}
	for _, a := range r.Articles {
		add(articleOf, a)
	}
	for _, w := range words(r.Title) {
		add(titleTerm, w)
	}
	count := map[string]int{}
	for _, s := range r.Sections {
		if s.Kind != "conclusion" && s.Kind != "judgement" && s.Kind != "request" {
			continue
		}
		for _, p := range s.Passages {
			for _, w := range words(p.Text) {
				count[w]++
			}
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
