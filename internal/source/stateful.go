package source

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/japanese"
)

// The two encodings whose characters cannot be cut without reading from the
// start (or without knowing the byte order), with the place of each fault.

// decodeUTF16 reads either byte order; a mark at the head is dropped.
func decodeUTF16(big bool) func(b []byte) (string, []badBytes) {
	unit := func(b []byte) uint16 {
		if big {
			return uint16(b[0])<<8 | uint16(b[1])
		}
		return uint16(b[1])<<8 | uint16(b[0])
	}
	return func(b []byte) (string, []badBytes) {
		var out bytes.Buffer
		var bad []badBytes
		for i := 0; i < len(b); {
			if i+1 >= len(b) {
				bad = append(bad, badBytes{i, out.Len(), b[i:]})
				out.WriteRune(utf8.RuneError)
				break
			}
			c, n := rune(unit(b[i:])), 2
			if utf16.IsSurrogate(c) {
				c2 := rune(0)
				if i+3 < len(b) {
					c2 = rune(unit(b[i+2:]))
				}
				if c = utf16.DecodeRune(c, c2); c != utf8.RuneError {
					n = 4
				} else {
					bad = append(bad, badBytes{i, out.Len(), b[i : i+2]})
				}
			}
			if c != '\ufeff' || i > 0 {
				out.WriteRune(c)
			}
			i += n
		}
		return out.String(), bad
	}
}

// escapes of ISO-2022-JP (with those that Windows and mail programs add), by
// what follows them.
var escapes = []struct {
	seq string
	set byte // a ASCII or JIS X 0201 Roman, k JIS X 0201 kana, j JIS X 0208, d JIS X 0212, 1 and 2 the planes of JIS X 0213
}{
	{"\x1b(B", 'a'}, {"\x1b(J", 'a'}, {"\x1b(I", 'k'},
	{"\x1b$B", 'j'}, {"\x1b$@", 'j'}, {"\x1b$(B", 'j'}, {"\x1b$(D", 'd'},
	{"\x1b$(O", '1'}, {"\x1b$(Q", '1'}, {"\x1b$(P", '2'},
}

// decodeISO2022JP reads JIS by way of EUC-JP, which has the same characters with
// the high bits set.
func decodeISO2022JP(b []byte) (string, []badBytes) {
	var out bytes.Buffer
	var bad []badBytes
	codec := japanese.EUCJP.NewDecoder()
	fail := func(i, n int) {
		bad = append(bad, badBytes{i, out.Len(), b[i : i+n]})
		out.WriteRune(utf8.RuneError)
	}
	euc := func(i, n int, c ...byte) {
		codec.Reset()
		t, err := codec.Bytes(c)
		if err == nil && !bytes.ContainsRune(t, utf8.RuneError) {
			out.Write(t)
		} else if own := ownEUC(c); own != "" {
			out.WriteString(own)
		} else {
			fail(i, n)
		}
	}
	set := byte('a')
next:
	for i := 0; i < len(b); {
		c := b[i]
		if c == 0x1b {
			for _, e := range escapes {
				if bytes.HasPrefix(b[i:], []byte(e.seq)) {
					set = e.set
					i += len(e.seq)
					continue next
				}
			}
			fail(i, 1)
			i++
			continue
		}
		switch {
		case c >= 0x80:
			fail(i, 1)
			i++
		case c <= 0x20 || set == 'a':
			if c == '\n' {
				set = 'a'
			}
			out.WriteByte(c)
			i++
		case set == 'k' && c >= 0x21 && c <= 0x5f:
			euc(i, 1, 0x8e, c|0x80)
			i++
		case set == 'k' || i+1 >= len(b) || b[i+1] <= 0x20 || b[i+1] >= 0x7f:
			fail(i, 1)
			i++
		case set == '2':
			if t := jisx0213()[cell{2, int(c) - 0x20, int(b[i+1]) - 0x20}]; t != "" {
				out.WriteString(t)
			} else {
				fail(i, 2)
			}
			i += 2
		case set == '1' && jisx0213()[cell{1, int(c) - 0x20, int(b[i+1]) - 0x20}] != "":
			out.WriteString(jisx0213()[cell{1, int(c) - 0x20, int(b[i+1]) - 0x20}])
			i += 2
		case set == 'd':
			euc(i, 2, 0x8f, c|0x80, b[i+1]|0x80)
			i += 2
		default:
			euc(i, 2, c|0x80, b[i+1]|0x80)
			i += 2
		}
	}
	return out.String(), bad
}
