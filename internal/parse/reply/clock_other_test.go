//go:build !unix

package reply

import "time"

var started = time.Now()

func cpuTime() time.Duration { return time.Since(started) }
