package site

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// preload has the browser read what every search reads first.
const preload = `<link rel="preload" href="files/manifest.json" as="fetch" crossorigin>` + "\n"

// hint lets the search page of the finished site in dir read the manifest beside its
// scripts, a round trip earlier.
func hint(dir string) error {
	page := filepath.Join(dir, "search", "index.html")
	text, err := os.ReadFile(page)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(searchManifest))); errors.Is(err, fs.ErrNotExist) {
		return nil
	} else if err != nil {
		return err
	}
	hinted := strings.Replace(string(text), "</head>", preload+"</head>", 1)
	// The page may be shared with the cache: it is replaced, not written into.
	if err := os.WriteFile(page+".new", []byte(hinted), 0o644); err != nil {
		return err
	}
	return os.Rename(page+".new", page)
}
