package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/toshin-archive/toshin/internal/release"
)

// town is a small archive in a folder of its own and the program to publish it.
type town struct {
	dir, program string
	site         release.Site
}

func newTown(t *testing.T) *town {
	t.Helper()
	b, err := os.ReadFile("testdata/script/push.txtar")
	if err != nil {
		t.Fatal(err)
	}
	home := t.TempDir()
	w := &town{dir: filepath.Join(home, "town"), program: filepath.Join(home, "toshin"), site: release.Site{Dir: filepath.Join(home, "site")}}
	for _, f := range txtar.Parse(b).Files {
		name, ok := strings.CutPrefix(f.Name, "town/")
		if !ok {
			continue
		}
		to := filepath.Join(w.dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(to), 0o755), os.WriteFile(to, f.Data, 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(self, w.program); err != nil { // TestMain is toshin under that name
		t.Fatal(err)
	}
	return w
}

func (w *town) publish(ctx context.Context) *exec.Cmd {
	return exec.CommandContext(ctx, w.program, "publish", "--source", w.dir, "--site", w.site.Dir)
}

// must publishes and wants the live site to be whole.
func (w *town) must(t *testing.T) {
	t.Helper()
	if out, err := w.publish(t.Context()).CombinedOutput(); err != nil {
		t.Fatalf("publish: %v\n%s", err, out)
	}
	w.whole(t)
}

func (w *town) whole(t *testing.T) {
	t.Helper()
	if _, faults, err := release.Verify(w.site.Live()); err != nil || len(faults) > 0 {
		t.Fatalf("the live site is not whole: %v %v", faults, err)
	}
}

// However often and whenever a publication is killed, the live site is one
// whole site, nothing half made can be taken for a release, and the next
// publication works though the lock's holder is dead.
func TestPublishKilled(t *testing.T) {
	w := newTown(t)
	begun := time.Now()
	w.must(t)
	long := time.Since(begun)
	rnd := rand.New(rand.NewPCG(2, 26))
	for i := range 16 {
		ctx, cancel := context.WithTimeout(t.Context(), time.Duration(rnd.Int64N(int64(long))))
		_ = w.publish(ctx).Run() // killed by SIGKILL, or done before
		cancel()
		w.whole(t)
		rs, err := w.site.List() // reads every manifest
		if err != nil {
			t.Fatalf("after kill %d: %v", i, err)
		}
		for _, r := range rs {
			if _, faults, err := release.Verify(w.site.Path(r.ID)); err != nil || len(faults) > 0 {
				t.Fatalf("after kill %d: release %s: %v %v", i, r.ID, faults, err)
			}
		}
	}
	w.must(t)
	left, err := filepath.Glob(filepath.Join(w.site.Dir, "releases", ".new-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

// Publications that come at once queue: each becomes a release of its own.
func TestPublishAtOnce(t *testing.T) {
	w := newTown(t)
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if out, err := w.publish(t.Context()).CombinedOutput(); err != nil {
				t.Errorf("publish: %v\n%s", err, out)
			}
		}()
	}
	wg.Wait()
	w.whole(t)
	rs, err := w.site.List()
	if err != nil || len(rs) != 3 || !rs[0].Live {
		t.Errorf("releases: %+v %v", rs, err)
	}
	for _, r := range rs[1:] {
		a, err1 := os.ReadFile(filepath.Join(w.site.Path(rs[0].ID), release.ManifestFile))
		b, err2 := os.ReadFile(filepath.Join(w.site.Path(r.ID), release.ManifestFile))
		if err := errors.Join(err1, err2); err != nil || !bytes.Equal(a, b) {
			t.Errorf("the same archive gave two different sites (%s, %s): %v", rs[0].ID, r.ID, err)
		}
	}
}

// On a full disk the publication fails with exit code 3, the live site stands,
// and once there is room the next one works. The disk is a small tmpfs in a
// mount namespace of the test's own.
func TestPublishFullDisk(t *testing.T) {
	w := newTown(t)
	if out, err := exec.Command("unshare", "-rm", "true").CombinedOutput(); err != nil {
		t.Skipf("this machine lets nobody have a mount namespace (%v %s); the test needs a disk that it may fill", err, out)
	}
	if err := os.MkdirAll(w.site.Dir, 0o755); err != nil {
		t.Fatal(err)
	}
	publish := fmt.Sprintf("%q publish --source %q --site %q", w.program, w.dir, w.site.Dir)
	verify := fmt.Sprintf("%q verify --site %q", w.program, w.site.Dir)
	script := strings.Join([]string{
		"set -u", fmt.Sprintf("mount -t tmpfs -o size=24m tmpfs %q", w.site.Dir),
		publish + " || { echo first; exit 9; }",
		fmt.Sprintf("head -c 64m /dev/zero > %q 2>/dev/null", w.site.Dir+"/filler"),
		publish + "; [ $? = 3 ] || { echo no exit 3; exit 9; }",
		verify + " || exit 9",
		fmt.Sprintf("rm %q", w.site.Dir+"/filler"),
		publish + " || { echo last; exit 9; }",
		verify + " || exit 9",
	}, "\n")
	out, err := exec.CommandContext(t.Context(), "unshare", "-rm", "bash", "-c", script).CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
