package house

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/toshin-archive/toshin"

// root is the repository's folder.
func root(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		up := filepath.Dir(dir)
		if up == dir {
			t.Fatal("no go.mod above the test's folder")
		}
		dir = up
	}
}

// realRecords is the folder of real records beside the repository, "" where
// there is none. They may be used by tests and not be kept in the repository.
func realRecords(t testing.TB) string {
	dir := filepath.Join(root(t), "..", "shared", "records")
	if _, err := os.Stat(dir); err != nil {
		t.Log("no real records beside the repository: nothing to compare with")
		return ""
	}
	return dir
}

// run gives the standard output of a command in the repository's folder.
func run(t testing.TB, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = root(t)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, stderr.String())
	}
	return string(out)
}

// file is one of the repository's files: its slash path and what it says.
type file struct {
	name string
	text []byte
}

// tracked are the files that git keeps and that have one of the extensions
// (none given: every file).
func tracked(t testing.TB, exts ...string) []file {
	t.Helper()
	var fs []file
	for name := range strings.SplitSeq(run(t, "git", "ls-files", "-z"), "\x00") {
		if name == "" || len(exts) > 0 && !slices.Contains(exts, filepath.Ext(name)) {
			continue
		}
		b, err := os.ReadFile(filepath.Join(root(t), filepath.FromSlash(name)))
		if os.IsNotExist(err) {
			continue // deleted and not yet committed
		}
		if err != nil {
			t.Fatal(err)
		}
		fs = append(fs, file{name, b})
	}
	if len(fs) == 0 {
		t.Fatalf("git lists no file with %v", exts)
	}
	return fs
}
