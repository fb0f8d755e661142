package export

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"os"
	"path/filepath"
	"sync"
)

// shared are the shared files while they are written, each beside the one whose
// place it will take, and those earlier ones, from which unchanged parts come.
type shared [len(sharedFiles)]sharedFile

type sharedFile struct {
	path     string
	file     *os.File
	buf      *bufio.Writer
	sum      hash.Hash
	old      *os.File
	from, to int64 // the stretch of old that is still to be copied
}

func (w *writer) open() (*shared, error) {
	var s shared
	if err := os.MkdirAll(w.dir, 0o755); err != nil {
		return nil, err
	}
	for i, f := range sharedFiles {
		x := &s[i]
		x.path, x.sum = filepath.Join(w.dir, f.name), sha256.New()
		var err error
		if x.file, err = os.Create(x.path + ".tmp"); err == nil && w.old.Parts != nil {
			x.old, err = os.Open(x.path)
		}
		if err != nil {
			s.discard()
			return nil, err
		}
		x.buf = bufio.NewWriterSize(io.MultiWriter(x.file, x.sum), 1<<18)
	}
	return &s, nil
}

// each does a thing to every file, side by side: most of it is sums and copies.
func (s *shared) each(do func(i int, x *sharedFile) error) error {
	var errs [len(sharedFiles)]error
	var wg sync.WaitGroup
	for i := range s {
		wg.Go(func() { errs[i] = do(i, &s[i]) })
	}
	wg.Wait()
	return errors.Join(errs[:]...)
}

// add writes parts behind what is written.
func (s *shared) add(parts []part) error {
	return s.each(func(i int, x *sharedFile) error {
		for k := range parts {
			if err := x.add(&parts[k], i); err != nil {
				return err
			}
		}
		return nil
	})
}

// add writes what the file, which is the i-th, has of p.
func (x *sharedFile) add(p *part, i int) error {
	if !p.fresh { // the earlier file has it; those in a row are copied at once
		if x.to != p.from[i] {
			if err := x.copy(); err != nil {
				return err
			}
			x.from = p.from[i]
		}
		x.to = p.from[i] + int64(p.Size[i])
		return nil
	}
	if err := x.copy(); err != nil {
		return err
	}
	_, err := x.buf.Write(p.text[i])
	return err
}

func (x *sharedFile) copy() error {
	if x.from == x.to {
		return nil
	}
	_, err := io.Copy(x.buf, io.NewSectionReader(x.old, x.from, x.to-x.from))
	x.from = x.to
	return err
}

// close puts the files in their places and notes their sums.
func (s *shared) close(sums map[string]string) error {
	err := s.each(func(_ int, x *sharedFile) error {
		err := errors.Join(x.copy(), x.buf.Flush(), x.file.Close())
		x.file = nil
		if err == nil {
			err = os.Rename(x.path+".tmp", x.path)
		}
		return err
	})
	for i := range s {
		sums[sharedFiles[i].name] = hex.EncodeToString(s[i].sum.Sum(nil))
	}
	return err
}

// discard lets go of what is open, and removes what was not put in its place.
func (s *shared) discard() {
	for i := range s {
		x := &s[i]
		if x.file != nil {
			x.file.Close()
			os.Remove(x.path + ".tmp")
		}
		if x.old != nil {
			x.old.Close()
		}
	}
}
