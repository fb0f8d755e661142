// Package githook publishes by git push (docs/publish.md): it sets up a bare repository
// whose pre-receive hook refuses what must not come in, and whose post-receive
// hook builds and publishes.
//
// The git program is used, not a library: it is what the server runs anyway,
// and it knows the quarantine in which pushed objects wait.
package githook

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// Repo is a bare repository.
type Repo struct{ Dir string }

// git runs git in the repository and returns what it printed.
func (r Repo) git(ctx context.Context, args ...string) ([]byte, error) {
	return r.gitWith(ctx, nil, args...)
}

func (r Repo) gitWith(ctx context.Context, env []string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "git", append([]string{"--git-dir=" + r.Dir, "-c", "core.quotePath=false"}, args...)...)
	cmd.Env = append(cleanEnv(os.Environ()), env...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		return out.Bytes(), &gitError{args[0], strings.TrimSpace(errs.String()), err}
	}
	return out.Bytes(), nil
}

// gitError is a git command that failed; it names the stage.
type gitError struct {
	command, said string
	err           error
}

func (e *gitError) Error() string {
	return fmt.Sprintf("hook: git %s: %v: %s", e.command, e.err, e.said)
}
func (e *gitError) Unwrap() error { return e.err }

// exited reports whether git itself ended with that code, which some commands
// use for an answer.
func exited(err error, code int) bool {
	var x *exec.ExitError
	return errors.As(err, &x) && x.ExitCode() == code
}

// cleanEnv drops what git sets for a hook and what would lead our own git
// commands astray. The quarantine's GIT_OBJECT_DIRECTORY stays: without it the
// pushed objects cannot be seen.
func cleanEnv(env []string) []string {
	var out []string
	for _, e := range env {
		name, _, _ := strings.Cut(e, "=")
		switch name {
		case "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE":
			continue
		}
		out = append(out, e)
	}
	return append(out, "LC_ALL=C", "GIT_TERMINAL_PROMPT=0")
}

// Settings are what Install wrote into the repository's configuration.
type Settings struct {
	Site       string // publication folder
	Branch     string // whose commits are published
	BaseURL    string // where the site stands; empty: as config.toml says
	PreviewURL string // where DIR/previews/ stands; empty: previews are told by path
	Keep       int    // releases kept
	AllowForce bool   // history of the published branch may be rewritten
}

// Settings reads them back.
func (r Repo) Settings(ctx context.Context) (Settings, error) {
	s := Settings{Branch: "main", Keep: 20}
	for key, to := range map[string]*string{"site": &s.Site, "branch": &s.Branch, "baseurl": &s.BaseURL, "previewurl": &s.PreviewURL} {
		v, err := r.config(ctx, key)
		if err != nil {
			return s, err
		}
		if v != "" {
			*to = v
		}
	}
	v, err := r.config(ctx, "keep")
	if err != nil {
		return s, err
	}
	if v != "" {
		if _, err := fmt.Sscan(v, &s.Keep); err != nil {
			return s, fmt.Errorf("hook: toshin.keep = %q is no number", v)
		}
	}
	v, err = r.config(ctx, "allowforce")
	s.AllowForce = v == "true"
	if err == nil && s.Site == "" {
		err = errors.New("hook: toshin.site is not set; run toshin hook install")
	}
	return s, err
}

func (r Repo) config(ctx context.Context, key string) (string, error) {
	b, err := r.git(ctx, "config", "--get", "toshin."+key)
	if exited(err, 1) { // not set
		return "", nil
	}
	return strings.TrimRight(string(b), "\n"), err
}
