package browser

import (
	"compress/gzip"
	"fmt"
	"html"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/toshin-archive/toshin/internal/serve"
)

const nginxConf = "../scaffold/files/server/nginx.conf"

// startNginx serves site with the configuration that toshin init gives, and
// returns its address. Only the paths, the port and the names are others.
func startNginx(t *testing.T, site string) string {
	t.Helper()
	program, err := exec.LookPath("nginx")
	if err != nil {
		program = "/usr/sbin/nginx"
	}
	b, err := os.ReadFile(nginxConf)
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	addr := l.Addr().String()
	l.Close()
	home := t.TempDir()
	os.Chmod(filepath.Dir(home), 0o755) // where root starts it, its workers are someone else
	os.Chmod(home, 0o755)
	conf := strings.NewReplacer("listen 80;", "listen "+addr+";", "/srv/toshin", site).Replace(string(b))
	conf = "daemon off;\nworker_processes 1;\npid nginx.pid;\nerror_log error.log;\nevents {}\nhttp {\n" +
		"include /etc/nginx/mime.types;\naccess_log off;\nclient_body_temp_path .; proxy_temp_path .; fastcgi_temp_path .; uwsgi_temp_path .; scgi_temp_path .;\n" + conf + "}\n"
	if os.Getuid() == 0 {
		conf = "user root;\n" + conf // the test's folders are root's
	}
	file := filepath.Join(home, "nginx.conf")
	if err := os.WriteFile(file, []byte(conf), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, "-p", home, "-c", file, "-e", filepath.Join(home, "error.log"))
	if err := cmd.Start(); err != nil {
		t.Fatalf("nginx: %v (make test installs it)", err)
	}
	t.Cleanup(func() { cmd.Process.Signal(os.Interrupt); cmd.Wait() })
	for range 100 {
		if c, err := net.Dial("tcp", addr); err == nil {
			c.Close()
			return addr
		}
		time.Sleep(50 * time.Millisecond)
	}
	log, _ := os.ReadFile(filepath.Join(home, "error.log"))
	t.Fatalf("nginx does not answer: %s", log)
	return ""
}

// The nginx configuration that toshin init gives: what never changes is kept
// for ever, everything else is asked for anew; nothing is sniffed; pages are
// compressed; previews are not for search engines.
func TestNginx(t *testing.T) {
	site := t.TempDir()
	if err := os.CopyFS(filepath.Join(site, "releases", "000001-x"), os.DirFS(buildSite(t))); err != nil {
		t.Fatal(err)
	}
	put := func(name, text string) {
		p := filepath.Join(site, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	put("releases/000001-x/search/files/0123abcd.bin", "tsh1")
	put("releases/000001-x/data/records.jsonl", "{}")
	put("previews/a-1/index.html", "下書き")
	put("previews/.new-1/index.html", "作りかけ")
	if err := os.Symlink("releases/000001-x", filepath.Join(site, "current")); err != nil {
		t.Fatal(err)
	}
	addr := startNginx(t, site)
	css, err := filepath.Glob(filepath.Join(site, "current", "css", "*.css"))
	if err != nil || len(css) == 0 {
		t.Fatalf("no style sheet: %v", err)
	}
	const forever, anew = "public, max-age=31536000, immutable", "no-cache"
	for _, c := range []struct {
		host, path string
		status     int
		cache      string
	}{
		{"example.jp", "/", 200, anew},
		{"example.jp", "/replies/1/", 200, anew},
		{"example.jp", "/nowhere/", 404, anew},
		{"example.jp", "/css/" + filepath.Base(css[0]), 200, forever},
		{"example.jp", "/search/files/0123abcd.bin", 200, forever},
		{"example.jp", "/data/records.jsonl", 200, anew},
		{"preview.example.jp", "/a-1/", 200, "no-store"},
		{"preview.example.jp", "/.new-1/", 404, ""},
	} {
		r := ask(t, addr, c.host, c.path)
		got := r.Header.Get("Cache-Control")
		if r.StatusCode != c.status || got != c.cache {
			t.Errorf("%s%s: %d %q, want %d %q", c.host, c.path, r.StatusCode, got, c.status, c.cache)
		}
		if c.host == "example.jp" && (r.Header.Get("Content-Security-Policy") != serve.Policy+"; frame-ancestors 'none'" || r.Header.Get("X-Content-Type-Options") != "nosniff") {
			t.Errorf("%s: %v", c.path, r.Header)
		}
	}
	if r := ask(t, addr, "preview.example.jp", "/a-1/"); r.Header.Get("X-Robots-Tag") != "noindex, nofollow" {
		t.Errorf("preview: %v", r.Header)
	}
	if r := ask(t, addr, "example.jp", "/data/records.jsonl"); r.Header.Get("Access-Control-Allow-Origin") != "*" {
		t.Errorf("data: %v", r.Header)
	}
	r := ask(t, addr, "example.jp", "/")
	if r.Header.Get("Content-Encoding") != "gzip" || !strings.Contains(body(t, r), "<!doctype html>") {
		t.Errorf("not compressed: %v", r.Header)
	}
}

func ask(t *testing.T, addr, host, path string) *http.Response {
	t.Helper()
	req, err := http.NewRequest(http.MethodGet, fmt.Sprintf("http://%s%s", addr, path), nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Host = host
	req.Header.Set("Accept-Encoding", "gzip")
	r, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Body.Close() })
	return r
}

func body(t *testing.T, r *http.Response) string {
	t.Helper()
	z, err := gzip.NewReader(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// Each page says the policy of itself, for hosts that send no such header.
func TestPolicyOnEveryPage(t *testing.T) {
	root, pages := buildSite(t), 0
	err := filepath.WalkDir(root, func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(p) != ".html" {
			return err
		}
		b, err := os.ReadFile(p)
		pages++
		if want := `<meta http-equiv="Content-Security-Policy" content="` + serve.Policy + `">`; !strings.Contains(html.UnescapeString(string(b)), want) {
			t.Errorf("%s does not say the policy", p)
		}
		return err
	})
	if err != nil || pages == 0 {
		t.Errorf("%d pages, %v", pages, err)
	}
}
