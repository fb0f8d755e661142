package serve

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func start(t *testing.T, dir string) (*Server, string) {
	t.Helper()
	l, err := Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &Server{Dir: dir}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error)
	go func() { done <- s.Run(ctx, l) }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	return s, "http://" + l.Addr().String()
}

func get(t *testing.T, url string) (int, string) {
	t.Helper()
	r, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	b, _ := io.ReadAll(r.Body)
	return r.StatusCode, string(b)
}

func TestServe(t *testing.T) {
	dir := t.TempDir()
	for name, s := range map[string]string{"index.html": "<body>入口</body>", "replies/1/index.html": "<body>答申</body>", "404.html": "<body>ない</body>", "a.css": "a{}"} {
		p := filepath.Join(dir, name)
		os.MkdirAll(filepath.Dir(p), 0o755)
		os.WriteFile(p, []byte(s), 0o644)
	}
	s, base := start(t, dir)
	for path, want := range map[string]string{"/": "入口", "/replies/1/": "答申", "/replies/1": "答申", "/a.css": "a{}", "/x/": "ない", "/../../etc/passwd": "ない"} {
		code, body := get(t, base+path)
		if !strings.Contains(body, want) || (want == "ない") != (code == 404) {
			t.Errorf("%s: %d %q", path, code, body)
		}
	}
	if _, body := get(t, base+"/"); !strings.Contains(body, "/__toshin/reload.js") {
		t.Error("a page without the reload script")
	}
	r, err := http.Get(base + "/__toshin/events")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	br := bufio.NewReader(r.Body)
	br.ReadString('\n')
	s.Reload()
	all, _ := io.ReadAll(br)
	if !strings.Contains(string(all), "event: reload") {
		t.Errorf("events gave %q", all)
	}
}

func TestListenOnlyHere(t *testing.T) {
	for _, addr := range []string{"0.0.0.0:0", "192.0.2.1:80", ":0", "nonsense"} {
		if l, err := Listen(addr); err == nil {
			l.Close()
			t.Errorf("%s was opened", addr)
		}
	}
}

func TestWatch(t *testing.T) {
	dir := t.TempDir()
	os.MkdirAll(filepath.Join(dir, "data"), 0o755)
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	changes := make(chan bool, 10)
	go Watch(ctx, []string{filepath.Join(dir, "data"), filepath.Join(dir, "config.toml")}, func() { changes <- true })
	time.Sleep(200 * time.Millisecond)
	wait := func(what string) {
		t.Helper()
		select {
		case <-changes:
		case <-time.After(5 * time.Second):
			t.Fatalf("%s was not seen", what)
		}
	}
	os.WriteFile(filepath.Join(dir, "config.toml"), []byte("a"), 0o644)
	wait("a new config")
	os.MkdirAll(filepath.Join(dir, "data", "records"), 0o755)
	wait("a new folder")
	os.WriteFile(filepath.Join(dir, "data", "records", "a.txt"), []byte("a"), 0o644)
	wait("a file in a new folder")
	os.WriteFile(filepath.Join(dir, "other.txt"), []byte("a"), 0o644)
	select {
	case <-changes:
		t.Error("a file outside was taken for a change")
	case <-time.After(2 * settle):
	}
}
