package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// shellPages are pages that can be opened without a network though never visited.
var shellPages = []string{"", "search/", "browse/", "help/search/"}

const searchManifest = "search/files/manifest.json"

// writeWorker writes the service worker (assets/js/worker.js) to the root of the
// finished site in dir, with the names of the shell's files and a version that
// changes with them and with the search files, and so with any record.
func writeWorker(source []byte, dir string) error {
	var shell []string
	h := sha256.New()
	add := func(name, file string) error {
		b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(file)))
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return err
		}
		shell = append(shell, name)
		h.Write([]byte(file))
		h.Write(b)
		return nil
	}
	for _, p := range shellPages {
		if err := add(p, path.Join(p, "index.html")); err != nil {
			return err
		}
	}
	if err := add(searchManifest, searchManifest); err != nil {
		return err
	}
	for _, pattern := range []string{"css/*.css", "js/*.js", "icon.*.svg"} {
		files, err := filepath.Glob(filepath.Join(dir, filepath.FromSlash(pattern)))
		if err != nil {
			return err
		}
		for _, f := range files {
			name := path.Join(path.Dir(pattern), filepath.Base(f))
			if err := add(name, name); err != nil {
				return err
			}
		}
	}
	list, err := json.Marshal(shell)
	if err != nil {
		return err
	}
	text := strings.NewReplacer(`["{{shell}}"]`, string(list), "{{version}}", hex.EncodeToString(h.Sum(nil)[:8])).Replace(string(source))
	return os.WriteFile(filepath.Join(dir, "sw.js"), []byte(text), 0o644)
}

// worker is the worker's source: the archive's own, or the program's. nil where
// neither has one.
func (o Options) worker() ([]byte, error) {
	for _, dir := range []string{o.Archive.Path("assets"), filepath.Join(o.WorkDir, "assets")} {
		b, err := os.ReadFile(filepath.Join(dir, "js", "worker.js"))
		if err == nil || !errors.Is(err, fs.ErrNotExist) {
			return bytes.TrimSpace(b), err
		}
	}
	return nil, nil
}
