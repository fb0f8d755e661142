package pipeline

import (
	"context"

	"github.com/toshin-archive/toshin/internal/search"
)

// Searcher brings the index up to date with the records that may go out and
// opens it. The caller closes it.
func Searcher(ctx context.Context, o Options) (*search.Searcher, error) {
	a, _, err := o.open()
	if err != nil {
		return nil, err
	}
	unlock, err := lock(ctx, a)
	if err != nil {
		return nil, err
	}
	defer unlock()
	o.keep = true
	c, err := Check(ctx, o)
	if err != nil {
		return nil, err
	}
	w, err := c.index(ctx, o.progress(), nil)
	if err != nil {
		return nil, err
	}
	return search.Open(c.indexDir(), w.table, w.lexicon)
}
