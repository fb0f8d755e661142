package source

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
)

// enc is one encoding that Japanese offices use.
type enc struct {
	name  string // IANA
	codec encoding.Encoding
	next  func(b []byte) int // length of the character at b, 0 where it is none; nil for encodings with a sign of their own
}

// badBytes is a stretch that is no character of the encoding.
type badBytes struct {
	offset int // in the file
	at     int // in the decoded text
	bytes  []byte
}

var (
	utf8Enc   = &enc{name: "UTF-8", next: nextUTF8}
	utf16le   = &enc{name: "UTF-16LE", codec: unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)}
	utf16be   = &enc{name: "UTF-16BE", codec: unicode.UTF16(unicode.BigEndian, unicode.UseBOM)}
	iso2022jp = &enc{name: "ISO-2022-JP", codec: japanese.ISO2022JP}
	shiftJIS  = &enc{name: "Shift_JIS", codec: japanese.ShiftJIS, next: nextShiftJIS}
	eucJP     = &enc{name: "EUC-JP", codec: japanese.EUCJP, next: nextEUC}
)

// detect names b's encoding by its signs (byte order mark, escape sequences),
// then by validity, then by how Japanese the text looks. sure is false where a
// second one fits nearly as well. nil: no text at all.
func detect(b []byte) (e *enc, sure bool) {
	switch {
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}):
		return utf16le, true
	case bytes.HasPrefix(b, []byte{0xfe, 0xff}):
		return utf16be, true
	case bytes.Contains(b, []byte("\x1b$")) && isASCII(b):
		return iso2022jp, true
	case utf8.Valid(b):
		return utf8Enc, !bytes.ContainsRune(b[:min(len(b), 1024)], 0)
	case bytes.IndexByte(b, 0) >= 0:
		return nil, false // binary
	}
	sjis, euc, u8 := score(b, nextShiftJIS, weighShiftJIS), score(b, nextEUC, weighEUC), score(b, nextUTF8, weighUTF8)
	best, second := shiftJIS, euc
	top := sjis
	if euc > top {
		best, top, second = eucJP, euc, sjis
	}
	if u8 > top {
		best, second, top = utf8Enc, top, u8
	}
	if top <= 0 {
		return nil, false
	}
	return best, top-second > 0.1
}

// score is the share of b's non-ASCII bytes that make plausible Japanese,
// between -1 and 1; a broken byte weighs against it.
func score(b []byte, next func([]byte) int, weigh func([]byte) float64) float64 {
	var good, all float64
	for i := 0; i < len(b); {
		if b[i] < 0x80 {
			i++
			continue
		}
		n := next(b[i:])
		if n == 0 {
			all++
			good -= 4
			i++
			continue
		}
		all += float64(n)
		good += float64(n) * weigh(b[i:i+n])
		i += n
	}
	if all == 0 {
		return 0
	}
	return good / all
}

// decode turns b into UTF-8. What is no character becomes U+FFFD and is listed;
// so are the private-use characters (外字) that only one office's fonts show.
func (e *enc) decode(b []byte) (string, []badBytes) {
	if e.next == nil {
		out, err := e.codec.NewDecoder().Bytes(b)
		text := trimBOM(string(out))
		var bad []badBytes
		if err != nil {
			bad = append(bad, badBytes{offset: len(b), at: len(text)})
		}
		for i, c := range text {
			if c == utf8.RuneError {
				bad = append(bad, badBytes{offset: i, at: i, bytes: []byte("\uFFFD")})
			}
		}
		return text, bad
	}
	if e == utf8Enc && utf8.Valid(b) {
		return trimBOM(string(b)), nil
	}
	if e.codec != nil {
		if t, err := e.codec.NewDecoder().Bytes(b); err == nil && !bytes.ContainsRune(t, utf8.RuneError) {
			return trimBOM(string(t)), nil
		}
	}
	return e.decodeEach(b)
}

// decodeEach decodes character by character: slow, but it knows the place of
// each that is none. The codecs turn private use into U+FFFD without a word.
func (e *enc) decodeEach(b []byte) (string, []badBytes) {
	var out bytes.Buffer
	out.Grow(len(b) * 3 / 2)
	var bad []badBytes
	for i := 0; i < len(b); {
		n := max(e.next(b[i:]), 1)
		c := b[i : i+n]
		t, ok := c, e.next(c) == n
		if ok && e.codec != nil {
			var err error
			t, err = e.codec.NewDecoder().Bytes(c)
			ok = err == nil && !bytes.ContainsRune(t, utf8.RuneError)
		}
		if ok {
			out.Write(t)
		} else {
			bad = append(bad, badBytes{offset: i, at: out.Len(), bytes: c})
			out.WriteRune(utf8.RuneError)
		}
		i += n
	}
	return trimBOM(out.String()), bad
}

func trimBOM(s string) string {
	if len(s) >= 3 && s[:3] == "\ufeff" {
		return s[3:]
	}
	return s
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= 0x80 {
			return false
		}
	}
	return true
}
