//go:build withdeploy

package deploy

import (
	"context"
	"errors"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gocloud.dev/blob"
)

// startS3 starts a real S3 server on loopback and returns the address of an
// empty bucket.
func startS3(t *testing.T) string {
	t.Helper()
	program, err := exec.LookPath("versitygw")
	if err != nil {
		t.Fatal("versitygw is not installed: make deploy installs it")
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	addr := l.Addr().String()
	l.Close()
	data, meta := t.TempDir(), t.TempDir()
	if err := os.Mkdir(filepath.Join(data, "town"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("AWS_ACCESS_KEY_ID", "clerk")
	t.Setenv("AWS_SECRET_ACCESS_KEY", "only-for-this-test")
	log, err := os.Create(filepath.Join(t.TempDir(), "log"))
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, "--access", "clerk", "--secret", "only-for-this-test", "--port", addr, "posix", "--sidecar", meta, data)
	cmd.Stdout, cmd.Stderr = log, log
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	for range 200 {
		if c, err := net.Dial("tcp", addr); err == nil {
			c.Close()
			return "s3://town?region=us-east-1&use_path_style=true&endpoint=http://" + addr
		}
		time.Sleep(50 * time.Millisecond)
	}
	said, _ := os.ReadFile(log.Name())
	t.Fatalf("the server does not answer: %s", said)
	return ""
}

func write(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, s := range files {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(p), 0o755), os.WriteFile(p, []byte(s), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
}

// What is sent is served as nginx would serve it, what is withdrawn is gone
// after the next deployment, and nobody else's files are deleted.
func TestDeployToS3(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	target, dir := startS3(t), t.TempDir()
	sum := strings.Repeat("0a", 32)
	write(t, dir, map[string]string{
		"index.html": "<!doctype html><p>見晴市</p>", "replies/70/index.html": "<p>灯台</p>", "replies/71/index.html": "<p>桟橋</p>",
		Marker: "{}", "search/files/0123abcd.bin": "tsh2", "css/main." + sum + ".css": "p{}", "js/search." + sum + ".js": "1", "js/worker.js": "1",
		"data/records.csv": "番号\n70\n", "data/records.jsonl": "{}\n", "feed.xml": "<feed/>", "manifest.json": "{}",
	})
	deploy := func(o Options) error {
		o.Dir, o.Target = dir, target
		return Site(ctx, o)
	}
	if err := deploy(Options{}); err != nil {
		t.Fatal(err)
	}
	b, err := blob.OpenBucket(ctx, target)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	const forever, anew = "public, max-age=31536000, immutable", "no-cache"
	for name, want := range map[string][2]string{
		"index.html":                {anew, "text/html; charset=utf-8"},
		"replies/70/index.html":     {anew, "text/html; charset=utf-8"},
		Marker:                      {anew, "application/json"},
		"search/files/0123abcd.bin": {forever, ""},
		"css/main." + sum + ".css":  {forever, "text/css"},
		"js/search." + sum + ".js":  {forever, "text/javascript"},
		"js/worker.js":              {anew, "text/javascript"},
		"data/records.csv":          {anew, "text/csv; charset=utf-8"},
		"data/records.jsonl":        {anew, "application/x-ndjson"},
		"manifest.json":             {anew, "application/json"},
	} {
		a, err := b.Attributes(ctx, name)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if a.CacheControl != want[0] || want[1] != "" && a.ContentType != want[1] {
			t.Errorf("%s: %q %q, want %q", name, a.CacheControl, a.ContentType, want)
		}
	}

	if err := os.RemoveAll(filepath.Join(dir, "replies", "71")); err != nil {
		t.Fatal(err)
	}
	write(t, dir, map[string]string{"replies/70/index.html": "<p>灯台の点検</p>"})
	if err := deploy(Options{DryRun: true}); err != nil {
		t.Fatal(err)
	}
	if there, err := b.Exists(ctx, "replies/71/index.html"); err != nil || !there {
		t.Errorf("a dry run deleted a page: %v", err)
	}
	if err := deploy(Options{}); err != nil {
		t.Fatal(err)
	}
	if there, err := b.Exists(ctx, "replies/71/index.html"); err != nil || there {
		t.Errorf("the withdrawn page is still there: %v", err)
	}
	if s, err := b.ReadAll(ctx, "replies/70/index.html"); err != nil || string(s) != "<p>灯台の点検</p>" {
		t.Errorf("the changed page: %s %v", s, err)
	}

	// A bucket of somebody else's.
	if err := errors.Join(b.Delete(ctx, Marker), b.WriteAll(ctx, "kept.txt", []byte("だれかのもの"), nil)); err != nil {
		t.Fatal(err)
	}
	if err := deploy(Options{}); !errors.Is(err, ErrForeign) {
		t.Errorf("over somebody else's files: %v", err)
	}
	if there, err := b.Exists(ctx, "kept.txt"); err != nil || !there {
		t.Errorf("somebody else's file is gone: %v", err)
	}
}
