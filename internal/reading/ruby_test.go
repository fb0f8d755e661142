package reading

import (
	"reflect"
	"testing"

	"github.com/toshin-archive/toshin/internal/kana"
)

func TestRuby(t *testing.T) {
	for _, c := range []struct {
		written, kana string
		want          Correction
		ok            bool
	}{
		{"神代", "カミシロ", Correction{"神代", "かみしろ"}, true},
		{"宵 待", "よい　まち", Correction{"宵待", "よいまち"}, true},
		{"協議", "・・", Correction{}, false}, // dots that stress, no reading
		{"まち", "町", Correction{}, false},
	} {
		got, ok := Ruby(c.written, c.kana)
		if ok != c.ok || ok && got != c.want {
			t.Errorf("%s《%s》: %v %v", c.written, c.kana, got, ok)
		}
	}
	// What the source says wins over the dictionary, what staff say over both.
	b := NewBuilder(kana.Default())
	b.Add("神代委員が質疑した。")
	ruby, _ := Ruby("神代", "かみしろ")
	for want, cs := range map[string][]Correction{"かみしろ": {ruby}, "くましろ": {ruby, {"神代", "くましろ"}}} {
		r, err := b.Build(cs)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(r.Lexicon[want], []string{"神代"}) {
			t.Errorf("%s: %v", want, r.Lexicon)
		}
	}
}
