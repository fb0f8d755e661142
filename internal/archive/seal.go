package archive

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Seal notes, beside the folder dir, the names, sizes and times of its files. The
// folders of the cache whose files are those of the site, too, are sealed:
// whoever writes into a page by hand must not change what later sites are made of.
func Seal(dir string) error {
	sum, err := sealOf(dir)
	if err != nil {
		return err
	}
	tmp := dir + ".seal.tmp"
	if err := os.WriteFile(tmp, []byte(sum), 0o644); err != nil {
		return err
	}
	return os.Rename(tmp, dir+".seal")
}

// Sealed reports that dir is as Seal left it.
func Sealed(dir string) bool {
	b, err := os.ReadFile(dir + ".seal")
	if err != nil {
		return false
	}
	sum, err := sealOf(dir)
	return err == nil && sum == string(b)
}

func sealOf(dir string) (string, error) {
	h := sha256.New()
	err := filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		st, err := e.Info()
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, p)
		fmt.Fprintf(h, "%q %d %d\n", filepath.ToSlash(rel), st.Size(), st.ModTime().UnixNano())
		return err
	})
	return hex.EncodeToString(h.Sum(nil)), err
}
