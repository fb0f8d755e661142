package export

import (
	"context"
	"crypto/sha256"
	"encoding/gob"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/toshin-archive/toshin/internal/archive"
	"github.com/toshin-archive/toshin/internal/record"
)

// kept is what is noted, beside the folder, of the files in it. The note is
// removed before the files are touched and written last: without it, or after
// anything else has touched them, all are made anew.
type kept struct {
	Key   string            // of all but the record that a part depends on
	Parts []part            // in the order of the records
	Marks []mark            // in the shared files
	Files map[string]string // sum of each
}

// Update brings the folder dir, which the tool owns wholly, to what Write puts
// into an empty one. What it has of unchanged records is used again. program
// tells this program from any other build of it; "" keeps nothing.
func Update(ctx context.Context, dir, program string, in Input) (Stats, error) {
	s, err := update(ctx, dir, program, in)
	if err != nil {
		return s, fmt.Errorf("export: %w", err)
	}
	return s, nil
}

func update(ctx context.Context, dir, program string, in Input) (Stats, error) {
	note := dir + ".parts"
	settings, err := json.Marshal(in.Config)
	if err != nil {
		return Stats{}, err
	}
	h := sha256.Sum256(fmt.Appendf(settings, "\n%s\n%s", Version, program))
	key := hex.EncodeToString(h[:])
	w := &writer{dir: dir, old: readKept(note)}
	if w.old.Key != key || !archive.Sealed(dir) {
		w.old = kept{}
		err = os.RemoveAll(dir)
	}
	if err := errors.Join(err, os.RemoveAll(note)); err != nil {
		return Stats{}, err
	}
	s, err := write(ctx, w, in)
	if err != nil {
		return s, err
	}
	for name := range w.old.Files {
		if _, ok := w.sums[name]; !ok {
			if err := os.Remove(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
				return s, err
			}
		}
	}
	if program == "" {
		return s, nil
	}
	if err := archive.Seal(dir); err != nil {
		return s, err
	}
	now := kept{Key: key, Parts: w.now, Marks: w.marks, Files: w.sums}
	return s, now.write(note)
}

func readKept(note string) (k kept) {
	f, err := os.Open(note)
	if err != nil {
		return kept{}
	}
	defer f.Close()
	if gob.NewDecoder(f).Decode(&k) != nil {
		return kept{}
	}
	return k
}

func (k *kept) write(note string) error {
	f, err := os.Create(note + ".tmp")
	if err != nil {
		return err
	}
	if err := errors.Join(gob.NewEncoder(f).Encode(k), f.Close()); err != nil {
		return err
	}
	return os.Rename(note+".tmp", note)
}

// byID finds the parts, each with where it stands in the shared files.
func (k *kept) byID() map[record.ID]*part {
	m := make(map[record.ID]*part, len(k.Parts))
	at := headSizes()
	for i := range k.Parts {
		p := &k.Parts[i]
		p.from = at
		for f := range at {
			at[f] += int64(p.Size[f])
		}
		m[p.ID] = p
	}
	return m
}
