package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"

	"github.com/toshin-archive/toshin/internal/archive"
)

// stamp is a short sign of all that the index depends on: each record's path,
// size and time of change, the bytes of the registers, the day (approvals can
// be dated) and the program. Equal stamps mean an equal index.
func stamp(a *archive.Archive, o Options) (string, error) {
	files, _, err := a.RecordFiles()
	if err != nil {
		return "", err
	}
	h := sha256.New()
	fmt.Fprintln(h, "toshin index stamp 1", o.today().Format("2006-01-02"))
	for _, f := range files {
		st, err := os.Stat(a.Path(f))
		if err != nil {
			fmt.Fprintln(h, f, "gone")
			continue
		}
		_, corrected := os.Lstat(a.Path(f) + ".toml")
		fmt.Fprintln(h, f, st.Size(), st.ModTime().UnixNano(), corrected == nil)
	}
	for _, f := range []string{archive.ConfigFile, archive.ApprovalsFile, archive.ReadingsFile} {
		b, err := os.ReadFile(a.Path(f))
		fmt.Fprintf(h, "%s %v %x\n", f, err == nil, sha256.Sum256(b))
	}
	// The program's own code is part of it: a better parser makes another index.
	if exe, err := os.Executable(); err == nil {
		if st, err := os.Stat(exe); err == nil {
			fmt.Fprintln(h, filepath.Base(exe), st.Size(), st.ModTime().UnixNano())
		}
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
