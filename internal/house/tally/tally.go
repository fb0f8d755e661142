package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// tally counts tests: every Test and Fuzz function with its subtests, and a
// package that failed outside of its tests (it did not compile, it panicked, it
// ran out of time) as one failure.
type tally struct {
	passed, failed, skipped int

	slow       []timed
	said       map[string]*strings.Builder // output of what still runs, by package and test
	failedHere map[string]bool             // packages with a failed test
}

type timed struct {
	name    string
	seconds float64
}

func (t *tally) take(e event, w io.Writer) {
	key := e.Package + " " + e.Test
	switch e.Action {
	case "build-output":
		fmt.Fprint(w, e.Output)
	case "output":
		t.hear(key, e, w)
	case "pass", "fail", "skip":
		if e.Test == "" {
			t.endPackage(key, e, w)
		} else {
			t.endTest(key, e, w)
		}
	}
}

// hear keeps what a test says until it is known whether it failed. Of a package
// itself only the closing line is shown at once.
func (t *tally) hear(key string, e event, w io.Writer) {
	if e.Test == "" && (strings.HasPrefix(e.Output, "ok  \t") || strings.HasPrefix(e.Output, "FAIL\t") || strings.HasPrefix(e.Output, "?   \t")) {
		fmt.Fprint(w, e.Output)
		return
	}
	if t.said[key] == nil {
		t.said[key] = &strings.Builder{}
	}
	t.said[key].WriteString(e.Output)
}

func (t *tally) endTest(key string, e event, w io.Writer) {
	switch e.Action {
	case "pass":
		t.passed++
	case "skip":
		t.skipped++
	case "fail":
		t.failed++
		t.tell(key, w)
		if t.failedHere == nil {
			t.failedHere = map[string]bool{}
		}
		t.failedHere[e.Package] = true
	}
	delete(t.said, key)
	if !strings.Contains(e.Test, "/") {
		t.slow = append(t.slow, timed{e.Package + " " + e.Test, e.Elapsed})
	}
}

func (t *tally) endPackage(key string, e event, w io.Writer) {
	if e.Action == "fail" && !t.failedHere[e.Package] {
		t.failed++
		for k := range t.said { // a panic belongs to the test that still ran
			if k != key && strings.HasPrefix(k, e.Package+" ") {
				t.tell(k, w)
			}
		}
		t.tell(key, w)
	}
	delete(t.said, key)
}

func (t *tally) tell(key string, w io.Writer) {
	if s := t.said[key]; s != nil {
		fmt.Fprint(w, s.String())
	}
}

// ok reports that tests ran and none failed.
func (t *tally) ok() bool { return t.passed > 0 && t.failed == 0 }

// print closes with the line that names the result.
func (t *tally) print(w io.Writer) {
	slices.SortStableFunc(t.slow, func(a, b timed) int { return int(1000*b.seconds) - int(1000*a.seconds) })
	for i, s := range t.slow {
		if i == 5 || s.seconds < 5 {
			break
		}
		fmt.Fprintf(w, "slow: %6.1f s  %s\n", s.seconds, s.name)
	}
	fmt.Fprintf(w, "%d passed, %d failed", t.passed, t.failed)
	if t.skipped > 0 {
		fmt.Fprintf(w, ", %d skipped", t.skipped)
	}
	fmt.Fprintln(w)
}
