package main

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/toshin-archive/toshin/internal/index"
	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/reading"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/shard"
	"github.com/toshin-archive/toshin/internal/vectors"
)

// archive is a fresh index and its search files: a record for each row's text,
// the lexicon and word boundaries made of these texts, as a build makes them.
type archive struct {
	rows       []vectors.Row // row n is record n
	index, out string        // folders
	table      *kana.Table
	lexicon    kana.Lexicon
}

// id of row n's record.
func id(n int) record.ID { return record.ID(fmt.Sprintf("replies/v%05d", n)) }

// queries are asked in the order of rows.
func (a *archive) queries() []string {
	qs := []string{}
	for _, r := range a.rows {
		qs = append(qs, r.Query)
	}
	return qs
}

// build makes one archive of all rows, and one of the rank rows of each query,
// so that what stands beside them does not move their scores.
func build(ctx context.Context, dir string, rows []vectors.Row) ([]*archive, error) {
	all := &archive{}
	as := []*archive{all}
	rank := map[string]*archive{}
	for _, r := range rows {
		if r.Category != "rank" {
			all.rows = append(all.rows, r)
			continue
		}
		if rank[r.Query] == nil {
			rank[r.Query] = &archive{}
			as = append(as, rank[r.Query])
		}
		rank[r.Query].rows = append(rank[r.Query].rows, r)
	}
	for n, a := range as {
		if err := a.make(ctx, filepath.Join(dir, fmt.Sprint(n))); err != nil {
			return nil, err
		}
	}
	return as, nil
}

func (a *archive) make(ctx context.Context, dir string) error {
	a.index, a.out = filepath.Join(dir, "index"), filepath.Join(dir, "files")
	words := reading.NewBuilder(kana.Default())
	var rs []*record.Record
	for n, r := range a.rows {
		words.Add(r.Text)
		rs = append(rs, &record.Record{Kind: record.KindReply, ID: id(n), Reply: record.Reply{
			Sections: []record.Section{{Kind: "text", Passages: []record.Passage{{ID: "s0001", Text: r.Text}}}}}})
	}
	read, err := words.Build(nil)
	if err != nil {
		return err
	}
	a.table, a.lexicon = kana.Default().WithWords(read.Words), read.Lexicon
	if _, err := index.Update(ctx, a.index, a.table, "", rs); err != nil {
		return err
	}
	_, err = shard.Export(ctx, a.index, a.out, a.table, a.lexicon)
	return err
}
