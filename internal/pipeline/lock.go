package pipeline

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"github.com/toshin-archive/toshin/internal/archive"
)

// lock makes runs over one archive wait for each other: they share its cache.
// The lock is the kernel's, so that of a dead process is no lock.
func lock(ctx context.Context, a *archive.Archive) (unlock func(), err error) {
	dir := a.Cache
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("lock: %w", err)
	}
	l := flock.New(filepath.Join(dir, "lock"))
	if _, err := l.TryLockContext(ctx, 100*time.Millisecond); err != nil {
		return nil, fmt.Errorf("lock: %w", err)
	}
	return func() { _ = l.Unlock() }, nil
}
