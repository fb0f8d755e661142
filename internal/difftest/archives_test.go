package difftest

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/index"
	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/pipeline"
	"github.com/toshin-archive/toshin/internal/reading"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/search"
	"github.com/toshin-archive/toshin/internal/shard"
	"github.com/toshin-archive/toshin/internal/source"
)

// built is an index that several tests ask.
type built struct {
	dir     string
	table   *kana.Table
	lexicon kana.Lexicon
	records []*record.Record
	err     error
}

// files exports the search files and returns their folder.
func (b *built) files(t *testing.T) string {
	t.Helper()
	dir := b.dir + "-files"
	if _, err := os.Stat(dir); err == nil {
		return dir
	}
	if _, err := shard.Export(context.Background(), b.dir, dir, b.table, b.lexicon); err != nil {
		t.Fatal(err)
	}
	return dir
}

func (b *built) open(t *testing.T) *search.Searcher {
	t.Helper()
	if b.err != nil {
		t.Fatal(b.err)
	}
	s, err := search.Open(b.dir, b.table, b.lexicon)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// build makes an index of rs with their own vocabulary, as a build does.
func build(name string, rs []*record.Record) *built {
	b := &built{dir: filepath.Join(shared, name), records: rs}
	words := reading.NewBuilder(kana.Default())
	for _, r := range rs {
		words.Add(r.Title)
		for _, p := range r.Pieces() {
			words.Add(p.Text)
		}
	}
	read, err := words.Build(nil)
	if err != nil {
		b.err = err
		return b
	}
	b.table, b.lexicon = kana.Default().WithWords(read.Words), read.Lexicon
	_, b.err = index.Update(context.Background(), b.dir, b.table, "", rs)
	return b
}

// shared holds the indexes of this run.
var shared string

func TestMain(m *testing.M) {
	var err error
	if shared, err = os.MkdirTemp("", "difftest"); err != nil {
		panic(err)
	}
	code := m.Run()
	os.RemoveAll(shared)
	os.Exit(code)
}

// sampleArchive is what the sample archive lets out.
var sampleArchive = sync.OnceValue(func() *built {
	c, err := pipeline.Check(context.Background(), pipeline.Options{Source: root})
	if err != nil {
		return &built{err: err}
	}
	return build("sample", c.Gate.Public)
})

const realRecords = root + "/../shared/records"

// realArchive is the seed page and the replies in one archive; nil where these
// are not beside the repository.
var realArchive = sync.OnceValue(func() *built {
	pages, _ := filepath.Glob(realRecords + "/*.txt")
	replies, _ := filepath.Glob(realRecords + "/*/*.txt")
	if len(pages) == 0 {
		return nil
	}
	var rs []*record.Record
	seen := map[record.ID]bool{}
	for _, f := range append(pages, replies...) {
		r, _ := pipeline.Parse(source.File(f, filepath.Base(f)), &archive.Config{})
		if r != nil && !seen[r.ID] {
			seen[r.ID] = true
			rs = append(rs, r)
		}
	}
	return build("real", rs)
})
