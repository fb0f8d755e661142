package githook

import (
	"context"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/history"
)

// history tells when the records' files came and changed, up to a commit.
func (r Repo) history(ctx context.Context, commit string) (history.Files, error) {
	b, err := r.git(ctx, history.Args(commit, archive.RecordsDir)...)
	if err != nil {
		return nil, err
	}
	return history.Parse(b), nil
}
