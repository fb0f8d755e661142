package source

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/record"
)

// MaxBytes is the largest file that is read. The longest real record seen is
// 1.1 MB; thirty times that is a year's minutes in one file.
const MaxBytes = 32 << 20

// Reader reads files of the formats it was given. It may be used from several
// goroutines at once.
type Reader struct {
	formats []Format
	gaiji   *Gaiji
}

// NewReader makes a reader; of formats that are equally sure the first one reads.
func NewReader(formats ...Format) *Reader { return &Reader{formats: formats} }

// With has the reader put the right characters of the table g; nil for none.
func (r *Reader) With(g *Gaiji) *Reader {
	r.gaiji = g
	return r
}

// Close lets go of what the formats hold (a PDF engine).
func (r *Reader) Close() error {
	var errs []error
	for _, f := range r.formats {
		if c, ok := f.(io.Closer); ok {
			errs = append(errs, c.Close())
		}
	}
	return errors.Join(errs...)
}

// File reads the file at osPath as the archive's file name, with the patch
// beside it. Most files give one document; a list gives one a row. A file that
// cannot be read gives one whose diagnostics say why, and no lines.
func (r *Reader) File(osPath, name string) []*Document {
	b, d := slurp(osPath, name)
	if d != nil {
		return []*Document{d}
	}
	docs := r.Bytes(b, name)
	patch, err := os.ReadFile(osPath + ".toml")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		d := diag.InFile(diag.At("R001", 0, 0, "", cause(err)), name+".toml")
		docs[0].Diagnostics = append(docs[0].Diagnostics, d)
	}
	if err == nil {
		for _, d := range docs {
			d.Patch = append([]byte{}, patch...)
		}
	}
	return docs
}

// Bytes reads b as the archive's file name. It never returns an empty list.
func (r *Reader) Bytes(b []byte, name string) []*Document {
	if len(b) > MaxBytes {
		return []*Document{fault(name, "R006", len(b)>>20, MaxBytes>>20)}
	}
	if len(b) == 0 {
		return []*Document{fault(name, "R005")}
	}
	ext := strings.ToLower(path.Ext(name))
	f, sure := r.choose(b, ext)
	if f == nil {
		return []*Document{fault(name, "R010", strings.TrimPrefix(ext, "."))}
	}
	docs := f.Read(b, name)
	if len(docs) == 0 {
		docs = []*Document{{Diagnostics: []record.Diagnostic{diag.At("R005", 0, 0, "")}}}
	}
	sum := sha256.Sum256(b)
	for _, d := range docs {
		s := &d.Source
		s.File, s.SHA256 = name, hex.EncodeToString(sum[:])
		if s.Format == "" {
			s.Format = f.Name()
		}
		if s.Confidence == 0 { // the format has no more to say than its marks did
			s.Confidence = Sure(sure)
		}
	}
	if sure >= BySign && f.Looks(nil, ext) == 0 && ext != "" {
		docs[0].Diagnostics = append(docs[0].Diagnostics, diag.At("R013", 0, 0, "", ext, f.Name()))
	}
	var fit []int
	for _, d := range docs {
		fit = append(fit, d.ownCharacters(r.gaiji, name)...)
		for i := range d.Diagnostics {
			d.Diagnostics[i].File = name
		}
	}
	docs[0].Diagnostics = append(docs[0].Diagnostics, r.gaiji.unfit(name, fit)...)
	return docs
}

func (r *Reader) choose(b []byte, ext string) (best Format, sure float64) {
	for _, f := range r.formats {
		if c := f.Looks(b, ext); c > sure {
			best, sure = f, c
		}
	}
	return best, sure
}

// File reads a file of plain text; see [Reader.File].
func File(osPath, name string) *Document { return NewReader(Text{}).File(osPath, name)[0] }

// Bytes reads plain text; see [Reader.Bytes].
func Bytes(b []byte, name string) *Document { return NewReader(Text{}).Bytes(b, name)[0] }

// slurp reads a whole file within the limit, or says in a document why not.
func slurp(osPath, name string) ([]byte, *Document) {
	st, err := os.Stat(osPath)
	switch {
	case err != nil:
		return nil, fault(name, "R001", cause(err))
	case st.Size() > MaxBytes:
		return nil, fault(name, "R006", st.Size()>>20, MaxBytes>>20)
	case !st.Mode().IsRegular(): // reading a pipe or a device may never end
		return nil, fault(name, "R001", "not a regular file")
	}
	f, err := os.Open(osPath)
	if err != nil {
		return nil, fault(name, "R001", cause(err))
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, MaxBytes+1))
	if err != nil {
		return nil, fault(name, "R001", cause(err))
	}
	return b, nil
}

func fault(name, code string, args ...any) *Document {
	return &Document{
		Source:      record.Source{File: name},
		Diagnostics: []record.Diagnostic{diag.InFile(diag.At(code, 0, 0, "", args...), name)},
	}
}

// Fault is a document of which nothing could be read, for the reason given.
func Fault(code string, args ...any) []*Document {
	return []*Document{{Diagnostics: []record.Diagnostic{diag.At(code, 0, 0, "", args...)}}}
}

// Note adds a diagnostic about the whole file.
func (d *Document) Note(code string, args ...any) {
	d.Diagnostics = append(d.Diagnostics, diag.At(code, 0, 0, "", args...))
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
