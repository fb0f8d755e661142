package source

import (
	"archive/zip"
	"bytes"
	"fmt"
	"hash/crc32"
	"strings"
	"testing"
)

// zipped writes a container by hand: parts as given, packed.
func zipped(t *testing.T, each func(w *zip.Writer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	if err := each(w); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// What a container says of itself is bounded before anything is unpacked, and
// what it does not say while it is.
func TestZipBombs(t *testing.T) {
	for name, make := range map[string]func(w *zip.Writer) error{
		"more parts than any document": func(w *zip.Writer) error {
			for i := range maxParts + 1 {
				if _, err := w.CreateRaw(&zip.FileHeader{Name: fmt.Sprint(i)}); err != nil {
					return err
				}
			}
			return nil
		},
		"a part packed beyond belief": func(w *zip.Writer) error {
			p, err := w.Create("word/document.xml")
			if err == nil {
				_, err = p.Write(bytes.Repeat([]byte(" "), 8<<20))
			}
			return err
		},
		"parts too large in all": func(w *zip.Writer) error {
			for i := range 5 {
				h := &zip.FileHeader{Name: fmt.Sprintf("%d.bin", i), UncompressedSize64: 128 << 20, CompressedSize64: 1 << 20}
				p, err := w.CreateRaw(h)
				if err != nil {
					return err
				}
				if _, err := p.Write(bytes.Repeat([]byte{0}, 1<<20)); err != nil {
					return err
				}
			}
			return nil
		},
		"one XML part too large": func(w *zip.Writer) error {
			p, err := w.CreateRaw(&zip.FileHeader{Name: "a.xml", UncompressedSize64: MaxPart + 1, CompressedSize64: 1 << 20})
			if err == nil {
				_, err = p.Write(bytes.Repeat([]byte{0}, 1<<20))
			}
			return err
		},
	} {
		if z, d := OpenZip(zipped(t, make)); d == nil || d.Code != "R017" || z != nil {
			t.Errorf("%s: %+v", name, d)
		}
	}
}

// A part that is larger than the container says is never read to its end.
func TestZipThatLiesAboutSizes(t *testing.T) {
	full := zipped(t, func(w *zip.Writer) error {
		p, err := w.Create("word/document.xml")
		if err == nil {
			for range (MaxPart >> 20) + 1 {
				if _, err = p.Write(bytes.Repeat([]byte("x"), 1<<20)); err != nil {
					break
				}
			}
		}
		return err
	})
	r, err := zip.NewReader(bytes.NewReader(full), int64(len(full)))
	if err != nil {
		t.Fatal(err)
	}
	raw, err := r.File[0].OpenRaw()
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	if _, err := packed.ReadFrom(raw); err != nil {
		t.Fatal(err)
	}
	liar := zipped(t, func(w *zip.Writer) error {
		p, err := w.CreateRaw(&zip.FileHeader{Name: "word/document.xml", Method: zip.Deflate, UncompressedSize64: 10,
			CompressedSize64: uint64(packed.Len()), CRC32: crc32.ChecksumIEEE([]byte("x"))})
		if err == nil {
			_, err = p.Write(packed.Bytes())
		}
		return err
	})
	z, d := OpenZip(liar)
	if d != nil {
		t.Fatalf("%+v", d)
	}
	if b, d := z.Part("word/document.xml"); d == nil || len(b) > 10 {
		t.Errorf("%d bytes, %+v", len(b), d)
	}
}

// Names that lead out of the container are names of parts, nothing else: no
// part is ever written anywhere.
func TestZipPathsLeadNowhere(t *testing.T) {
	z, d := OpenZip(zipped(t, func(w *zip.Writer) error {
		for _, n := range []string{"../../etc/passwd", "/word/document.xml", "C:\\x", "word/../word/document.xml"} {
			if p, err := w.Create(n); err != nil {
				return err
			} else if _, err := p.Write([]byte("x")); err != nil {
				return err
			}
		}
		return nil
	}))
	if d != nil {
		t.Fatalf("%+v", d)
	}
	if b, _ := z.Part("etc/passwd"); b != nil {
		t.Error("a part outside of the container was found inside")
	}
	if b, d := z.Part("word/document.xml"); d != nil || string(b) != "x" {
		t.Errorf("%q %+v", b, d)
	}
	if !strings.HasPrefix(strings.Join(z.Names(), " "), "../../etc/passwd ") {
		t.Errorf("%q", z.Names())
	}
}

// A container is opened within its limits or refused, whatever its bytes are.
func FuzzZip(f *testing.F) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	if p, err := w.Create("word/document.xml"); err != nil {
		f.Fatal(err)
	} else if _, err := p.Write([]byte("<x/>")); err != nil {
		f.Fatal(err)
	}
	if err := w.Close(); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add(b.Bytes()[:20])
	f.Fuzz(func(t *testing.T, b []byte) {
		z, d := OpenZip(b)
		if (z == nil) == (d == nil) {
			t.Fatalf("%v %+v", z, d)
		}
		if z == nil {
			return
		}
		for _, n := range z.Names() {
			if p, d := z.Part(n); len(p) > MaxPart || p != nil && d != nil {
				t.Fatalf("%s: %d bytes, %+v", n, len(p), d)
			}
		}
	})
}
