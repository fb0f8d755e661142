package shard

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"

	"github.com/toshin-archive/toshin/internal/index"
	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/record"
)

// Keep says where an export leaves what lets the next one do only what changed.
// The folder is a cache: without it, or where it is another program's or damaged,
// all is done anew.
type Keep struct {
	Dir     string
	Program string // which program made it

	batchBytes int // what all batches together may take in memory
}

// What is kept, besides the state: the rows of all terms (row.go), and the cards.
const (
	stateFile = "state" // the sum of the rest, in hexadecimal, and a line of JSON
	rowsFile  = "rows"
	cardsFile = "cards"

	stateVersion = "1"
)

// state is what an export knows of the one before.
type state struct {
	For        string            `json:"for"` // all that its files depend on besides the records
	Letters    string            `json:"letters"`
	Dictionary string            `json:"dictionary"`
	Records    []keptRecord      `json:"records"` // by ordinal
	Folders    []string          `json:"folders"` // of their texts
	Files      map[string]int64  `json:"files"`   // all files, and their sizes
	Made       map[string]string `json:"made"`    // what went into a file → its name
	Sums       map[string]uint32 `json:"sums"`    // of the kept files
}

type keptRecord struct {
	ID          record.ID `json:"id"`
	Fingerprint string    `json:"f"`
	Text        string    `json:"t"` // hash of the text's file
	Bytes       int64     `json:"n"` // of the text
}

// begin makes a folder for what will be kept.
func (k Keep) begin() (string, error) {
	dir := filepath.Join(k.Dir, "new")
	if err := os.RemoveAll(dir); err != nil {
		return "", err
	}
	return dir, os.MkdirAll(dir, 0o755)
}

// load reads the state, an empty one where it is not to be used.
func (k Keep) load(r *index.Reader, t *kana.Table) (*state, error) {
	table, err := t.Export()
	if err != nil {
		return nil, err
	}
	none := &state{For: fmt.Sprintf("%s %d %s %s %x", stateVersion, Format, r.Format(), k.Program, sha256.Sum256(table))}
	b, err := os.ReadFile(filepath.Join(k.Dir, stateFile))
	if err != nil {
		return none, nil
	}
	sum, b, _ := bytes.Cut(b, []byte("\n"))
	s := &state{}
	if string(sum) != sumText(b) || json.Unmarshal(b, s) != nil || s.For != none.For {
		return none, nil
	}
	for _, name := range []string{rowsFile, cardsFile} {
		if sum, err := sumOf(filepath.Join(k.Dir, name)); err != nil || sum != s.Sums[name] {
			return none, nil
		}
	}
	return s, nil
}

// save keeps s, and the new files of rows and cards in dir.
func (k Keep) save(s *state, dir string) error {
	s.Sums = map[string]uint32{}
	for _, name := range []string{rowsFile, cardsFile} {
		sum, err := sumOf(filepath.Join(dir, name))
		if err != nil {
			return err
		}
		s.Sums[name] = sum
	}
	b, err := json.Marshal(s)
	if err != nil {
		return err
	}
	b = append([]byte(sumText(b)+"\n"), b...)
	if err := os.WriteFile(filepath.Join(dir, stateFile), b, 0o644); err != nil {
		return err
	}
	for _, name := range []string{rowsFile, cardsFile, stateFile} {
		if err := os.Rename(filepath.Join(dir, name), filepath.Join(k.Dir, name)); err != nil {
			return err
		}
	}
	return nil
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func sumText(b []byte) string { return fmt.Sprintf("%08x", crc32.Checksum(b, castagnoli)) }

func sumOf(name string) (uint32, error) {
	f, err := os.Open(name)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	h := crc32.New(castagnoli)
	_, err = io.CopyBuffer(h, f, make([]byte, 1<<20))
	return h.Sum32(), err
}
