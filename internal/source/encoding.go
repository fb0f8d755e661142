package source

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
)

// enc is one encoding that Japanese offices use.
type enc struct {
	name    string // IANA
	aliases string // what files call it, lower case
	codec   encoding.Encoding
	next    func(b []byte) int // length of the character at b, 0 where it is none; nil for those read by decodeAll
	all     func(b []byte) (string, []badBytes)
	cell    func(c []byte) (cell, bool) // the place of a character in the tables
	own     func(c []byte) string       // the private-use character (外字) that it stands for, "" for none
}

// badBytes is a stretch that is no character of the encoding.
type badBytes struct {
	offset int // in the file
	at     int // in the decoded text
	bytes  []byte
}

var (
	utf8Enc   = &enc{name: "UTF-8", aliases: "utf-8 utf8 unicode-1-1-utf-8", next: nextUTF8}
	utf16le   = &enc{name: "UTF-16LE", aliases: "utf-16 utf-16le", all: decodeUTF16(false)}
	utf16be   = &enc{name: "UTF-16BE", aliases: "utf-16be", all: decodeUTF16(true)}
	iso2022jp = &enc{name: "ISO-2022-JP", aliases: "iso-2022-jp csiso2022jp jis", all: decodeISO2022JP}
	shiftJIS  = &enc{name: "Shift_JIS", aliases: "shift_jis shift-jis sjis x-sjis ms_kanji windows-31j ms932 cp932", codec: japanese.ShiftJIS, next: nextShiftJIS, cell: cellShiftJIS, own: ownShiftJIS}
	eucJP     = &enc{name: "EUC-JP", aliases: "euc-jp x-euc-jp eucjp cseucpkdfmtjapanese", codec: japanese.EUCJP, next: nextEUC, cell: cellEUC, own: ownEUC}
)

// named is the encoding that a file calls so, nil where it is none of these.
func named(name string) *enc {
	name = strings.ToLower(strings.TrimSpace(name))
	for _, e := range []*enc{utf8Enc, shiftJIS, eucJP, iso2022jp, utf16le, utf16be} {
		if Has(e.aliases, name) {
			return e
		}
	}
	return nil
}

// detect names b's encoding by its signs (byte order mark, escape sequences),
// then by validity, then by how Japanese the text looks. sure is 1 for a sign;
// below 0.6 a second encoding fits nearly as well. nil: no text at all.
func detect(b []byte) (e *enc, sure float64) {
	switch {
	case bytes.HasPrefix(b, []byte{0xef, 0xbb, 0xbf}):
		return utf8Enc, 1
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}):
		return utf16le, 1
	case bytes.HasPrefix(b, []byte{0xfe, 0xff}):
		return utf16be, 1
	case isASCII(b) && hasEscape(b):
		return iso2022jp, 0.99
	}
	if bytes.IndexByte(b, 0) >= 0 {
		return detectUTF16(b)
	}
	if utf8.Valid(b) {
		return utf8Enc, 0.99
	}
	scores := []struct {
		e *enc
		s float64
	}{
		{shiftJIS, score(b, nextShiftJIS, weighShiftJIS)},
		{eucJP, score(b, nextEUC, weighEUC)},
		{utf8Enc, score(b, nextUTF8, weighUTF8)},
	}
	best, second := scores[0], -1.0
	for _, x := range scores[1:] {
		if x.s > best.s {
			best, second = x, max(second, best.s)
		} else {
			second = max(second, x.s)
		}
	}
	if best.s <= 0 {
		return nil, 0
	}
	return best.e, min(0.98, 0.5+(best.s-second))
}

func hasEscape(b []byte) bool {
	for _, s := range []string{"\x1b$B", "\x1b$@", "\x1b$(D", "\x1b$(O", "\x1b$(P", "\x1b$(Q", "\x1b(I", "\x1b(J"} {
		if bytes.Contains(b, []byte(s)) {
			return true
		}
	}
	return false
}

