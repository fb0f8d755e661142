package main

import (
	"bytes"
	"crypto/sha256"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// The same input gives the same bytes: pages and search files, whatever the
// folder, the clock's zone, the locale and the number of processors, and
// whether a build begins with nothing or with what an earlier one left.
func TestSameBytes(t *testing.T) {
	dir := t.TempDir()
	here := filepath.Join(dir, "here")
	succeed(t, nil, "init", here)
	succeed(t, nil, "build", "--source", here)
	want := tree(t, filepath.Join(here, "public"))

	there := filepath.Join(dir, "あちら", "a b", "there")
	succeed(t, nil, "init", there)
	env := []string{"TZ=America/St_Johns", "LC_ALL=tr_TR.UTF-8", "LANG=tr_TR.UTF-8", "GOMAXPROCS=1", "HUGO_TITLE=x", "HUGO_PARAMS_CITY=x"}
	succeed(t, env, "build", "--source", there, "--jobs", "1")
	differ(t, "in another folder, zone and locale, with one job", want, tree(t, filepath.Join(there, "public")))

	succeed(t, nil, "build", "--source", here, "--jobs", "7")
	differ(t, "built again", want, tree(t, filepath.Join(here, "public")))

	// One record changed, one gone, one come: what is built on what was there is
	// what is built from nothing.
	for _, c := range []struct {
		when string
		do   func(archive string)
	}{
		{"one record changed", func(dir string) {
			f := filepath.Join(dir, "data/records/minutes/unei-r1-1.txt")
			put(t, f, append(bytes.TrimRight(read(t, f), "\n"), "会長の言葉を補った。\n"...))
		}},
		{"the newest record gone", func(dir string) {
			if err := os.Remove(filepath.Join(dir, "data/records/replies/shinsa-019.txt")); err != nil {
				t.Fatal(err)
			}
		}},
		{"a record come", func(dir string) {
			b := read(t, filepath.Join(dir, "data/records/replies/shinsa-018.txt"))
			put(t, filepath.Join(dir, "data/records/replies/shinsa-020.txt"), bytes.ReplaceAll(b, []byte("１８号"), []byte("２０号")))
		}},
	} {
		c.do(here)
		succeed(t, nil, "build", "--source", here)
		got := tree(t, filepath.Join(here, "public"))
		if same(want, got) {
			t.Errorf("%s: the site is as it was", c.when)
		}
		c.do(there)
		for _, made := range []string{"public", ".toshin"} {
			if err := os.RemoveAll(filepath.Join(there, made)); err != nil {
				t.Fatal(err)
			}
		}
		succeed(t, nil, "build", "--source", there)
		want = tree(t, filepath.Join(there, "public"))
		differ(t, c.when, want, got)
	}
}

// succeed runs the program, which must succeed.
func succeed(t *testing.T, env []string, args ...string) {
	t.Helper()
	cmd := exec.Command("toshin", args...)
	cmd.Env = append(os.Environ(), env...)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("toshin %v: %v\n%s", args, err, out)
	}
}

// tree is the sum of every file below dir, by its path.
func tree(t *testing.T, dir string) map[string][sha256.Size]byte {
	t.Helper()
	m := map[string][sha256.Size]byte{}
	err := filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		rel, _ := filepath.Rel(dir, p)
		m[rel] = sha256.Sum256(read(t, p))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func same(a, b map[string][sha256.Size]byte) bool {
	for name, sum := range a {
		if b[name] != sum {
			return false
		}
	}
	return len(a) == len(b)
}

func differ(t *testing.T, when string, want, got map[string][sha256.Size]byte) {
	t.Helper()
	if len(want) < 100 {
		t.Errorf("%s: a site of %d files only", when, len(want))
	}
	for name, sum := range want {
		if got[name] != sum {
			t.Errorf("%s: %s is not the same", when, name)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s: %s is one too many", when, name)
		}
	}
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func put(t *testing.T, name string, b []byte) {
	t.Helper()
	if err := os.WriteFile(name, b, 0o644); err != nil {
		t.Fatal(err)
	}
}
