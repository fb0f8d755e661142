package shard

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"os"
)

// A run is a file of rows in order of their texts.

// runWriter writes one.
type runWriter struct {
	f   *os.File
	w   *bufio.Writer
	buf []byte
	n   int64 // bytes so far
	bad error
}

const runBuffer = 256 << 10

func newRun(name string) (*runWriter, error) {
	f, err := os.Create(name)
	if err != nil {
		return nil, err
	}
	return &runWriter{f: f, w: bufio.NewWriterSize(f, runBuffer)}, nil
}

func (w *runWriter) add(r *row) {
	w.buf = r.append(w.buf[:0])
	w.n += int64(len(w.buf))
	if _, err := w.w.Write(w.buf); err != nil && w.bad == nil {
		w.bad = err
	}
}

func (w *runWriter) close() error {
	return errors.Join(w.bad, w.w.Flush(), w.f.Close())
}

// cursor reads a run, row by row.
type cursor struct {
	f    *os.File
	r    *bufio.Reader
	buf  []byte
	row  row  // the one at hand; its bytes are the cursor's until it goes on
	gone bool // it has ordinals of an earlier export, some of no record of now
	end  bool // there is none
}

// openRun stands before the first row.
func openRun(name string) (*cursor, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	return &cursor{f: f, r: bufio.NewReaderSize(f, runBuffer)}, nil
}

func (c *cursor) next() error {
	n, err := binary.ReadUvarint(c.r)
	if err == io.EOF {
		c.end = true
		return nil
	}
	if err != nil {
		return err
	}
	if uint64(cap(c.buf)) < n {
		c.buf = make([]byte, n+n/2)
	}
	c.buf = c.buf[:n]
	if _, err := io.ReadFull(c.r, c.buf); err != nil {
		return err
	}
	return c.row.parse(c.buf)
}

func (c *cursor) close() { c.f.Close() }
