package site

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
)

// ErrPlace is returned where the site would take the place of something else:
// what stands at OutDir is replaced as a whole.
var ErrPlace = errors.New("the site may not be put there")

// place is the folder that out means, links followed. It must not hold the
// archive, nor be one of the archive's own folders, nor hold files without
// being a site.
func place(out, archive string) (string, error) {
	out, err := filepath.Abs(out)
	if err != nil {
		return "", err
	}
	if to, err := filepath.EvalSymlinks(out); err == nil {
		out = to
	}
	if to, err := filepath.EvalSymlinks(archive); err == nil {
		archive = to
	}
	if within(archive, out) {
		return "", ErrPlace
	}
	for _, own := range []string{"data", "content", "layouts", "assets", ".git"} {
		if within(out, filepath.Join(archive, own)) {
			return "", ErrPlace
		}
	}
	if es, err := os.ReadDir(out); err == nil && len(es) > 0 {
		if _, err := os.Stat(filepath.Join(out, "index.html")); err != nil {
			return "", ErrPlace
		}
	}
	return out, nil
}

// within reports whether p is dir or lies in it.
func within(p, dir string) bool {
	rel, err := filepath.Rel(dir, p)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}
