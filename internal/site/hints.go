package site

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// preload has the browser read a file of the search page's folder files/.
const preload = `<link rel="preload" href="files/%s" as="fetch" crossorigin>` + "\n"

// hint lets the search page of the finished site in dir read beside its scripts
// what every search reads first, a round trip earlier.
func hint(dir string) error {
	page := filepath.Join(dir, "search", "index.html")
	text, err := os.ReadFile(page)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(searchManifest)))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	var m struct {
		Kana []string `json:"kana"`
	}
	if err := json.Unmarshal(b, &m); err != nil {
		return fmt.Errorf("%s: %w", searchManifest, err)
	}
	hints := fmt.Sprintf(preload, "manifest.json")
	if len(m.Kana) > 0 {
		hints += fmt.Sprintf(preload, m.Kana[0]+".bin")
	}
	hinted := strings.Replace(string(text), "</head>", hints+"</head>", 1)
	// The page may be shared with the cache: it is replaced, not written into.
	if err := os.WriteFile(page+".new", []byte(hinted), 0o644); err != nil {
		return err
	}
	return os.Rename(page+".new", page)
}
