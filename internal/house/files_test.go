package house

import (
	"bytes"
	"regexp"
	"testing"
)

// maxSource is the size in bytes above which a file holds more than one idea.
const maxSource = 20 << 10

func TestFilesAreSmall(t *testing.T) {
	for _, f := range tracked(t, ".go", ".js") {
		if len(f.text) > maxSource {
			t.Errorf("%s has %d bytes, more than %d: one idea a file", f.name, len(f.text), maxSource)
		}
	}
}

// The character classes keep the patterns from matching themselves.
var (
	leftOver    = regexp.MustCompile(`TO[D]O|FIX[M]E|XX[X]|HA[C]K|not implemente[d]|t\.Ski[p]\(`)
	machinePath = regexp.MustCompile(`(^|[^\w.\-])/(wor[k]|roo[t]|hom[e]/\w+|User[s])/`)
)

func TestNothingIsLeftOver(t *testing.T) {
	for _, f := range tracked(t, ".go", ".js", ".html", ".css", ".toml", ".yml") {
		report(t, f, leftOver, "a left-over mark: do it, or open an issue")
	}
}

func TestNoMachinePaths(t *testing.T) {
	for _, f := range tracked(t) {
		if bytes.IndexByte(f.text, 0) >= 0 {
			continue // not text
		}
		report(t, f, machinePath, "a path that only one machine has")
	}
}

// report faults every line of f that matches.
func report(t *testing.T, f file, re *regexp.Regexp, why string) {
	t.Helper()
	for i, line := range bytes.Split(f.text, []byte("\n")) {
		if m := re.Find(line); m != nil {
			t.Errorf("%s:%d: %q: %s", f.name, i+1, m, why)
		}
	}
}
