package shard

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"sync"

	"github.com/klauspost/compress/flate"
)

const magic = "tsh3"

// deflater packs files, for any number of goroutines: magic, raw deflated, then
// CRC-32 and length (little-endian uint32s) of dictionary and raw: as gzip ends, so
// that the browser checks them itself.
type deflater struct {
	level      int
	dictionary []byte // which the client lays before raw: deflate can point back into it
	writers    sync.Pool
}

func (d *deflater) pack(raw []byte) []byte {
	var b bytes.Buffer
	b.Grow(len(raw)/3 + 64)
	b.WriteString(magic)
	z, _ := d.writers.Get().(*flate.Writer)
	if z == nil {
		z, _ = flate.NewWriterDict(nil, d.level, d.dictionary) // errs for levels that don't exist only
	}
	z.Reset(&b)
	z.Write(raw) // a bytes.Buffer takes all
	z.Close()
	d.writers.Put(z)
	end := binary.LittleEndian.AppendUint32(nil, crc32.Update(crc32.ChecksumIEEE(d.dictionary), crc32.IEEETable, raw))
	b.Write(binary.LittleEndian.AppendUint32(end, uint32(len(d.dictionary)+len(raw))))
	return b.Bytes()
}
