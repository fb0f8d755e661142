package shard

import (
	"testing"

	"github.com/toshin-archive/toshin/internal/index"
	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/record"
)

func TestWordList(t *testing.T) {
	entry := func(text string) *index.Entry {
		return index.NewEntry(kana.Default(), &record.Record{ID: "replies/1", Title: text})
	}
	a, b := wordCount{}, wordCount{}
	a.add(entry("街頭防犯カメラの設置。街頭防犯カメラは、12か所。"))
	a.add(entry("防犯カメラ"))
	b.add(entry("防犯カメラと設置、見"))
	got := string(wordList([]wordCount{a, b}, 3, kana.Lexicon{"ぼうはん": {"防犯"}, "がいとう": {"外套", "街頭"}, "せっち": {"設置"}, "せち": {"節", "設置"}}))
	want := "設置\tせっち\n防犯カメラ\tぼうはんかめら\n街頭防犯カメラ\tがいとうぼうはんかめら\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
