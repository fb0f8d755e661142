package kana

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/toshin-archive/toshin/internal/vectors"
)

// needReadings are the categories that the archive's reading lexicon serves.
var needReadings = map[string]bool{"reading": true, "romaji": true}

func TestVectors(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.tsv")
	for _, p := range append(files, "../../../shared/search/kana-dev.tsv") {
		f, err := os.Open(p)
		if err != nil {
			t.Logf("%v", err)
			continue
		}
		rows, err := vectors.Read(f)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		match, matched, guards, kept := 0, 0, 0, 0
		a := Default()
		for _, r := range rows {
			if r.Category == "rank" {
				continue
			}
			x, tier, found := a.Analyze(r.Text), Loose, false
			for _, c := range a.Query(r.Query) {
				if _, _, _, ok := x.Find(c); ok {
					found, tier = true, min(tier, c.Tier)
				}
			}
			switch r.Expect {
			case vectors.Match:
				match++
				if found {
					matched++
				} else if !needReadings[r.Category] {
					t.Logf("%s:%d: %s: %q does not find %q (%s)", filepath.Base(p), r.Line, r.Category, r.Query, r.Text, r.Why)
				}
			case vectors.NoMatch:
				guards++
				if !found || tier == Loose {
					kept++
				} else {
					t.Errorf("%s:%d: %s: %q finds %q as %v (%s)", filepath.Base(p), r.Line, r.Category, r.Query, r.Text, tier, r.Why)
				}
			}
		}
		t.Logf("%s: match %d/%d guards %d/%d", filepath.Base(p), matched, match, kept, guards)
		if match > 0 && matched*100 < match*75 {
			t.Errorf("%s: only %d of %d match without readings", p, matched, match)
		}
	}
}

func FuzzAnalyze(f *testing.F) {
	for _, s := range []string{"第十二条の２", "ｻｰﾊﾞｰ室\n\n㍿", "H30.3.29 1,000円", "\xff々々ゞ゛"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		x := Default().Analyze(s)
		last, start := -1, 0
		for _, sp := range x.Spans {
			if sp.Pos <= last || sp.Start < start || sp.End <= sp.Start || sp.End > len(s) {
				t.Fatalf("%q: span %+v after pos %d start %d", s, sp, last, start)
			}
			last, start = sp.Pos, sp.Start
		}
		for _, tk := range x.Tokens {
			if tk.Width < 1 || tk.Pos < 0 || tk.Pos+tk.Width > x.Len || tk.Start < 0 || tk.End > len(s) || tk.Start >= tk.End {
				t.Fatalf("%q: token %+v, len %d", s, tk, x.Len)
			}
		}
		Default().Query(s)
	})
}

func BenchmarkAnalyze(b *testing.B) {
	s := ""
	for i := 0; i < 40; i++ {
		s += "個人情報の取扱いについて、外部サーバーを利用する場合は第十二条第２項に基づき平成30年3月29日の審議会に諮問する。\n"
	}
	b.SetBytes(int64(len(s)))
	x := &Text{}
	for b.Loop() {
		x = Default().MarkInto(x, s)
	}
}
