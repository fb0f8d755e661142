package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"toshin": main})
}

// TestScripts tries the command line as a shell would, one script a subject.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits,
			"clerk": clerk,
			"json":  jsonAt,
			"glob":  glob,
		},
	})
}

// exits CODE PROGRAM ARGS… runs the program and wants that exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM ARGS…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	var exit *exec.ExitError
	got := 0
	switch {
	case errors.As(err, &exit):
		got = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// glob PATTERN wants a file of such a name, "! glob" wants none.
func glob(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 1 {
		ts.Fatalf("usage: glob PATTERN")
	}
	found, err := filepath.Glob(ts.MkAbs(args[0]))
	ts.Check(err)
	if (len(found) == 0) != neg {
		ts.Fatalf("%s: %q", args[0], found)
	}
}

// clerk CODE PROGRAM ARGS… is exits for one to whom files' permissions apply,
// even where the tests are run by root.
func clerk(ts *testscript.TestScript, neg bool, args []string) {
	if os.Geteuid() == 0 && len(args) >= 2 {
		args = append([]string{args[0], "setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"}, args[1:]...)
	}
	exits(ts, neg, args)
}

// json PATH WANT wants a value in what the last command printed: keys and
// numbers joined by points, and "len" for how many an array has.
func jsonAt(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: json PATH WANT")
	}
	var v any
	if err := json.Unmarshal([]byte(ts.ReadFile("stdout")), &v); err != nil {
		ts.Fatalf("not JSON: %v", err)
	}
	for _, step := range strings.Split(args[0], ".") {
		switch x := v.(type) {
		case map[string]any:
			v = x[step]
		case []any:
			if step == "len" {
				v = len(x)
				continue
			}
			n, err := strconv.Atoi(step)
			if err != nil || n >= len(x) {
				ts.Fatalf("%s: no %s in an array of %d", args[0], step, len(x))
			}
			v = x[n]
		default:
			ts.Fatalf("%s: nothing below %v", args[0], v)
		}
	}
	if got := fmt.Sprint(v); got != args[1] {
		ts.Fatalf("%s is %s, want %s", args[0], got, args[1])
	}
}
