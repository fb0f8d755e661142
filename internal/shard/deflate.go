package shard

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"sync"

	"github.com/klauspost/compress/flate"
)

const magic = "tsh2"

// deflater packs files, for any number of goroutines: magic, length and CRC-32 of
// raw (little-endian uint32s), then raw deflated.
type deflater struct {
	level      int
	dictionary []byte // which the client lays before raw: deflate can point back into it
	writers    sync.Pool
}

func (d *deflater) pack(raw []byte) []byte {
	var b bytes.Buffer
	b.Grow(len(raw)/3 + 64)
	b.WriteString(magic)
	var head [8]byte
	binary.LittleEndian.PutUint32(head[:4], uint32(len(raw)))
	binary.LittleEndian.PutUint32(head[4:], crc32.ChecksumIEEE(raw))
	b.Write(head[:])
	z, _ := d.writers.Get().(*flate.Writer)
	if z == nil {
		z, _ = flate.NewWriterDict(nil, d.level, d.dictionary) // errs for levels that don't exist only
	}
	z.Reset(&b)
	z.Write(raw) // a bytes.Buffer takes all
	z.Close()
	d.writers.Put(z)
	return b.Bytes()
}
