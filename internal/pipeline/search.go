package pipeline

import (
	"context"

	"github.com/toshin-archive/toshin/internal/search"
)

// Searcher brings the index up to date with the records that may go out and
// opens it. The caller closes it. It is nil where the archive is untrue, and the
// index then left as it was: half of a register would say of most records that
// they may not go out.
func Searcher(ctx context.Context, o Options) (*search.Searcher, *Checked, error) {
	a, _, err := o.open()
	if err != nil {
		return nil, nil, err
	}
	unlock, err := lock(ctx, a)
	if err != nil {
		return nil, nil, err
	}
	defer unlock()
	o.keep = true
	c, err := Check(ctx, o)
	if err != nil || c.Untrue {
		return nil, c, err
	}
	w, err := c.index(ctx, o.progress(), nil)
	if err != nil {
		return nil, c, err
	}
	s, err := search.Open(c.indexDir(), w.table, w.lexicon)
	return s, c, err
}
