package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/toshin-archive/toshin/internal/pipeline"
	"github.com/toshin-archive/toshin/internal/search"
)

// fold is a plain fold for the truth: NFKC, lower case, katakana as hiragana, no blanks.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return -1
		case r >= 'ァ' && r <= 'ヶ':
			return r - 'ァ' + 'ぁ'
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(s))
}

// needle is a word of a query as the truth looks for it: a word in kana may lack
// its last ー.
func needle(w string) string {
	f := []rune(fold(w))
	if n := len(f); n > 3 && f[n-1] == 'ー' && unicode.Is(unicode.Hiragana, f[n-2]) {
		f = f[:n-1]
	}
	return string(f)
}

func (q query) holds(folded string) bool {
	if len(q.Any) > 0 {
		return slices.ContainsFunc(q.Any, func(w string) bool { return strings.Contains(folded, needle(w)) })
	}
	for _, w := range strings.Fields(q.Text) {
		if !strings.Contains(folded, needle(w)) {
			return false
		}
	}
	return true
}

// quality of an engine's answers to all queries, against a scan of the text.
type quality struct{ found, true, both int }

func (x quality) String() string {
	return fmt.Sprintf("%.3f / %.3f", float64(x.both)/float64(max(x.true, 1)), float64(x.both)/float64(max(x.found, 1)))
}

// quality asks toshin search for all records of each query. The browser finds the
// same (internal/difftest); totals say what it found here.
func (t *toshin) quality(ctx context.Context, totals map[string]int) (quality, error) {
	var x quality
	files, err := filepath.Glob(filepath.Join(t.archive, "data", "records", "*.txt"))
	if err != nil {
		return x, err
	}
	texts := map[string]string{} // by what a record's ID ends with: its number
	for i, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return x, err
		}
		texts[fmt.Sprint(i+1)] = fold(string(b))
	}
	s, c, err := pipeline.Searcher(ctx, pipeline.Options{Source: t.archive})
	if err == nil && s == nil {
		err = fmt.Errorf("the town is untrue: %+v", c.Diagnostics)
	}
	if err != nil {
		return x, err
	}
	defer s.Close()
	for _, q := range queries {
		res, err := s.Search(q.Text, search.Options{Limit: 1})
		if err == nil && res.Total > 0 {
			res, err = s.Search(q.Text, search.Options{Limit: res.Total})
		}
		if err != nil {
			return x, err
		}
		if n, ok := totals[q.Text]; ok && n != res.Total {
			return x, fmt.Errorf("%s: %d in the browser, %d by toshin search", q.Text, n, res.Total)
		}
		for _, text := range texts {
			if q.holds(text) {
				x.true++
			}
		}
		x.found += res.Total
		for _, h := range res.Hits {
			id := string(h.Record)
			if q.holds(texts[id[strings.LastIndex(id, "-")+1:]]) {
				x.both++
			}
		}
	}
	return x, nil
}
