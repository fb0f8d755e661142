package shard

import (
	"runtime"
	"sync"
)

// group runs work beside the caller, some at a time; what the work hands back is
// run when the caller waits for all.
type group struct {
	limit chan struct{}
	wg    sync.WaitGroup
	mu    sync.Mutex
	then  []func()
}

func newGroup() *group { return &group{limit: make(chan struct{}, runtime.GOMAXPROCS(0))} }

func (g *group) do(work func() func()) {
	g.limit <- struct{}{}
	g.wg.Add(1)
	go func() {
		defer func() { <-g.limit; g.wg.Done() }()
		then := work()
		g.mu.Lock()
		defer g.mu.Unlock()
		g.then = append(g.then, then)
	}()
}

func (g *group) wait() {
	g.wg.Wait()
	for _, f := range g.then {
		f()
	}
	g.then = nil
}
