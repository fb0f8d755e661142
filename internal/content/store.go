package content

import (
	"bytes"
	"context"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/toshin-archive/toshin/internal/parallel"
)

// manifestFile lists the pages of the folder by file, each with the sum of what
// it was made from. It is removed before the folder is touched and written
// last: where it is missing, nothing is taken for granted.
const manifestFile = ".manifest.json"

// store writes pages to dir and removes every other file there.
func store(ctx context.Context, dir string, t *templates, pages []page) (Stats, error) {
	s := Stats{Pages: len(pages)}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return s, err
	}
	old := readManifest(dir)
	sums := make([]string, len(pages))
	var written atomic.Int64
	var touched sync.Once
	buffers := sync.Pool{New: func() any { return new(bytes.Buffer) }}
	err := parallel.Do(ctx, runtime.GOMAXPROCS(0), len(pages), func(i int) error {
		p := &pages[i]
		sum, err := t.sumOf(p)
		if err != nil {
			return err
		}
		sums[i] = sum
		name := filepath.Join(dir, filepath.FromSlash(p.file()))
		if old[p.file()] == sum && exists(name) {
			return nil
		}
		buf := buffers.Get().(*bytes.Buffer)
		defer buffers.Put(buf)
		buf.Reset()
		if err := t.render(buf, p.made()); err != nil {
			return err
		}
		b := buf.Bytes()
		if was, err := os.ReadFile(name); err == nil && bytes.Equal(was, b) {
			return nil
		}
		touched.Do(func() { os.Remove(filepath.Join(dir, manifestFile)) })
		written.Add(1)
		return replace(name, b)
	})
	s.Written = int(written.Load())
	if err != nil {
		return s, err
	}
	now := make(map[string]string, len(pages))
	for i := range pages {
		now[pages[i].file()] = sums[i]
	}
	if s.Removed, err = sweep(dir, now); err != nil {
		return s, err
	}
	b, err := json.Marshal(now)
	if err != nil {
		return s, err
	}
	return s, replace(filepath.Join(dir, manifestFile), b)
}

func readManifest(dir string) map[string]string {
	b, err := os.ReadFile(filepath.Join(dir, manifestFile))
	m := map[string]string{}
	if err != nil || json.Unmarshal(b, &m) != nil {
		return nil
	}
	return m
}

// sweep removes the files of dir that are not in keep, and folders left empty.
func sweep(dir string, keep map[string]string) (removed int, err error) {
	var folders []string
	err = filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() {
			folders = append(folders, p)
			return nil
		}
		rel, _ := filepath.Rel(dir, p)
		if _, ok := keep[filepath.ToSlash(rel)]; ok || rel == manifestFile {
			return nil
		}
		removed++
		return os.Remove(p)
	})
	for i := len(folders) - 1; i > 0; i-- {
		os.Remove(folders[i]) // fails, as it should, where something is left
	}
	return removed, err
}

// replace puts b in the place of the file by a rename, so that no half page is
// ever seen.
func replace(name string, b []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	tmp := name + ".tmp"
	if err := os.WriteFile(tmp, b, 0o644); err != nil {
		return err
	}
	return os.Rename(tmp, name)
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}
