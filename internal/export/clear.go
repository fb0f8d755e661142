package export

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

const sumsName = "SHA256SUMS"

// ErrForeign: the folder holds files that are none of an earlier export.
var ErrForeign = errors.New("the folder holds other files")

// Clear takes an earlier export out of dir, so that no record stays there that
// may no longer go out. It errs with ErrForeign, and removes nothing, where dir
// is not empty and holds no export.
func Clear(dir string) error {
	es, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(es) == 0 {
		return nil
	}
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	f, err := os.Open(filepath.Join(dir, sumsName))
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("export: %s: %w", dir, ErrForeign)
	}
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	defer f.Close()
	for sc := bufio.NewScanner(f); sc.Scan(); {
		_, name, ok := strings.Cut(sc.Text(), "  ")
		if !ok || !filepath.IsLocal(filepath.FromSlash(name)) {
			continue // not a line of ours
		}
		if err := os.Remove(filepath.Join(dir, filepath.FromSlash(name))); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("export: %w", err)
		}
	}
	return nil
}
