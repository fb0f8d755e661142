//go:build !unix

package sourcetest

import "time"

var started = time.Now()

// CPUTime is the time since the start: this system tells of no other.
func CPUTime() time.Duration { return time.Since(started) }
