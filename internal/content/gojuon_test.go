package content

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/record"
)

// The order of Japanese dictionaries: コーヒー among こお, voiced after plain.
func TestPlainKana(t *testing.T) {
	want := []string{"かとう", "がとう", "こうえん", "こーひー", "こおり", "さーば", "さあばす", "びょういん", "びよういん"}
	got := append([]string(nil), want...)
	slices.Reverse(got)
	sort.Slice(got, func(i, j int) bool {
		if x, y := plainKana(got[i]), plainKana(got[j]); x != y {
			return x < y
		}
		return slices.Index(want, got[i]) < slices.Index(want, got[j])
	})
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestTitleWords(t *testing.T) {
	table := kana.Default()
	table = table.WithWords(func(stretch string) []int {
		if stretch == "街頭防犯" {
			return []int{2}
		}
		return nil
	})
	got := titleWords(table, map[string]string{"街頭": "がいとう", "防犯": "ぼうはん", "設置": "せっち", "係る": "かかる"}, "街頭防犯カメラの設置に係るもの")
	if fmt.Sprint(got) != "[[街頭 がいとう] [防犯 ぼうはん] [カメラ かめら] [設置 せっち]]" {
		t.Errorf("got %v", got)
	}
}

// Each word leads to the records whose titles have it, once each.
func TestGojuonPages(t *testing.T) {
	r := &record.Record{Kind: record.KindReply, ID: "replies/1", Title: "カメラとカメラについて"}
	a := newAtlas(input(r))
	ps := a.gojuonPages(&Vocabulary{Table: kana.Default(), Lexicon: kana.Lexicon{}})
	var urls []string
	for _, p := range ps {
		urls = append(urls, p.URL)
	}
	if strings.Join(urls, " ") != "words/ words/ka/" {
		t.Fatalf("pages %q", urls)
	}
	ws := ps[1].Data.(map[string]any)["Words"].([]*indexWord)
	if len(ws) != 1 || ws[0].Word != "カメラ" || len(ws[0].Records) != 1 {
		t.Errorf("words %+v", ws[0])
	}
	if a.gojuonPages(nil) != nil {
		t.Error("an index without words")
	}
}
