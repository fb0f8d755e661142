package source

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path"
	"strings"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/record"
)

// MaxBytes is the largest file that is read. The longest real record seen is
// 1.1 MB; thirty times that is a year's minutes in one file.
const MaxBytes = 32 << 20

// format is one kind of file that can be read.
type format struct {
	name string   // as in record.Source.Format
	exts []string // lower case, with the point
	read func(b []byte, d *Document)
}

// formats is the table that dispatches by a file's ending.
var formats = []format{
	{"text", []string{".txt", ".text", ""}, readText},
}

// File reads the file at osPath as the archive's file name. A file that cannot
// be read gives a Document whose diagnostics say why, and no lines.
func File(osPath, name string) *Document {
	f, err := os.Open(osPath)
	if err != nil {
		return fault(name, "R001", cause(err))
	}
	defer f.Close()
	if st, err := f.Stat(); err == nil && st.Size() > MaxBytes {
		return fault(name, "R006", st.Size()>>20, MaxBytes>>20)
	}
	b, err := io.ReadAll(io.LimitReader(f, MaxBytes+1))
	if err != nil {
		return fault(name, "R001", cause(err))
	}
	return Bytes(b, name)
}

// Bytes reads b as the archive's file name.
func Bytes(b []byte, name string) *Document {
	if len(b) > MaxBytes {
		return fault(name, "R006", len(b)>>20, MaxBytes>>20)
	}
	ext := strings.ToLower(path.Ext(name))
	for _, f := range formats {
		for _, e := range f.exts {
			if e == ext {
				sum := sha256.Sum256(b)
				d := &Document{Source: record.Source{File: name, Format: f.name, SHA256: hex.EncodeToString(sum[:])}}
				f.read(b, d)
				for i := range d.Diagnostics {
					d.Diagnostics[i].File = name
				}
				return d
			}
		}
	}
	return fault(name, "R010", ext)
}

// Failed reports whether nothing of the file could be read.
func (d *Document) Failed() bool { return len(d.Lines) == 0 }

func fault(name, code string, args ...any) *Document {
	return &Document{
		Source:      record.Source{File: name},
		Diagnostics: []record.Diagnostic{diag.InFile(diag.At(code, 0, 0, "", args...), name)},
	}
}

// cause drops the path from an error of package os: the diagnostic names the
// file already, and by its name in the archive.
func cause(err error) error {
	var pe *os.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}
