// Command tally reads what `go test -json` prints and prints what a person
// needs of it: one line a package as `go test` has it, all that a failed test
// said, the slowest tests, and last how many passed and failed.
//
//	go test -json ./... | go run ./internal/house/tally
//
// It exits 1 where anything failed, did not compile, or nothing ran.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	t, err := read(os.Stdin, os.Stdout)
	if err != nil {
		fmt.Fprintln(os.Stderr, "tally:", err)
		os.Exit(1)
	}
	t.print(os.Stdout)
	if !t.ok() {
		os.Exit(1)
	}
}

// event is one line of `go test -json` (go doc test2json).
type event struct {
	Action     string
	Package    string
	ImportPath string // of build events
	Test       string
	Output     string
	Elapsed    float64 // seconds
}

// read prints the packages' lines and the failed tests' output as they come.
func read(r io.Reader, w io.Writer) (*tally, error) {
	t := &tally{said: map[string]*strings.Builder{}}
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 64<<20) // one line of output may be a whole record
	for sc.Scan() {
		var e event
		if err := json.Unmarshal(sc.Bytes(), &e); err != nil {
			// go itself speaks plainly where it cannot even begin.
			fmt.Fprintln(w, sc.Text())
			continue
		}
		t.take(e, w)
	}
	return t, sc.Err()
}
