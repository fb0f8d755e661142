package site

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Lay puts the files below from into the folder to. Those that share tells (by
// their slash path) become further names of the same files, where the file
// system can do that: most of a new site is as the old one. Whoever owns from
// must replace such files, never write into them, and seal the folder.
func Lay(from, to string, share func(path string) bool) error {
	linked := true
	return filepath.WalkDir(from, func(p string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, p)
		if err != nil {
			return err
		}
		name := filepath.Join(to, rel)
		if rel == "." {
			return os.MkdirAll(name, 0o755)
		}
		if e.IsDir() {
			if err := os.Mkdir(name, 0o755); !errors.Is(err, fs.ErrExist) {
				return err
			}
			return nil
		}
		if linked && share(filepath.ToSlash(rel)) {
			if err := os.Link(p, name); err == nil {
				return nil
			}
			linked = false // another disk, or one that knows no links
		}
		return copyOne(p, name)
	})
}

func copyOne(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	if _, err := io.Copy(out, in); err != nil {
		out.Close()
		return err
	}
	return out.Close()
}

// All is for [Lay]: every file is shared.
func All(string) bool { return true }
