package history

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Names of any kind, in a folder of a repository, changed, removed and brought
// back, each with its own days.
func TestHistory(t *testing.T) {
	repo := t.TempDir()
	git := func(day string, args ...string) []byte {
		t.Helper()
		cmd := exec.Command("git", append([]string{"-C", repo, "-c", "user.name=職員", "-c", "user.email=staff@example.invalid"}, args...)...)
		cmd.Env = append(os.Environ(), "GIT_AUTHOR_DATE="+day, "GIT_COMMITTER_DATE="+day, "GIT_CONFIG_GLOBAL=/dev/null")
		b, err := cmd.Output()
		if err != nil {
			t.Fatalf("git %v: %v", args, err)
		}
		return b
	}
	put := func(day, name, text string) {
		t.Helper()
		p := filepath.Join(repo, "町", filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		git(day, "add", "-A")
		git(day, "commit", "-q", "-m", name)
	}
	git("", "init", "-q", "-b", "main")
	put("2024-04-01T09:00:00+09:00", "data/records/会議 録.txt", "一")
	put("2024-04-02T09:00:00+09:00", "data/records/b.txt", "一")
	put("2024-05-01T08:30:00+09:00", "data/records/会議 録.txt", "二")
	put("2024-06-01T09:00:00+09:00", "data/records/b.txt.toml", "# 訂正")
	put("2024-07-01T09:00:00+09:00", "config.toml", "")
	cmd := exec.Command("git", append([]string{"-C", filepath.Join(repo, "町")}, Args("HEAD", "data/records")...)...)
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	f := Parse(out)
	if len(f) != 3 {
		t.Errorf("%d files: %v", len(f), f)
	}
	for _, c := range []struct {
		name string
		want Dates
	}{
		{"data/records/会議 録.txt", Dates{"2024-04-01T00:00:00Z", "2024-04-30T23:30:00Z"}},
		{"data/records/b.txt", Dates{"2024-04-02T00:00:00Z", "2024-06-01T00:00:00Z"}},
		{"data/records/none.txt", Dates{}},
	} {
		if got := f.Of(c.name, c.name+".toml"); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
