package main

import (
	"cmp"
	"context"
	"slices"
	"time"
)

// searches are what the queries cost an engine.
type searches []asked

// compare asks all queries of each engine in turn.
func compare(ctx context.Context, engines []*engine, runs int) ([]searches, error) {
	b, err := newBrowser(ctx)
	if err != nil {
		return nil, err
	}
	defer b.stop()
	all := make([]searches, len(engines))
	for _, q := range queries {
		for i, e := range engines {
			a, err := b.ask(e, q, runs)
			if err != nil {
				return nil, err
			}
			tell("%s, %s: %d found, %d bytes, %d requests, cold %v, warm %v", e.name, q.Text, a.total, total(a.sent), len(a.sent), middle(a.cold), middle(a.warm))
			all[i] = append(all[i], a)
		}
	}
	return all, nil
}

func middle[T cmp.Ordered](xs []T) T {
	s := slices.Sorted(slices.Values(xs))
	return s[(len(s)-1)/2]
}

// figures of all queries.
func figures[T cmp.Ordered](ss searches, figure func(asked) T) (median, most T) {
	var xs []T
	for _, a := range ss {
		xs = append(xs, figure(a))
	}
	return middle(xs), slices.Max(xs)
}

func coldTime(a asked) time.Duration { return middle(a.cold) }
func warmTime(a asked) time.Duration { return middle(a.warm) }
