// Package parallel works on many things at once where each has a number.
package parallel

import (
	"context"
	"sync/atomic"

	"golang.org/x/sync/errgroup"
)

// Do calls do(0) … do(n-1), in that order from up to so many workers at once, and
// waits for them. After the first error, or when ctx ends, it calls no more, and
// returns that.
func Do(ctx context.Context, workers, n int, do func(i int) error) error {
	g, ctx := errgroup.WithContext(ctx)
	var next atomic.Int64
	for range min(workers, n) {
		g.Go(func() error {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				if err := ctx.Err(); err != nil {
					return err
				}
				if err := do(i); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return g.Wait()
}

// All is Do for work that cannot fail and is not to be broken off.
func All(workers, n int, do func(i int)) {
	_ = Do(context.Background(), workers, n, func(i int) error { do(i); return nil })
}
