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

// manifestHint stands in the search page (layouts/_partials/assets.html): the
// manifest is read together with the scripts. Behind it comes the like for the
// folding table, whose name only the finished manifest tells.
const manifestHint = `<link rel="preload" href="files/manifest.json" as="fetch" crossorigin>`

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
	if len(m.Kana) == 0 {
		return nil
	}
	table := strings.Replace(manifestHint, "manifest.json", m.Kana[0]+".bin", 1)
	hinted := strings.Replace(string(text), manifestHint, manifestHint+"\n"+table, 1)
	return os.WriteFile(page, []byte(hinted), 0o644)
}
