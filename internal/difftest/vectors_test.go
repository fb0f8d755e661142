package difftest

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/toshin-archive/toshin/internal/index"
	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/reading"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/search"
	"github.com/toshin-archive/toshin/internal/vectors"
)

// TestVectors runs a table of pairs (VECTORS, or the analyzer's own) through
// the index, with the lexicon and word boundaries of its texts. Guards may never
// break.
func TestVectors(t *testing.T) {
	file := os.Getenv("VECTORS")
	if file == "" {
		file = "../kana/testdata/vectors.tsv"
	}
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := vectors.Read(f)
	if err != nil {
		t.Fatal(err)
	}
	words := reading.NewBuilder(kana.Default())
	for _, r := range rows {
		words.Add(r.Text)
	}
	read, err := words.Build(nil)
	if err != nil {
		t.Fatal(err)
	}
	table := kana.Default().WithWords(read.Words)
	var rs []*record.Record
	for i, r := range rows {
		rs = append(rs, &record.Record{Kind: record.KindReply, ID: record.ID(fmt.Sprintf("replies/v%05d", i)), Reply: record.Reply{
			Sections: []record.Section{{Kind: "text", Passages: []record.Passage{{ID: "s0001", Text: r.Text}}}}}})
	}
	ix := filepath.Join(t.TempDir(), "index")
	if _, err := index.Update(context.Background(), ix, table, "", rs); err != nil {
		t.Fatal(err)
	}
	s, err := search.Open(ix, table, read.Lexicon)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var match, matches, kept, guards int
	for i, r := range rows {
		res, err := s.Search(r.Query, search.Options{Limit: len(rows)})
		if err != nil {
			t.Fatal(err)
		}
		tier := ""
		for _, h := range res.Hits {
			if h.Record == rs[i].ID {
				tier = h.Tier
			}
		}
		switch r.Expect {
		case vectors.Match:
			matches++
			if tier != "" {
				match++
			} else {
				t.Logf("line %d: %s does not find %s", r.Line, r.Query, r.Text)
			}
		case vectors.NoMatch:
			guards++
			if tier == "" || tier == kana.Loose.String() {
				kept++
			} else {
				t.Errorf("line %d: %s finds %s", r.Line, r.Query, r.Text)
			}
		}
	}
	if matches > 0 && match*10 < matches*8 {
		t.Errorf("only %d of %d match", match, matches)
	}
	t.Logf("vectors: bleve match %d/%d guards %d/%d", match, matches, kept, guards)
}
