package site

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
)

// unpack brings dir's layouts and assets to those the program carries: Hugo
// mounts folders of the disk. Other files of these two folders are removed.
func unpack(carried fs.FS, dir string) error {
	for _, top := range []string{"layouts", "assets"} {
		keep := map[string]bool{}
		err := fs.WalkDir(carried, top, func(p string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			b, err := fs.ReadFile(carried, p)
			if err != nil {
				return err
			}
			name := filepath.Join(dir, filepath.FromSlash(p))
			keep[name] = true
			if was, err := os.ReadFile(name); err == nil && bytes.Equal(was, b) {
				return nil
			}
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				return err
			}
			return os.WriteFile(name, b, 0o644)
		})
		if err != nil {
			return err
		}
		err = filepath.WalkDir(filepath.Join(dir, top), func(p string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || keep[p] {
				return err
			}
			return os.Remove(p)
		})
		if err != nil {
			return err
		}
	}
	return nil
}
