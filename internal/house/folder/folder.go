// Package folder looks at folders for tests.
package folder

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// Texts are the files below dir, by their slash paths.
func Texts(t testing.TB, dir string) map[string]string {
	t.Helper()
	m := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(p)))
		m[p] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return m
}
