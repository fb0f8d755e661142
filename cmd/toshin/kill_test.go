package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/toshin-archive/toshin/internal/pipeline"
)

// A build killed at any moment leaves the site that was there, or the whole of
// the new one; the next build works, and what it makes is what a build from
// nothing makes.
func TestKilledBuild(t *testing.T) {
	dir := t.TempDir()
	city := filepath.Join(dir, "city")
	public := filepath.Join(city, "public")
	succeed(t, nil, "init", city)
	begun := time.Now()
	succeed(t, nil, "build", "--source", city)
	whole := time.Since(begun)

	record := filepath.Join(city, "data", "records", "minutes", "unei-r1-1.txt")
	text := strings.TrimRight(string(read(t, record)), "\n")
	n := 0
	// try kills a build that has a changed record before it; where the site is a
	// new one afterwards, a build that is let be must find nothing to change.
	try := func(when string, kill func(*exec.Cmd, *bufio.Scanner)) {
		t.Helper()
		n++
		put(t, record, fmt.Appendf(nil, "%s%d回目の訂正を補った。\n", text, n))
		before := tree(t, public)
		cmd := exec.Command("toshin", "build", "--source", city)
		log, err := cmd.StderrPipe()
		if err == nil {
			err = cmd.Start()
		}
		if err != nil {
			t.Fatal(err)
		}
		kill(cmd, bufio.NewScanner(log))
		_ = cmd.Wait() // it was killed
		if after := tree(t, public); !same(before, after) {
			succeed(t, nil, "build", "--source", city)
			differ(t, "killed "+when+", then built", after, tree(t, public))
		}
	}
	for _, s := range pipeline.Stages {
		try("after "+s.Name, func(cmd *exec.Cmd, log *bufio.Scanner) {
			for log.Scan() {
				if strings.Contains(log.Text(), "stage="+s.Name+" ") {
					break
				}
			}
			_ = cmd.Process.Kill()
		})
	}
	const moments = 5
	for i := range moments {
		after := whole * time.Duration(i) / moments
		try("after "+after.String(), func(cmd *exec.Cmd, _ *bufio.Scanner) {
			time.Sleep(after)
			_ = cmd.Process.Kill()
		})
	}
	succeed(t, nil, "build", "--source", city)
	mended := tree(t, public)
	for _, made := range []string{public, filepath.Join(city, ".toshin")} {
		if err := os.RemoveAll(made); err != nil {
			t.Fatal(err)
		}
	}
	succeed(t, nil, "build", "--source", city)
	differ(t, "after all kills", tree(t, public), mended)
}
