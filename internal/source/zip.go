package source

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/record"
)

// Limits of a zip container. The text of the longest real minutes is 8 MB as
// XML; a part that is far larger than its packed bytes is a bomb.
const (
	maxParts    = 20_000
	MaxPart     = 64 << 20 // bytes of one part, unpacked
	maxUnpacked = 512 << 20
	maxRatio    = 400 // unpacked to packed, of parts above a megabyte
)

// Zip is a container format (.docx, .xlsx, .odt) whose parts can be read within
// limits.
type Zip struct {
	parts map[string]*zip.File
	names []string
}

// OpenZip opens b. The diagnostic says why it cannot be read.
func OpenZip(b []byte) (*Zip, *record.Diagnostic) {
	r, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, at("R014", err)
	}
	if len(r.File) > maxParts {
		return nil, at("R017", fmt.Sprintf("%d parts", len(r.File)))
	}
	z := &Zip{parts: map[string]*zip.File{}}
	var total uint64
	for _, f := range r.File {
		total += f.UncompressedSize64
		if total > maxUnpacked || f.UncompressedSize64 > MaxPart && xmlPart(f.Name) ||
			f.UncompressedSize64 > 1<<20 && f.UncompressedSize64/max(f.CompressedSize64, 1) > maxRatio {
			return nil, at("R017", fmt.Sprintf("%s, %d MB", f.Name, f.UncompressedSize64>>20))
		}
		if f.Flags&1 != 0 {
			return nil, at("R016")
		}
		name := strings.TrimPrefix(f.Name, "/")
		if _, twice := z.parts[name]; twice {
			continue // which of the two a program shows is anyone's guess: the first, as most do
		}
		z.parts[name] = f
		z.names = append(z.names, name)
	}
	return z, nil
}

func xmlPart(name string) bool {
	return strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels")
}

func at(code string, args ...any) *record.Diagnostic {
	d := diag.At(code, 0, 0, "", args...)
	return &d
}

// Has reports whether the container has that part.
func (z *Zip) Has(name string) bool { return z.parts[name] != nil }

// Names are the names of all parts, in their order.
func (z *Zip) Names() []string { return z.names }

// Part reads a part; a nil slice is a part that is not there. What the
// container says of its size is not believed.
func (z *Zip) Part(name string) ([]byte, *record.Diagnostic) {
	f := z.parts[name]
	if f == nil {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, at("R014", err)
	}
	defer r.Close()
	b, err := io.ReadAll(io.LimitReader(r, MaxPart+1))
	switch {
	case err != nil:
		return nil, at("R014", fmt.Sprintf("%s: %v", name, err))
	case len(b) > MaxPart:
		return nil, at("R017", fmt.Sprintf("%s, over %d MB", name, MaxPart>>20))
	}
	return b, nil
}

// IsZip reports whether b begins as a zip container does.
func IsZip(b []byte) bool {
	return bytes.HasPrefix(b, []byte("PK\x03\x04")) || bytes.HasPrefix(b, []byte("PK\x05\x06"))
}

// ZipHas reports whether b is a zip container that names a part so, without
// opening it: local headers and directory both write names plainly.
func ZipHas(b []byte, name string) bool { return IsZip(b) && bytes.Contains(b, []byte(name)) }

// IsCFB reports whether b is a compound file: what Word and Excel wrote before
// 2007, and what they put an encrypted document into.
func IsCFB(b []byte) bool { return bytes.HasPrefix(b, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) }

// CFBHas reports whether a compound file has a stream of that ASCII name.
func CFBHas(b []byte, name string) bool {
	var u []byte
	for i := range len(name) {
		u = append(u, name[i], 0)
	}
	return IsCFB(b) && bytes.Contains(b, u)
}
