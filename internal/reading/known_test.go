package reading

import (
	"maps"
	"os"
	"path/filepath"
	"testing"

	"github.com/toshin-archive/toshin/internal/kana"
)

// What is kept of documents adds up to what their texts do, whatever comes,
// changes and goes.
func TestKnown(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deep", "stretches")
	const a, b, c = "個人情報の取扱いについて諮問する。", "会議録を公開し、会議録を残した。", "諮問する。"
	for _, texts := range [][]string{{a}, {a, b}, {a, b}, {b, c}, {c, a, a}, {}, {b}} {
		plain, known := NewBuilder(kana.Default()), NewBuilder(kana.Default())
		var ds []Document
		for i, s := range texts {
			plain.Add(s)
			ds = append(ds, Document{Sum: string(rune('0'+i)) + s, Texts: func(yield func(string)) { yield(s) }})
		}
		if err := known.AddAll(OpenKnown(path, "k"), ds); err != nil {
			t.Fatal(err)
		}
		if !maps.Equal(plain.seen, known.seen) {
			t.Errorf("%q: %v, want %v", texts, known.seen, plain.seen)
		}
	}
	looked := 0
	ds := []Document{{Sum: "0" + b, Texts: func(yield func(string)) { looked++; yield(b) }}}
	for _, k := range []*Known{OpenKnown(path, "k"), OpenKnown(path, "another"), OpenKnown(path, "another")} {
		if err := NewBuilder(kana.Default()).AddAll(k, ds); err != nil {
			t.Fatal(err)
		}
	}
	if looked != 2 { // "another" was opened twice before it was kept
		t.Errorf("the text was gone through %d times", looked)
	}
	if err := os.WriteFile(path, []byte("damaged"), 0o600); err != nil {
		t.Fatal(err)
	}
	if k := OpenKnown(path, "k"); len(k.kept.Of) != 0 {
		t.Error("a damaged file is believed")
	}
}
