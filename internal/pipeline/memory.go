package pipeline

import (
	"os"
	"runtime/debug"

	"github.com/pbnjay/memory"
)

// What the collector is told. By itself it begins when as much again is in use as
// was left the last time: with all records in memory it goes through them again
// and again, for a tenth of a build's time. It may wait for three times as much,
// until all together comes near a limit; from there on it works harder. With
// neither a build of 10,000 records took 4.0 GB, with both 1.7 GB, the index's
// file, which the system maps, among them (docs/performance.md). The limit refuses
// nothing: what is in use may be more.
const (
	garbage     = 300 // percent of what is in use
	memoryLimit = 1300 << 20
)

// LimitMemory tells the collector so, unless the environment does. It is for
// programs that run builds.
func LimitMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbage)
	}
	if os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	limit := int64(memoryLimit)
	if total := memory.TotalMemory(); total > 0 { // 0: not known
		limit = min(limit, int64(total/2))
	}
	debug.SetMemoryLimit(limit)
}
