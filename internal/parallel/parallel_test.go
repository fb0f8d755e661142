package parallel

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"time"
)

func TestDo(t *testing.T) {
	for _, n := range []int{0, 1, 3, 1000} {
		done := make([]atomic.Int32, n)
		if err := Do(t.Context(), 4, n, func(i int) error { done[i].Add(1); return nil }); err != nil {
			t.Error(err)
		}
		for i := range done {
			if k := done[i].Load(); k != 1 {
				t.Errorf("of %d, %d was done %d times", n, i, k)
			}
		}
	}
}

func TestDoStops(t *testing.T) {
	bad := errors.New("bad")
	var calls atomic.Int32
	err := Do(t.Context(), 2, 1000, func(i int) error {
		calls.Add(1)
		if i == 3 {
			return bad
		}
		time.Sleep(time.Millisecond) // else all may be done before the other worker hears of it
		return nil
	})
	if !errors.Is(err, bad) || calls.Load() == 1000 {
		t.Errorf("%v after %d calls", err, calls.Load())
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := Do(ctx, 2, 10, func(int) error { t.Error("called"); return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled run gave %v", err)
	}
}
