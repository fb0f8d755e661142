package githook

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/record"
)

// maxFile is the largest file that may come in. A file that is larger cannot be
// a record (source.MaxBytes) and would stay in the history for ever.
const maxFile = 100 << 20

// inspect looks at what a commit's tree is made of, before anything of it is
// written anywhere: faults are what no archive needs and a server must not take.
func (r Repo) inspect(ctx context.Context, commit string) ([]record.Diagnostic, error) {
	b, err := r.git(ctx, "ls-tree", "-r", "-z", "-l", "--full-tree", commit)
	if err != nil {
		return nil, err
	}
	var ds []record.Diagnostic
	fault := func(file, code string, args ...any) {
		ds = append(ds, diag.InFile(diag.At(code, 0, 0, "", args...), printable(file)))
	}
	for _, row := range bytes.Split(b, []byte{0}) {
		meta, name, ok := bytes.Cut(row, []byte{'\t'})
		f := strings.Fields(string(meta))
		if !ok || len(f) != 4 {
			continue
		}
		file := string(name)
		size, _ := strconv.ParseInt(f[3], 10, 64) // "-" for what is no file
		switch {
		case f[1] == "commit":
			fault(file, "H001")
		case f[0] == "120000":
			target, err := r.git(ctx, "cat-file", "blob", f[2])
			if err != nil {
				return nil, err
			}
			if leaves(file, string(target)) {
				fault(file, "H002")
			}
		case size > maxFile:
			fault(file, "H003", size>>20, maxFile>>20)
		}
		if !utf8.ValidString(file) || strings.ContainsFunc(file, unicode.IsControl) {
			fault(file, "H005")
		}
	}
	// Pointers of Git LFS: the file itself was never pushed here.
	b, err = r.git(ctx, "grep", "-l", "-z", "-I", "-e", "^version https://git-lfs.github.com/spec/", commit, "--")
	if err != nil && !exited(err, 1) { // 1: none
		return nil, err
	}
	for _, row := range bytes.Split(b, []byte{0}) {
		if _, file, ok := strings.Cut(string(row), ":"); ok && r.pointer(ctx, commit, file) {
			fault(file, "H004")
		}
	}
	return ds, nil
}

// pointer reports whether file is a pointer, and not a text that quotes one.
func (r Repo) pointer(ctx context.Context, commit, file string) bool {
	b, err := r.git(ctx, "cat-file", "blob", commit+":"+file)
	return err == nil && len(b) < 1024 && bytes.HasPrefix(b, []byte("version https://git-lfs"))
}

// leaves reports whether a link out of the tree would be followed.
func leaves(file, target string) bool {
	if path.IsAbs(target) || strings.Contains(target, "\\") || strings.ContainsRune(target, 0) {
		return true
	}
	at := path.Join(path.Dir(file), target)
	return at == ".." || strings.HasPrefix(at, "../")
}

func printable(file string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsControl(c) || c == utf8.RuneError {
			return '?'
		}
		return c
	}, file)
}

// checkout writes a commit's tree into a new folder of its own and returns it;
// done removes it. Nothing that is live is touched, and no filter of the
// pusher's is run.
func (r Repo) checkout(ctx context.Context, commit string) (dir string, done func(), err error) {
	home, err := os.MkdirTemp("", "toshin-push-")
	if err != nil {
		return "", nil, fmt.Errorf("hook: %w", err)
	}
	done = func() { _ = os.RemoveAll(home) }
	dir = filepath.Join(home, "tree")
	if err = os.Mkdir(dir, 0o755); err != nil {
		done()
		return "", nil, fmt.Errorf("hook: %w", err)
	}
	index := []string{"GIT_INDEX_FILE=" + filepath.Join(home, "index")}
	if _, err = r.gitWith(ctx, index, "read-tree", commit); err == nil {
		_, err = r.gitWith(ctx, index, "-c", "core.autocrlf=false", "-c", "core.symlinks=true", "-c", "core.bare=false",
			"--work-tree="+dir, "checkout-index", "--all", "--force")
	}
	if err != nil {
		done()
		return "", nil, err
	}
	return dir, done, nil
}

// blob is a file of a commit, nil where there is none.
func (r Repo) blob(ctx context.Context, commit, file string) ([]byte, error) {
	id, err := r.git(ctx, "rev-parse", "--verify", "--quiet", commit+":"+file)
	if exited(err, 1) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return r.git(ctx, "cat-file", "blob", strings.TrimSpace(string(id)))
}

// ancestor reports whether old is part of new's history, so that nothing that
// was published is taken out of it.
func (r Repo) ancestor(ctx context.Context, old, new string) (bool, error) {
	_, err := r.git(ctx, "merge-base", "--is-ancestor", old, new)
	if exited(err, 1) {
		return false, nil
	}
	return err == nil, err
}

// tip is the commit of a branch now, "" where it is gone.
func (r Repo) tip(ctx context.Context, branch string) (string, error) {
	b, err := r.git(ctx, "rev-parse", "--verify", "--quiet", "refs/heads/"+branch+"^{commit}")
	if exited(err, 1) {
		return "", nil
	}
	return strings.TrimSpace(string(b)), err
}
