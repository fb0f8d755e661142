package shard

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"slices"
	"sync"

	"github.com/klauspost/compress/flate"
)

const magic = "tsh5"

// deflater packs files, for any number of goroutines: magic, raw deflated, then
// CRC-32 and length (little-endian uint32s) of dictionary and raw: as gzip ends, so
// that the browser checks them itself.
type deflater struct {
	level      int
	dictionary []byte // which the client lays before raw: deflate can point back into it
	writers    sync.Pool
	coders     sync.Pool // those that look for no repetitions
}

// pack packs raw, which is all columns one behind the other. Several are deflated
// each for itself, with a code of its own, and numbers mostly without looking for
// repetitions, which are only chance among them.
func (d *deflater) pack(columns ...[]byte) []byte {
	var b bytes.Buffer
	size := 0
	for _, c := range columns {
		size += len(c)
	}
	b.Grow(size/3 + 64)
	b.WriteString(magic)
	sum := crc32.ChecksumIEEE(d.dictionary)
	if len(columns) == 1 {
		deflate(&b, &d.writers, d.level, d.dictionary, columns[0], (*flate.Writer).Close)
		sum = crc32.Update(sum, crc32.IEEETable, columns[0])
	} else {
		var one, other bytes.Buffer
		for _, c := range columns {
			if len(c) == 0 {
				continue
			}
			sum = crc32.Update(sum, crc32.IEEETable, c)
			one.Reset()
			other.Reset()
			deflate(&one, &d.writers, d.level, nil, c, (*flate.Writer).Flush)
			deflate(&other, &d.coders, flate.HuffmanOnly, nil, c, (*flate.Writer).Flush)
			b.Write(slices.MinFunc([][]byte{one.Bytes(), other.Bytes()}, func(x, y []byte) int { return len(x) - len(y) }))
		}
		b.Write([]byte{3, 0}) // the last block, which has nothing
	}
	end := binary.LittleEndian.AppendUint32(nil, sum)
	b.Write(binary.LittleEndian.AppendUint32(end, uint32(len(d.dictionary)+size)))
	return b.Bytes()
}

func deflate(b *bytes.Buffer, writers *sync.Pool, level int, dictionary, raw []byte, end func(*flate.Writer) error) {
	z, _ := writers.Get().(*flate.Writer)
	if z == nil {
		z, _ = flate.NewWriterDict(nil, level, dictionary) // errs for levels that don't exist only
	}
	z.Reset(b)
	z.Write(raw) // a bytes.Buffer takes all
	end(z)
	writers.Put(z)
}
