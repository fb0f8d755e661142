package release

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sort"

	"github.com/toshin-archive/toshin/internal/parallel"
)

// list sums every file below dir but the manifest, in order of path. What is no
// plain file is an error: a site has none. known may tell a sum without reading.
func list(dir string, known sums) ([]File, error) {
	var files []File
	err := filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		rel, err := filepath.Rel(dir, p)
		if err != nil || rel == ManifestFile {
			return err
		}
		files = append(files, File{Path: filepath.ToSlash(rel)})
		return nil
	})
	if err == nil {
		err = parallel.Do(context.Background(), runtime.GOMAXPROCS(0), len(files), func(i int) error { return files[i].read(dir, known) })
	}
	if err != nil {
		return nil, fmt.Errorf("publish: %w", err)
	}
	sort.Slice(files, func(i, j int) bool { return files[i].Path < files[j].Path })
	return files, nil
}

// read sums f, which is in dir.
func (f *File) read(dir string, known sums) error {
	name := filepath.Join(dir, filepath.FromSlash(f.Path))
	st, err := os.Lstat(name)
	if err != nil {
		return err
	}
	if sum, ok := known(f.Path, st); ok {
		f.SHA256, f.Bytes = sum, st.Size()
		return nil
	}
	in, err := os.Open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	h := sha256.New()
	f.Bytes, err = io.Copy(h, in)
	f.SHA256 = hex.EncodeToString(h.Sum(nil))
	return err
}

// sums tells the sum of a file that need not be read for it.
type sums func(path string, st fs.FileInfo) (sum string, ok bool)

func noSums(string, fs.FileInfo) (string, bool) { return "", false }

// sumsOf takes the sums of files that are those of the release in the folder
// older, under one more name, from its manifest: of 10,000 records it is all but
// some of a gigabyte. Files are replaced and never written into; one that was
// touched since the manifest was written is read.
func sumsOf(older string) sums {
	if older == "" {
		return noSums
	}
	m, err := ReadManifest(older)
	if err != nil {
		return noSums
	}
	written, err := os.Stat(filepath.Join(older, ManifestFile))
	if err != nil {
		return noSums
	}
	files := make(map[string]File, len(m.Files))
	for _, f := range m.Files {
		files[f.Path] = f
	}
	return func(path string, st fs.FileInfo) (string, bool) {
		f, ok := files[path]
		if !ok || f.Bytes != st.Size() || !st.ModTime().Before(written.ModTime()) {
			return "", false
		}
		was, err := os.Lstat(filepath.Join(older, filepath.FromSlash(path)))
		return f.SHA256, err == nil && os.SameFile(was, st)
	}
}
