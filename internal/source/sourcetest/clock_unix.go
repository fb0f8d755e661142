//go:build unix

package sourcetest

import (
	"syscall"
	"time"
)

// CPUTime is what this process has used of the processors; unlike the wall clock
// it says the same on a busy machine.
func CPUTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
