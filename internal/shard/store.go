package shard

import (
	"bytes"
	"crypto/sha256"
	"encoding/base32"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"

	"github.com/toshin-archive/toshin/internal/shard/letters"
)

// store writes files, for any number of goroutines. What an earlier export wrote
// is used again: a file's name says what it holds.
type store struct {
	dir     string
	old     *state
	there   map[string]int64 // files in dir and their sizes
	plain   deflater
	letters *letters.Table // of texts, cards and terms

	mu   sync.Mutex
	st   Stats
	bad  error
	kept map[string]int64  // files of this export
	made map[string]string // and what went into them
}

func newStore(dir string, old *state) (*store, error) {
	w := &store{dir: dir, old: old, there: map[string]int64{}, plain: deflater{level: 7}, kept: map[string]int64{}, made: map[string]string{}}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		i, err := d.Info()
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, path)
		w.there[filepath.ToSlash(name)] = i.Size()
		return err
	})
	return w, err
}

// has reports whether an earlier export has written the file, and it is still whole.
func (w *store) has(name string) bool {
	size, ok := w.there[name]
	was, known := w.old.Files[name]
	return ok && known && size == was
}

// put writes raw in a file named by its content, and returns the name.
func (w *store) put(raw []byte) string {
	return w.once(sha256.Sum256(raw), func() [][]byte { return [][]byte{raw} })
}

// once is put of what raw makes, for which key stands: the same key, the same raw.
// It is not made where an earlier export has.
func (w *store) once(key [sha256.Size]byte, raw func() [][]byte) string {
	k := base.EncodeToString(key[:15])
	name, ok := w.old.Made[k]
	if ok && w.has(name+".bin") {
		w.keep(name+".bin", w.there[name+".bin"])
	} else {
		b := w.plain.pack(raw()...)
		name = hash(b)
		w.write(name+".bin", b)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.made[k] = name
	return name
}

// putJSON is put of v as JSON.
func (w *store) putJSON(v any) string { return w.put(w.json(v)) }

func (w *store) json(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	w.fail(e.Encode(v))
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// inLetters is v as JSON, in the archive's letters.
func (w *store) inLetters(v any) []byte { return w.letters.Append(nil, string(w.json(v))) }

var base = base32.StdEncoding.WithPadding(base32.NoPadding)

// hash is 50 bits of b's SHA-256 in letters that every file system tells apart.
func hash(b []byte) string {
	h := sha256.Sum256(b)
	return strings.ToLower(base.EncodeToString(h[:7])[:10])
}

// write writes a file, unless it is there. A file that is no more what it was is
// replaced, never written into: it may have a second name in a site.
func (w *store) write(name string, b []byte) {
	if !w.has(name) || w.there[name] != int64(len(b)) {
		w.clear(name)
		w.fail(os.WriteFile(w.path(name), b, 0o644))
	}
	w.keep(name, int64(len(b)))
}

// again writes a file that stands under another name already, as a further name
// where the file system can do that.
func (w *store) again(at, name string) {
	if !w.has(name) {
		w.clear(name)
		if os.Link(w.path(at), w.path(name)) != nil {
			b, err := os.ReadFile(w.path(at))
			w.fail(err)
			w.fail(os.WriteFile(w.path(name), b, 0o644))
		}
	}
	w.keep(name, w.there[at])
}

func (w *store) clear(name string) {
	if _, ok := w.there[name]; ok {
		if err := os.Remove(w.path(name)); !errors.Is(err, fs.ErrNotExist) {
			w.fail(err)
		}
	}
}

func (w *store) path(name string) string { return filepath.Join(w.dir, filepath.FromSlash(name)) }

// keep notes a file of this export.
func (w *store) keep(name string, size int64) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if _, ok := w.kept[name]; !ok {
		w.st.Files++
		w.st.Bytes += size
	}
	w.kept[name] = size
}

// finish writes the manifest, by which the files are found, and then removes those
// that none finds any more.
func (w *store) finish(manifest []byte) error {
	const name = "manifest.json"
	tmp := filepath.Join(w.dir, name+".new")
	if w.bad != nil {
		return w.bad
	}
	if err := os.WriteFile(tmp, manifest, 0o644); err != nil {
		return err
	}
	if err := os.Rename(tmp, filepath.Join(w.dir, name)); err != nil {
		return err
	}
	w.keep(name, int64(len(manifest)))
	folders := map[string]bool{".": true}
	for f := range w.kept {
		folders[path.Dir(f)] = true
	}
	for f := range w.there {
		if _, ok := w.kept[f]; ok {
			continue
		}
		gone := f
		if d := path.Dir(f); !folders[d] {
			gone = d
		}
		if err := os.RemoveAll(w.path(gone)); err != nil {
			return err
		}
	}
	return nil
}

func (w *store) fail(err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.bad == nil {
		w.bad = err
	}
}
