package sourcetest

import "time"

// noise is what a run of a few kilobytes may take whatever it does: the collector,
// a cold cache.
const noise = 20 * time.Millisecond

// Linear reports whether work on size bytes takes time in proportion, and how
// long a quarter and the whole of it took. What counts is the processor's time,
// the least of several tries: a busy machine only adds to it.
func Linear(size int, work func(size int)) (ok bool, quarter, whole time.Duration) {
	spent := func(n int) time.Duration {
		begin := CPUTime()
		work(n)
		return CPUTime() - begin
	}
	for try := range 8 {
		q, w := spent(size/4), spent(size)
		quarter = max(quarter, q)
		if try == 0 || w < whole {
			whole = w
		}
		// four times the work; quadratic would be sixteen times
		if whole < noise || whole < 8*quarter {
			return true, quarter, whole
		}
	}
	return false, quarter, whole
}
