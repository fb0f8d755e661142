package reading

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/kana"
)

// What the cache says is what the analyzer says, and only new stretches or new
// corrections load it.
func TestCache(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deep", "readings")
	build := func(cs []Correction, texts ...string) *Result {
		t.Helper()
		plain, cached := NewBuilder(kana.Default()), NewBuilder(kana.Default())
		for _, s := range texts {
			plain.Add(s)
			cached.Add(s)
		}
		want, err := plain.Build(cs)
		if err != nil {
			t.Fatal(err)
		}
		got, err := cached.BuildWith(OpenCache(path), cs)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got.Lexicon, want.Lexicon) || !reflect.DeepEqual(got.Cuts, want.Cuts) || got.Key != want.Key {
			t.Errorf("%v: with the cache %v, without %v", texts, got, want)
		}
		return got
	}
	const a, b = "個人情報の取扱いについて諮問する。", "会議録を公開した。"
	if r := build(nil, a); !r.Loaded || !reflect.DeepEqual(r.Lexicon["しもん"], []string{"諮問"}) {
		t.Errorf("first: %+v", r)
	}
	if build(nil, a).Loaded {
		t.Error("loaded with nothing new")
	}
	if build(nil, a, a).Loaded {
		t.Error("loaded for what came again")
	}
	if !build(nil, a, b).Loaded {
		t.Error("not loaded with a new text")
	}
	if build(nil, b).Loaded {
		t.Error("loaded with a text gone")
	}
	corrected := []Correction{{"会議録", "かいぎのろく"}}
	if r := build(corrected, b); !r.Loaded || r.Lexicon["かいぎのろく"] == nil || r.Lexicon["かいぎろく"] != nil {
		t.Errorf("corrected: %+v", r)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"", "x", strings.Replace(string(text), "\t", "\t9", 1), string(text[:len(text)/2]), "\xff\n\xff\t1"} {
		if err := os.WriteFile(path, []byte(bad), 0o644); err != nil {
			t.Fatal(err)
		}
		build(corrected, b)
		if build(corrected, b).Loaded {
			t.Errorf("%q: not mended", bad)
		}
	}
}

// The cache's key names the dictionary that go.mod has.
func TestDictionaryVersion(t *testing.T) {
	mod, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	if want := "kagome-dict/ipa v" + strings.TrimPrefix(dictionary, "ipa "); !strings.Contains(string(mod), want) {
		t.Errorf("go.mod has no %s: raise dictionary", want)
	}
}
