package main

import (
	"os"
	"runtime/debug"
)

// memoryLimit is where the collector begins to work harder. By itself it lets the
// garbage of a stage stand until as much again is in use: a build of 10,000
// records took 4.0 GB so, and 2.0 GB with the limit, for 3 % of the processor's
// time (docs/performance.md). It refuses nothing: what is in use may be more.
const memoryLimit = 1750 << 20

// limitMemory sets the limit, unless the environment has one.
func limitMemory() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryLimit)
	}
}
