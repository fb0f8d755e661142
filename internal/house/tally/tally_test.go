package main

import (
	"strings"
	"testing"
)

// Each case is the stream of `go test -json`, shortened, and what must come of
// it: the closing line, what else must be said, and whether all is well.
func TestTally(t *testing.T) {
	cases := []struct {
		name, stream, closing, says string
		ok                          bool
	}{
		{"all pass", `
{"Action":"output","Package":"p","Test":"TestA","Output":"chatter\n"}
{"Action":"pass","Package":"p","Test":"TestA","Elapsed":0.1}
{"Action":"output","Package":"p","Output":"ok  \tp\t0.1s\n"}
{"Action":"pass","Package":"p","Elapsed":0.1}`,
			"1 passed, 0 failed", "ok  \tp\t0.1s", true},
		{"one fails", `
{"Action":"pass","Package":"p","Test":"TestA"}
{"Action":"output","Package":"p","Test":"TestB","Output":"b_test.go:3: wrong\n"}
{"Action":"fail","Package":"p","Test":"TestB"}
{"Action":"output","Package":"p","Output":"FAIL\tp\t0.1s\n"}
{"Action":"fail","Package":"p"}`,
			"1 passed, 1 failed", "b_test.go:3: wrong", false},
		{"does not compile", `
{"ImportPath":"p","Action":"build-output","Output":"p.go:1: syntax error\n"}
{"ImportPath":"p","Action":"build-fail"}
{"Action":"output","Package":"p","Output":"FAIL\tp [build failed]\n"}
{"Action":"fail","Package":"p","FailedBuild":"p"}
{"Action":"pass","Package":"q","Test":"TestA"}`,
			"1 passed, 1 failed", "p.go:1: syntax error", false},
		{"panics", `
{"Action":"output","Package":"p","Test":"TestA","Output":"panic: index out of range\n"}
{"Action":"output","Package":"p","Output":"FAIL\tp\t0.1s\n"}
{"Action":"fail","Package":"p"}`,
			"0 passed, 1 failed", "panic: index out of range", false},
		{"skipped", `
{"Action":"pass","Package":"p","Test":"TestA"}
{"Action":"skip","Package":"p","Test":"TestB"}`,
			"1 passed, 0 failed, 1 skipped", "", true},
		{"nothing ran", `{"Action":"pass","Package":"p"}`, "0 passed, 0 failed", "", false},
		{"go cannot begin", "go: cannot find main module", "0 passed, 0 failed", "cannot find main module", false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var out strings.Builder
			got, err := read(strings.NewReader(c.stream), &out)
			if err != nil {
				t.Fatal(err)
			}
			got.print(&out)
			if !strings.HasSuffix(out.String(), c.closing+"\n") {
				t.Errorf("closes with %q, want %q", out.String(), c.closing)
			}
			if !strings.Contains(out.String(), c.says) {
				t.Errorf("does not say %q:\n%s", c.says, out.String())
			}
			if strings.Contains(out.String(), "chatter") {
				t.Error("repeats what a passing test said")
			}
			if got.ok() != c.ok {
				t.Errorf("ok = %v", got.ok())
			}
		})
	}
}
