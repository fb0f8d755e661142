// Package scaffold makes a new archive folder: the sample archive's config,
// registers and records, and the files that let a CI service publish it.
package scaffold

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// files are copied beside the sample. A name begins with "dot-" where the file
// itself begins with a point: embed leaves such files out.
//
//go:embed files
var files embed.FS

// ErrNotEmpty is returned where the folder holds something already: nothing of
// anybody's is ever written over.
var ErrNotEmpty = errors.New("the folder is not empty")

// Write makes dir and fills it with trees (the sample archive, the guides for
// staff) and the files of a CI service and a web server.
func Write(dir string, trees ...fs.FS) error {
	if es, err := os.ReadDir(dir); err == nil && len(es) > 0 {
		return ErrNotEmpty
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("init: %w", err)
	}
	for _, t := range trees {
		if err := copyTree(dir, t, func(p string) string { return p }); err != nil {
			return fmt.Errorf("init: %w", err)
		}
	}
	sub, err := fs.Sub(files, "files")
	if err != nil {
		return fmt.Errorf("init: %w", err)
	}
	err = copyTree(dir, sub, func(p string) string {
		return strings.ReplaceAll("/"+p, "/dot-", "/.")[1:]
	})
	if err != nil {
		return fmt.Errorf("init: %w", err)
	}
	return nil
}

func copyTree(dir string, from fs.FS, name func(string) string) error {
	return fs.WalkDir(from, ".", func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		to := filepath.Join(dir, filepath.FromSlash(name(p)))
		b, err := fs.ReadFile(from, p)
		if err != nil {
			return err
		}
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		return os.WriteFile(to, b, 0o644)
	})
}
