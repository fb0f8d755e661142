package shard

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"encoding/json"
	"hash/crc32"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"unicode/utf16"
)

const magic = "tsh2"

// store writes files, for any number of goroutines.
type store struct {
	dir string

	mu    sync.Mutex
	st    Stats
	bad   error
	plain sync.Pool // *flate.Writer
	texts sync.Pool // *flate.Writer with the texts' dictionary
}

// pack is a file's bytes: magic, length and CRC-32 of raw (little-endian
// uint32s), then raw deflated.
func (w *store) pack(raw []byte) []byte { return deflate(raw, &w.plain, nil) }

// packText is pack with the texts' dictionary before raw, which the client lays
// before it too: deflate can point back into it.
func (w *store) packText(raw, dictionary []byte) []byte { return deflate(raw, &w.texts, dictionary) }

func deflate(raw []byte, zs *sync.Pool, dictionary []byte) []byte {
	var b bytes.Buffer
	b.Grow(len(raw)/3 + 64)
	b.WriteString(magic)
	var head [8]byte
	binary.LittleEndian.PutUint32(head[:4], uint32(len(raw)))
	binary.LittleEndian.PutUint32(head[4:], crc32.ChecksumIEEE(raw))
	b.Write(head[:])
	z, _ := zs.Get().(*flate.Writer)
	if z == nil {
		z, _ = flate.NewWriterDict(nil, level, dictionary) // errs for levels that don't exist only
	}
	z.Reset(&b)
	z.Write(raw) // a bytes.Buffer takes all
	z.Close()
	zs.Put(z)
	return b.Bytes()
}

const level = 9

// put writes raw in a file named by its content, and returns the name.
func (w *store) put(raw []byte) string {
	b := w.pack(raw)
	name := hash(b)
	w.write(name+".bin", b)
	return name
}

// putJSON is put of v as JSON.
func (w *store) putJSON(v any) string { return w.put(w.json(v)) }

func (w *store) json(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	w.fail(e.Encode(v))
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// wide is JSON in UTF-16 (little-endian): Japanese text deflates better from two
// bytes a character than from three.
func (w *store) wide(v any) []byte { return utf16le(string(w.json(v))) }

func utf16le(s string) []byte {
	u := utf16.Encode([]rune(s))
	b := make([]byte, 2*len(u))
	for i, c := range u {
		binary.LittleEndian.PutUint16(b[2*i:], c)
	}
	return b
}

var base = base32.StdEncoding.WithPadding(base32.NoPadding)

// hash is 50 bits of b's SHA-256 in letters that every file system tells apart.
func hash(b []byte) string {
	h := sha256.Sum256(b)
	return strings.ToLower(base.EncodeToString(h[:7])[:10])
}

func (w *store) write(name string, b []byte) {
	err := os.WriteFile(filepath.Join(w.dir, name), b, 0o644)
	w.mu.Lock()
	defer w.mu.Unlock()
	w.st.Files++
	w.st.Bytes += int64(len(b))
	if w.bad == nil {
		w.bad = err
	}
}

func (w *store) fail(err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.bad == nil {
		w.bad = err
	}
}