// detectUTF16 tells UTF-16 without a mark from binary: read the right way round
// its units are kana, kanji and ASCII.
func detectUTF16(b []byte) (*enc, float64) {
	if len(b)%2 != 0 {
		return nil, 0
	}
	var good [2]int
	n := min(len(b), 1<<16) / 2
	for i := range n {
		lo, hi := b[2*i], b[2*i+1]
		for k, u := range [2]uint16{uint16(hi)<<8 | uint16(lo), uint16(lo)<<8 | uint16(hi)} {
			if u >= 0x3000 && u < 0x30ff || u >= 0x4e00 && u < 0xa000 || u >= 0x20 && u < 0x7f || u == '\n' || u == '\r' || u == '\t' || u >= 0xff00 && u < 0xfff0 {
				good[k]++
			}
		}
	}
	le, be := float64(good[0])/float64(n), float64(good[1])/float64(n)
	switch {
	case le > 0.9 && le > be+0.2:
		return utf16le, min(0.95, le)
	case be > 0.9 && be > le+0.2:
		return utf16be, min(0.95, be)
	}
	return nil, 0
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
	if e.all != nil {
		return e.all(b)
	}
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	if e == utf8Enc && utf8.Valid(b) {
		return string(b), nil
	}
	if e.codec != nil {
		if t, err := e.codec.NewDecoder().Bytes(b); err == nil && !bytes.ContainsRune(t, utf8.RuneError) {
			return string(t), nil
		}
	}
	return e.decodeEach(b)
}

// decodeEach decodes character by character: slow, but it knows the place of
// each that is none. The codecs turn private use and JIS X 0213 into U+FFFD
// without a word.
func (e *enc) decodeEach(b []byte) (string, []badBytes) {
	var out bytes.Buffer
	out.Grow(len(b) * 3 / 2)
	var bad []badBytes
	d := decoder{enc: e}
	if e.codec != nil {
		d.codec = e.codec.NewDecoder()
		d.wide = d.is0213(b)
	}
	for i := 0; i < len(b); {
		n := max(e.next(b[i:]), 1)
		c := b[i : i+n]
		if t, ok := d.char(c); ok {
			out.WriteString(t)
		} else {
			bad = append(bad, badBytes{offset: i, at: out.Len(), bytes: c})
			out.WriteRune(utf8.RuneError)
		}
		i += n
	}
	return out.String(), bad
}

// decoder decodes single characters.
type decoder struct {
	*enc
	codec *encoding.Decoder
	wide  bool // the text is of JIS X 0213
}

// char is the character that c is, and whether it is one.
func (d *decoder) char(c []byte) (string, bool) {
	if d.next(c) != len(c) {
		return "", false
	}
	if d.codec == nil || c[0] < 0x80 {
		return string(c), true
	}
	at, placed := d.cell(c)
	if d.wide && placed {
		if t := jisx0213()[at]; t != "" {
			return t, true
		}
	}
	if t, ok := d.plain(c); ok {
		return t, true
	}
	t := d.own(c)
	return t, t != ""
}

// plain asks the codec.
func (d *decoder) plain(c []byte) (string, bool) {
	d.codec.Reset()
	t, err := d.codec.Bytes(c)
	return string(t), err == nil && !bytes.ContainsRune(t, utf8.RuneError)
}

// is0213 reports whether b has characters that only JIS X 0213 has.
func (d *decoder) is0213(b []byte) bool {
	for i := 0; i < len(b); {
		n := max(d.next(b[i:]), 1)
		c := b[i : i+n]
		i += n
		if n < 2 {
			continue
		}
		at, ok := d.cell(c)
		if !ok || d.own(c) != "" || jisx0213()[at] == "" {
			continue // or it is one of those that users made: a file of JIS X 0213 has others
		}
		if at.plane == 2 && (at.row == 83 || at.row == 84) {
			continue // IBM's, in some EUC files
		}
		if _, ok := d.plain(c); !ok {
			return true
		}
	}
	return false
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= 0x80 {
			return false
		}
	}
	return true
}

// SameEncoding reports whether two names are of one encoding; a name that nobody
// here knows is not told apart from any.
func SameEncoding(a, b string) bool {
	x, y := named(a), named(b)
	return x == nil || y == nil || x == y
}
