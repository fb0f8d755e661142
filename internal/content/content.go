// Package content is the fourth stage (本文生成): public records → Hugo pages in
// a folder that the tool owns wholly.
//
// A page is a file of JSON front matter, which Hugo's layouts read, and a body
// of finished HTML. The body comes from the templates in layouts/_body through
// html/template, so whatever stands in a record's text is shown and never
// interpreted, neither as markup nor as Markdown nor as a Hugo shortcode.
// Bodies are made here and not by Hugo because only those of changed records
// have to be made again: Hugo takes finished HTML two and a half times as fast
// as data in front matter (1.5 s against 4.0 s for 10,000 records).
//
// Only what the gate let out is read. Of a withheld record a page may have its
// verdict: kind, number and reason.
package content

import (
	"context"
	"fmt"
	"io/fs"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/cases"
	"github.com/toshin-archive/toshin/internal/gate"
	"github.com/toshin-archive/toshin/internal/record"
)

// Input is what the stage works on.
type Input struct {
	Config  archive.Config
	Result  *gate.Result
	Cases   *cases.Register // what staff say of cases; may be nil
	Tied    *cases.Set      // the cases of the public records; nil: they are tied here
	Types   []*cases.Type
	Words   *Vocabulary // of the index of words; nil: none is made
	Layouts []fs.FS     // folders of layouts (with _body in them), the first that has a template wins
	Version string      // of the program, stated on the pages
	Program string      // a sign of the very program: pages that another one made are made again
	Sums    record.Sums // of the records; what it lacks is made here
	Bare    bool        // without cases, types, citations, comparisons and counts
}

// Stats counts the pages of one run.
type Stats struct {
	Pages   int // all
	Written int // new, or changed since the last run
	Removed int
	Cases   int
	Feeds   []string // files of the records that feeds may show
}

// Write brings the folder dir to exactly the pages of in. A page that stays the
// same keeps its file untouched, so that later stages can tell what changed.
// After an error or a kill in the middle the next run mends the folder.
func Write(ctx context.Context, dir string, in Input) (Stats, error) {
	t, err := loadTemplates(in.Layouts, in.Program)
	if err != nil {
		return Stats{}, fmt.Errorf("write: %w", err)
	}
	a := newAtlas(in)
	pages := append(a.pages(), a.gojuonPages(in.Words)...)
	s, err := store(ctx, dir, t, pages)
	if err != nil {
		return s, fmt.Errorf("write: %w", err)
	}
	s.Cases, s.Feeds = len(a.cases), append(newest(a.minutes), newest(a.replies)...)
	return s, nil
}
