package githook

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// mark tells our hooks from anybody else's.
const mark = "# written by toshin hook install"

// ErrForeignHook: a hook that toshin did not write stands in the way. It is
// left as it is.
var ErrForeignHook = errors.New("a hook of someone else is in the way")

// Hooks are the names of those installed.
var Hooks = []string{"pre-receive", "post-receive"}

// Install makes dir a bare repository, where it is none yet, and sets its hooks
// and settings. program is copied into the publication folder, so that what
// publishes tomorrow is what was tried today. Install may be run again: it is
// how settings and program are renewed.
func Install(ctx context.Context, dir, program string, s Settings) error {
	var err error
	if dir, err = filepath.Abs(dir); err != nil {
		return fmt.Errorf("hook: %w", err)
	}
	if s.Site, err = filepath.Abs(s.Site); err != nil {
		return fmt.Errorf("hook: %w", err)
	}
	r := Repo{dir}
	if err := r.ensure(ctx, s.Branch); err != nil {
		return err
	}
	for _, h := range Hooks {
		ours, err := Installed(dir, h)
		if err == nil && !ours {
			return fmt.Errorf("hook: %s: %w", filepath.Join(dir, "hooks", h), ErrForeignHook)
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("hook: %w", err)
		}
	}
	bin := filepath.Join(s.Site, "bin", "toshin")
	if err := copyProgram(program, bin); err != nil {
		return fmt.Errorf("hook: %w", err)
	}
	for _, kv := range [][2]string{
		{"toshin.site", s.Site}, {"toshin.branch", s.Branch}, {"toshin.baseURL", s.BaseURL}, {"toshin.previewURL", s.PreviewURL},
		{"toshin.keep", strconv.Itoa(s.Keep)}, {"toshin.allowForce", strconv.FormatBool(s.AllowForce)},
		{"receive.fsckObjects", "true"}, // names that no tree may have (.git, ..) never come in
	} {
		if _, err := r.git(ctx, "config", kv[0], kv[1]); err != nil {
			return err
		}
	}
	for _, h := range Hooks {
		if err := writeHook(filepath.Join(dir, "hooks", h), bin, h); err != nil {
			return fmt.Errorf("hook: %w", err)
		}
	}
	return nil
}

// Installed reports whether the hook of that name in the repository dir is
// toshin's. fs.ErrNotExist: there is none.
func Installed(dir, name string) (bool, error) {
	b, err := os.ReadFile(filepath.Join(dir, "hooks", name))
	return bytes.Contains(b, []byte(mark)), err
}

// ensure makes the bare repository, or checks that it is one.
func (r Repo) ensure(ctx context.Context, branch string) error {
	if _, err := os.Stat(filepath.Join(r.Dir, "HEAD")); errors.Is(err, fs.ErrNotExist) {
		if es, err := os.ReadDir(r.Dir); err == nil && len(es) > 0 {
			return fmt.Errorf("hook: %s is neither empty nor a bare git repository", r.Dir)
		}
		cmd := exec.CommandContext(ctx, "git", "init", "--quiet", "--bare", "--initial-branch="+branch, r.Dir)
		cmd.Env = cleanEnv(os.Environ())
		if out, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("hook: git init: %w: %s", err, bytes.TrimSpace(out))
		}
	}
	b, err := r.git(ctx, "rev-parse", "--is-bare-repository")
	if err != nil {
		return err
	}
	if strings.TrimSpace(string(b)) != "true" {
		return fmt.Errorf("hook: %s is not a bare repository", r.Dir)
	}
	if err := os.MkdirAll(filepath.Join(r.Dir, "hooks"), 0o755); err != nil {
		return fmt.Errorf("hook: %w", err)
	}
	return nil
}

func writeHook(path, bin, name string) error {
	// The shell's quotes: a path may hold blanks and quotes of its own.
	quoted := "'" + strings.ReplaceAll(bin, "'", `'\''`) + "'"
	script := fmt.Sprintf("#!/bin/sh\n%s; settings: git config --get-regexp '^toshin\\.'\nexec %s hook %s --repo .\n", mark, quoted, name)
	return replaceFile(path, strings.NewReader(script))
}

func copyProgram(from, to string) error {
	if same, err := filepath.EvalSymlinks(to); err == nil {
		if f, err := filepath.EvalSymlinks(from); err == nil && f == same {
			return nil
		}
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	f, err := os.Open(from)
	if err != nil {
		return err
	}
	defer f.Close()
	return replaceFile(to, f)
}

// replaceFile writes an executable file whole or not at all: a push may be
// running it.
func replaceFile(path string, content io.Reader) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), ".new-")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	_, err = io.Copy(tmp, content)
	if err == nil {
		err = tmp.Chmod(0o755)
	}
	if cerr := tmp.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return err
	}
	return os.Rename(tmp.Name(), path)
}
