package export

import (
	"encoding"
	"io"
)

// mark is a place in the shared files behind so many records, with the state of
// each file's sum there. What stands before the first changed record is neither
// read nor summed again: the system copies it, and the sum goes on from the mark.
// States are those of this very program; so is whatever is kept.
type mark struct {
	Records int
	Sums    [len(sharedFiles)][]byte // as crypto/sha256 marshals them
}

// between is how many records lie between two marks: some 4 MB of the largest file.
const between = 4 * batch

// headSizes is where the first record stands in each of the shared files.
func headSizes() (at [len(sharedFiles)]int64) {
	for i, f := range sharedFiles {
		at[i] = int64(len(f.head))
	}
	return at
}

// begin brings the shared files to the last mark before the first record that
// changed, came or went, else behind their heads. It returns how many records
// they then have; those are in w.now.
func (w *writer) begin(out *shared, d *data) (records int, err error) {
	alike := 0
	for alike < len(d.records) && alike < len(w.old.Parts) {
		r, p := d.records[alike], &w.old.Parts[alike]
		if r.ID != p.ID || d.in.Sums.Of(r) != p.Sum {
			break
		}
		alike++
	}
	var from mark
	for _, m := range w.old.Marks {
		if m.Records <= alike {
			from = m
			w.marks = append(w.marks, m)
		}
	}
	to := headSizes()
	for i := range from.Records {
		w.now[i] = w.old.Parts[i]
		for f := range to {
			to[f] += int64(w.now[i].Size[f])
		}
	}
	return from.Records, out.each(func(i int, x *sharedFile) error {
		if from.Records == 0 {
			_, err := x.buf.Write(sharedFiles[i].head)
			return err
		}
		if err := x.sum.(encoding.BinaryUnmarshaler).UnmarshalBinary(from.Sums[i]); err != nil {
			return err
		}
		_, err := io.CopyN(x.file, x.old, to[i]) // straight from file to file
		return err
	})
}

// mark notes where the shared files stand with so many records, if it is time to.
func (w *writer) mark(out *shared, records int) error {
	if records%between != 0 {
		return nil
	}
	m := mark{Records: records}
	err := out.each(func(i int, x *sharedFile) (err error) {
		if err = x.copy(); err == nil {
			err = x.buf.Flush()
		}
		if err == nil {
			m.Sums[i], err = x.sum.(encoding.BinaryMarshaler).MarshalBinary()
		}
		return err
	})
	w.marks = append(w.marks, m)
	return err
}
