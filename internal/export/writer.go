package export

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// writer writes files and remembers the first error.
type writer struct {
	dir   string
	sums  map[string]string // of every file, by its slash path
	old   kept              // what the folder holds of an earlier run
	now   []part            // of the records, in their order
	marks []mark            // in the shared files
	err   error
}

// put puts a file in the place of an earlier one by a rename: the earlier one may
// be part of a site that stands.
func (w *writer) put(name string, b []byte) {
	if w.err != nil {
		return
	}
	h := sha256.Sum256(b)
	w.sums[name] = hex.EncodeToString(h[:])
	w.err = w.place(name, b, w.sums[name])
}

// place puts a file of that sum in the folder, unless it stands there.
func (w *writer) place(name string, b []byte, sum string) error {
	if w.old.Files[name] == sum {
		return nil
	}
	path := filepath.Join(w.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(path+".tmp", b, 0o644); err != nil {
		return err
	}
	return os.Rename(path+".tmp", path)
}

func (w *writer) json(name string, v any) {
	var b bytes.Buffer
	encode(&b, v, " ")
	w.put(name, b.Bytes())
}

// putTable writes a table whose rows are all at hand.
func putTable[Row any](w *writer, t *table, rows []Row) {
	w.put(t.name+".jsonl", jsonLines(rows))
	w.put(t.name+".csv", append(t.head(), csvLines(t, rows)...))
}

// sumFile is in the form that sha256sum -c reads.
func (w *writer) sumFile() []byte {
	names := make([]string, 0, len(w.sums))
	for n := range w.sums {
		names = append(names, n)
	}
	sort.Strings(names)
	var b strings.Builder
	for _, n := range names {
		fmt.Fprintf(&b, "%s  %s\n", w.sums[n], n)
	}
	return []byte(b.String())
}
