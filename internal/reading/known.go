package reading

import (
	"encoding/binary"
	"encoding/gob"
	"errors"
	"os"
	"path/filepath"
	"runtime"

	"github.com/toshin-archive/toshin/internal/parallel"
)

// Document is a record's texts, under a sum that changes with them.
type Document struct {
	Sum   string
	Texts func(yield func(text string))
}

// Known keeps, between runs, which stretches each document has, so that only
// changed ones are gone through. The zero value keeps nothing.
type Known struct {
	path, key string
	kept      kept
}

// kept is what the file holds.
type kept struct {
	Key       string
	Stretches []string
	Of        map[string][]byte // by sum: varints, a stretch's number and how often, and so on
}

// OpenKnown reads what is kept at path. key names what stretches depend on
// besides the text; a file of another key, or a damaged one, is as good as none.
func OpenKnown(path, key string) *Known {
	k := &Known{path: path, key: key}
	f, err := os.Open(path)
	if err != nil {
		return k
	}
	defer f.Close()
	if err := gob.NewDecoder(f).Decode(&k.kept); err != nil || k.kept.Key != key {
		k.kept = kept{}
	}
	return k
}

// AddAll takes documents as Add takes texts, on all processors, and brings k up
// to date: it then holds these documents and no others.
func (b *Builder) AddAll(k *Known, ds []Document) error {
	now := kept{Key: k.key, Of: make(map[string][]byte, len(ds))}
	fresh := make([]map[string]int, len(ds))
	parallel.All(runtime.GOMAXPROCS(0), len(ds), func(i int) {
		if _, ok := k.kept.Of[ds[i].Sum]; !ok {
			one := NewBuilder(b.table)
			ds[i].Texts(one.Add)
			fresh[i] = one.seen
		}
	})
	total := make([]int, len(k.kept.Stretches)) // by old number
	number := make([]int, len(k.kept.Stretches))
	numbers := map[string]int{}
	numberOf := func(s string) int {
		n, ok := numbers[s]
		if !ok {
			n = len(now.Stretches)
			numbers[s] = n
			now.Stretches = append(now.Stretches, s)
		}
		return n
	}
	changed := len(k.kept.Of) != len(ds)
	for i, d := range ds {
		var pairs []byte
		if fresh[i] != nil {
			changed = true
			for s, n := range fresh[i] {
				b.seen[s] += n
				pairs = binary.AppendUvarint(binary.AppendUvarint(pairs, uint64(numberOf(s))), uint64(n))
			}
		} else {
			for old := range pairsOf(k.kept.Of[d.Sum]) {
				total[old.stretch] += old.n
				if number[old.stretch] == 0 {
					number[old.stretch] = numberOf(k.kept.Stretches[old.stretch]) + 1
				}
				pairs = binary.AppendUvarint(binary.AppendUvarint(pairs, uint64(number[old.stretch]-1)), uint64(old.n))
			}
		}
		now.Of[d.Sum] = pairs
	}
	for i, n := range total {
		if n > 0 {
			b.seen[k.kept.Stretches[i]] += n
		}
	}
	k.kept = now
	if !changed || k.path == "" {
		return nil
	}
	return k.save()
}

type pair struct{ stretch, n int }

func pairsOf(b []byte) func(yield func(pair) bool) {
	return func(yield func(pair) bool) {
		for len(b) > 0 {
			s, w := binary.Uvarint(b)
			n, v := binary.Uvarint(b[w:])
			b = b[w+v:]
			if !yield(pair{int(s), int(n)}) {
				return
			}
		}
	}
}

func (k *Known) save() error {
	if err := os.MkdirAll(filepath.Dir(k.path), 0o755); err != nil {
		return err
	}
	tmp := k.path + ".tmp"
	f, err := os.OpenFile(tmp, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	if err := errors.Join(gob.NewEncoder(f).Encode(k.kept), f.Close()); err != nil {
		return err
	}
	return os.Rename(tmp, k.path)
}
