package release

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// scratch begins the names of folders that are being made. They are never
// served, and what a dead process left is cleared away by the next publication.
const scratch = ".new-"

// Publish makes a release with build and puts it live. build gets a folder that
// does not exist yet and fills it with a whole site. The caller holds the lock.
// Where build fails, or anything before the last rename, the live site stands.
func (s Site) Publish(build func(dir string) (*Manifest, error)) (*Release, error) {
	if err := s.clear(); err != nil {
		return nil, err
	}
	if st, err := os.Lstat(s.Live()); err == nil && st.Mode()&fs.ModeSymlink == 0 {
		return nil, fmt.Errorf("publish: %s is in the way: it must be a link that toshin made", s.Live())
	}
	tmp, err := os.MkdirTemp(filepath.Join(s.Dir, releasesDir), scratch)
	if err != nil {
		return nil, fmt.Errorf("publish: %w", err)
	}
	defer os.RemoveAll(tmp)
	fresh := filepath.Join(tmp, "site")
	m, err := build(fresh)
	if err != nil {
		return nil, err
	}
	if err := m.seal(fresh, s.live()); err != nil {
		return nil, err
	}
	id, err := s.next(m.Commit)
	if err != nil {
		return nil, err
	}
	if err := os.Rename(fresh, s.Path(id)); err != nil {
		return nil, fmt.Errorf("publish: %w", err)
	}
	if err := s.point(id); err != nil {
		return nil, err
	}
	return &Release{ID: id, Live: true, Commit: m.Commit, Program: m.Program, Records: len(m.Records), Files: len(m.Files)}, nil
}

// Preview makes the site of a branch, beside the live one and apart from it.
// The caller holds the lock.
func (s Site) Preview(name string, build func(dir string) (*Manifest, error)) (dir string, err error) {
	home := filepath.Join(s.Dir, previewsDir)
	if err := os.MkdirAll(home, 0o755); err != nil {
		return "", fmt.Errorf("publish: %w", err)
	}
	if err := clear(home); err != nil {
		return "", err
	}
	tmp, err := os.MkdirTemp(home, scratch)
	if err != nil {
		return "", fmt.Errorf("publish: %w", err)
	}
	defer os.RemoveAll(tmp)
	fresh, dir := filepath.Join(tmp, "site"), filepath.Join(home, name)
	m, err := build(fresh)
	if err != nil {
		return "", err
	}
	if err := m.seal(fresh, dir); err != nil { // of the preview before
		return "", err
	}
	// Nobody relies on a preview staying up, so two renames will do.
	if err := os.Rename(dir, filepath.Join(tmp, "old")); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("publish: %w", err)
	}
	if err := os.Rename(fresh, dir); err != nil {
		return "", fmt.Errorf("publish: %w", err)
	}
	return dir, nil
}

// RemovePreview removes the site of a branch that is gone.
func (s Site) RemovePreview(name string) error {
	if err := os.RemoveAll(filepath.Join(s.Dir, previewsDir, name)); err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	return nil
}

// point makes a release the live one.
func (s Site) point(id string) error {
	next := filepath.Join(s.Dir, scratch+liveName)
	if err := os.Remove(next); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("publish: %w", err)
	}
	if err := os.Symlink(releasesDir+"/"+id, next); err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	if err := os.Rename(next, s.Live()); err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	return nil
}

// next is the ID of the next release.
func (s Site) next(commit string) (string, error) {
	ids, err := s.ids()
	if err != nil {
		return "", err
	}
	n := 1
	if len(ids) > 0 {
		last, _ := serial(ids[len(ids)-1])
		n = last + 1
	}
	if commit == "" {
		commit = "files" // published from a folder that git does not know
	}
	return fmt.Sprintf("%06d-%.8s", n, commit), nil
}

func (s Site) clear() error { return clear(filepath.Join(s.Dir, releasesDir)) }

func clear(dir string) error {
	es, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	for _, e := range es {
		if strings.HasPrefix(e.Name(), scratch) {
			if err := os.RemoveAll(filepath.Join(dir, e.Name())); err != nil {
				return fmt.Errorf("publish: %w", err)
			}
		}
	}
	return nil
}
