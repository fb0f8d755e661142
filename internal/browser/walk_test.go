package browser

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// walker is somebody at a terminal.
type walker struct {
	t   *testing.T
	env []string
}

// run types a command in dir and returns what the terminal shows.
func (w *walker) run(dir, name string, args ...string) string {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(w.t.Context(), 5*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir, cmd.Env = dir, w.env
	out, err := cmd.CombinedOutput()
	if err != nil {
		w.t.Fatalf("%s %s: %v\n%s", filepath.Base(name), strings.Join(args, " "), err, out)
	}
	return string(out)
}

// The whole way of a new town: an empty folder, a bare repository, git push, a
// web server, and a citizen who finds a word. Then a second push, after which the
// citizen reads what is new.
func TestFromAnEmptyFolderToAPublishedSite(t *testing.T) {
	home := t.TempDir()
	program := filepath.Join(home, "toshin")
	// git's settings are those of a new user; go's folders stay where they are.
	w := &walker{t, append(os.Environ(), "HOME="+home, "GIT_CONFIG_NOSYSTEM=1", "CGO_ENABLED=0", "GOPATH="+goEnv(t, "GOPATH"), "GOCACHE="+goEnv(t, "GOCACHE"))}
	w.run(".", "go", "build", "-o", program, "../../cmd/toshin")
	town, bare, site := filepath.Join(home, "見晴市"), filepath.Join(home, "miharashi.git"), filepath.Join(home, "site")

	w.run(home, program, "hook", "install", "--repo", bare, "--site", site)
	w.run(home, program, "init", "見晴市")
	for _, c := range [][]string{
		{"init", "-q", "-b", "main"}, {"config", "user.name", "灘 澄"}, {"config", "user.email", "staff@example.invalid"},
		{"remote", "add", "公開", bare}, {"add", "-A"}, {"commit", "-q", "-m", "初めて"},
	} {
		w.run(town, "git", c...)
	}
	if said := w.run(town, "git", "push", "公開", "main"); !strings.Contains(said, "公開しました。版 000001-") {
		t.Fatalf("the push says:\n%s", said)
	}

	addr := startNginx(t, site)
	p := newTab(t, "http://"+addr+"/")
	p.open("")
	p.want(`document.querySelector('h1').innerText`, "見晴市 答申・会議録アーカイブ")
	p.get(`document.querySelector('#q').focus()`)
	p.typeIn("ﾐﾗｰｻｰﾊﾞ") // the record has ミラーサーバー
	p.press("Enter")
	p.until(`(s => s && s.dataset.state === 'done' && s.dataset.total > 0)(document.querySelector('[data-search-status]'))`)
	p.get(`document.querySelector('main li a[href*="minutes/"], main li a[href*="replies/"]').click()`)
	p.until(`/\/(minutes|replies)\/[^/]+\/$/.test(location.pathname) && document.querySelector('main')?.innerText.includes('ミラーサーバー')`)

	// What the council approves next is there after the next push.
	p.open("minutes/r5-1/")
	p.want(`document.title.includes('第1回')`, false)
	approvals := filepath.Join(town, "data", "approvals.toml")
	b, err := os.ReadFile(approvals)
	if err != nil {
		t.Fatal(err)
	}
	b = append(b, "\n[[approval]]\ncovers = [\"minutes/r5-1\"]\ncouncil = \"見晴市情報公開・個人情報保護運営審議会\"\ndecided = 2023-10-01\nmeeting = \"令和5年度第2回\"\nitem = \"1\"\n"...)
	if err := os.WriteFile(approvals, b, 0o644); err != nil {
		t.Fatal(err)
	}
	w.run(town, program, "audit", "--write")
	w.run(town, "git", "add", "-A")
	w.run(town, "git", "commit", "-q", "-m", "承認")
	if said := w.run(town, "git", "push", "公開", "main"); !strings.Contains(said, "公開しました。版 000002-") {
		t.Fatalf("the push says:\n%s", said)
	}
	p.open("minutes/r5-1/")
	p.want(`document.title.includes('第1回')`, true)
	w.run(home, program, "verify", "--site", site)
}

func goEnv(t *testing.T, name string) string {
	t.Helper()
	b, err := exec.Command("go", "env", name).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(b))
}
