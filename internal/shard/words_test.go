package shard

import (
	"fmt"
	"slices"
	"testing"

	"github.com/toshin-archive/toshin/internal/index"
	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/record"
)

func TestWordList(t *testing.T) {
	entry := func(text string) *index.Entry {
		return index.NewEntry(kana.Default(), &record.Record{ID: "replies/1", Title: text})
	}
	rows := map[string]int{}
	for _, text := range []string{"街頭防犯カメラの設置。街頭防犯カメラは、12か所。", "防犯カメラ", "防犯カメラと設置、見"} {
		seen := map[string]bool{}
		stretches(entry(text), func(w string, _ uint64) { seen[w] = true })
		for w := range seen {
			rows[w]++
		}
	}
	few, many := newSuggestions(3), newSuggestions(10)
	for w, n := range rows {
		few.add(w, n)
		many.add(w, n)
	}
	lex := kana.Lexicon{"ぼうはん": {"防犯"}, "がいとう": {"外套", "街頭"}, "せっち": {"設置"}, "せち": {"節", "設置"}}
	got := string(few.list(lex))
	want := "設置\tせっち\n防犯カメラ\tぼうはんかめら\n街頭防犯カメラ\tがいとうぼうはんかめら\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got, want := string(many.list(lex)), "設置\tせっち\n防犯カメラ\tぼうはんかめら\n"; got != want {
		t.Errorf("of more records: got\n%swant\n%s", got, want)
	}
}

// What is picked does not depend on the order.
func TestSuggestions(t *testing.T) {
	a, b := newSuggestions(100), newSuggestions(100)
	const n = 9 * maxWords
	for i := range n {
		a.add(fmt.Sprint("語", i), i%50)
		b.add(fmt.Sprint("語", n-1-i), (n-1-i)%50)
	}
	if x, y := a.best(), b.best(); len(x) != maxWords || !slices.Equal(x, y) {
		t.Errorf("%d words and %d, not the same %d", len(x), len(y), maxWords)
	}
}
