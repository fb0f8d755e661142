package main

import (
	"os"
	"runtime/debug"
)

// memoryLimit is where the collector begins to work harder. By itself it lets the
// garbage of a stage stand until as much again is in use: a build of 10,000
// records took 4.0 GB so. With the limit it takes 1.6 GB, the index's file, which
// the system maps, among them (docs/performance.md). It refuses nothing: what is in
// use may be more.
const memoryLimit = 1500 << 20

// limitMemory sets the limit, unless the environment has one.
func limitMemory() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryLimit)
	}
}
