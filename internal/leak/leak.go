// Package leak looks for words in a published folder, in whatever form they may
// stand there: packed, encoded, escaped, cut into pieces. It is for tests.
package leak

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"html"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/shard/letters"
)

// maxDepth of encodings within encodings.
const maxDepth = 3

// maxBytes bounds what one packed stream may grow to.
const maxBytes = 64 << 20

// Leak is a needle that was found.
type Leak struct {
	File   string // slash path below the folder; with "(name)" where the name has it
	Needle string
	How    string // the ways of decoding that showed it
}

// Find looks for each needle in the names and the bytes of all files below dir.
// Latin letters are compared without their case.
func Find(dir string, needles []string) ([]Leak, error) {
	packing, err := packingOf(dir)
	if err != nil {
		return nil, err
	}
	var leaks []Leak
	err = filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(dir, p)
		rel = filepath.ToSlash(rel)
		for _, n := range In([]byte(rel), needles) {
			leaks = append(leaks, Leak{rel + " (name)", n.Needle, n.How})
		}
		if e.IsDir() {
			return nil
		}
		b, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		for _, n := range in(b, needles, packing) {
			n.File = rel
			leaks = append(leaks, n)
		}
		return nil
	})
	return leaks, err
}

// packing is what the search files of a folder are packed with (docs/shards.md).
type packing struct {
	dictionary []byte         // of the texts
	letters    *letters.Table // of texts, cards and terms
}

// packingOf finds it below dir; nothing where no search files are.
func packingOf(dir string) (packing, error) {
	var x packing
	err := filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.Name() != "manifest.json" {
			return err
		}
		b, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		var manifest struct{ Dictionary, Letters string }
		if json.Unmarshal(b, &manifest) != nil || manifest.Dictionary == "" {
			return nil
		}
		if x.letters, err = letters.From(manifest.Letters); err != nil {
			return fmt.Errorf("leak: %s: %w", p, err)
		}
		names, err := filepath.Glob(filepath.Join(filepath.Dir(p), manifest.Dictionary+"*"))
		if err != nil || len(names) != 1 {
			return fmt.Errorf("leak: the dictionary %s of %s is in %d files (%v)", manifest.Dictionary, p, len(names), err)
		}
		packed, err := os.ReadFile(names[0])
		if err != nil {
			return err
		}
		if x.dictionary = searchFile(packed, nil); x.dictionary == nil {
			return fmt.Errorf("leak: the dictionary %s can't be unpacked", names[0])
		}
		return nil
	})
	return x, err
}

// In looks for needles in b and in all that b decodes to, each needle once.
func In(b []byte, needles []string) []Leak { return in(b, needles, packing{}) }

func in(b []byte, needles []string, as packing) []Leak {
	var leaks []Leak
	found := map[string]bool{}
	seen := map[string]bool{}
	var look func(b []byte, how string, depth int, chance bool)
	look = func(b []byte, how string, depth int, chance bool) {
		if seen[string(b)] {
			return
		}
		seen[string(b)] = true
		low, text := bytes.ToLower(b), utf8.Valid(b)
		for _, n := range needles {
			if found[n] || (chance || !text) && utf8.RuneCountInString(n) == 1 {
				continue // one character comes about by chance, where no base64 or no text was
			}
			for _, f := range forms(n) {
				if bytes.Contains(low, f.bytes) || bytes.Contains(b, f.bytes) {
					found[n] = true
					leaks = append(leaks, Leak{Needle: n, How: strings.TrimPrefix(how+" "+f.name, " ")})
					break
				}
			}
		}
		if depth == maxDepth {
			return
		}
		for _, dictionary := range [][]byte{nil, as.dictionary} {
			if x := searchFile(b, dictionary); len(x) > 0 && as.letters != nil {
				look([]byte(as.letters.Decode(x)), strings.TrimPrefix(how+" letters", " "), depth+1, chance)
			}
		}
		for _, d := range decoders {
			chance := chance || d.name == "base64" || d.text && !text
			for _, x := range d.decode(b) {
				if len(x) > 0 && !bytes.Equal(x, b) {
					look(x, strings.TrimPrefix(how+" "+d.name, " "), depth+1, chance)
				}
			}
		}
	}
	look(b, "", 0, false)
	return leaks
}

type form struct {
	name  string
	bytes []byte
}

// forms are the bytes that n may have as they are.
func forms(n string) []form {
	n = strings.ToLower(n)
	var le, be []byte
	for _, u := range utf16.Encode([]rune(n)) {
		le = append(le, byte(u), byte(u>>8))
		be = append(be, byte(u>>8), byte(u))
	}
	fs := []form{{"", []byte(n)}}
	if utf8.RuneCountInString(n) > 1 {
		fs = append(fs, form{"utf-16le", le}, form{"utf-16be", be}, form{"tabs", []byte(strings.Join(strings.Split(n, ""), "\t"))})
	}
	return fs
}

type decoder struct {
	name   string
	text   bool // what it undoes is done to texts
	decode func(b []byte) [][]byte
}

var decoders = []decoder{
	{"deflate", false, inflate},
	{"gzip", false, gunzip},
	{"utf-16", false, wide},
	{"json", true, unescapeJSON},
	{"html", true, func(b []byte) [][]byte { return one(html.UnescapeString(string(b)), bytes.IndexByte(b, '&') >= 0) }},
	{"percent", true, unescapePercent},
	{"css", true, unescapeCSS},
	{"base64", true, unbase64},
	{"no blanks", true, func(b []byte) [][]byte {
		return one(strings.Join(strings.FieldsFunc(string(b), func(c rune) bool { return c <= ' ' || c == '\u3000' }), ""), len(b) < 1<<20)
	}},
}

func one(s string, when bool) [][]byte {
	if !when {
		return nil
	}
	return [][]byte{[]byte(s)}
}

// inflate unpacks raw deflate: the search files, and zlib.
func inflate(b []byte) [][]byte {
	if len(b) > 2 && b[0] == 0x78 && (int(b[0])<<8|int(b[1]))%31 == 0 {
		return [][]byte{unpack(b[2:], nil)}
	}
	return [][]byte{searchFile(b, nil)}
}

const (
	magic  = "tsh" // what a search file begins with, and its format's number
	ending = 8     // bytes of its sum and its size
)

// searchFile unpacks a search file (docs/shards.md); nil where b is none or its sum
// is of other bytes.
func searchFile(b, dictionary []byte) []byte {
	if len(b) < len(magic)+1+ending || !bytes.HasPrefix(b, []byte(magic)) {
		return nil
	}
	x := unpack(b[len(magic)+1:len(b)-ending], dictionary)
	if sum := crc32.Update(crc32.ChecksumIEEE(dictionary), crc32.IEEETable, x); sum != binary.LittleEndian.Uint32(b[len(b)-ending:]) {
		return nil
	}
	return x
}

func unpack(b, dictionary []byte) []byte {
	x, _ := io.ReadAll(io.LimitReader(flate.NewReaderDict(bytes.NewReader(b), dictionary), maxBytes))
	return x
}

func gunzip(b []byte) [][]byte {
	if !bytes.HasPrefix(b, []byte{0x1f, 0x8b}) {
		return nil
	}
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil
	}
	x, _ := io.ReadAll(io.LimitReader(z, maxBytes))
	return [][]byte{x}
}

// wide takes bytes with zeros, or that are no UTF-8, as UTF-16, if JSON comes of
// it. For words in UTF-16 between other bytes see forms.
func wide(b []byte) [][]byte {
	if len(b) < 2 || utf8.Valid(b) && bytes.IndexByte(b, 0) < 0 {
		return nil
	}
	var out [][]byte
	for _, big := range []bool{false, true} {
		us := make([]uint16, 0, len(b)/2)
		for i := 0; i+1 < len(b); i += 2 {
			u := uint16(b[i]) | uint16(b[i+1])<<8
			if big {
				u = u<<8 | u>>8
			}
			us = append(us, u)
		}
		if s := string(utf16.Decode(us)); s[0] == '[' || s[0] == '{' {
			out = append(out, []byte(s))
		}
	}
	return out
}

var jsonString = regexp.MustCompile(`(?:\\u[0-9a-fA-F]{4}|\\[nrtbf/"\\])+`)

func unescapeJSON(b []byte) [][]byte {
	if bytes.IndexByte(b, '\\') < 0 {
		return nil
	}
	return [][]byte{jsonString.ReplaceAllFunc(b, func(m []byte) []byte {
		var s string
		if json.Unmarshal([]byte(`"`+string(m)+`"`), &s) != nil {
			return m
		}
		return []byte(s)
	})}
}

var percents = regexp.MustCompile(`(?:%[0-9a-fA-F]{2})+`)

func unescapePercent(b []byte) [][]byte {
	if bytes.IndexByte(b, '%') < 0 {
		return nil
	}
	return [][]byte{percents.ReplaceAllFunc(b, func(m []byte) []byte {
		var out []byte
		for i := 0; i+2 < len(m); i += 3 {
			n, _ := strconv.ParseUint(string(m[i+1:i+3]), 16, 8)
			out = append(out, byte(n))
		}
		return out
	})}
}

var cssEscape = regexp.MustCompile(`\\([0-9a-fA-F]{2,6}) ?`)

func unescapeCSS(b []byte) [][]byte {
	if bytes.IndexByte(b, '\\') < 0 {
		return nil
	}
	return [][]byte{cssEscape.ReplaceAllFunc(b, func(m []byte) []byte {
		n, _ := strconv.ParseUint(strings.TrimSpace(string(m[1:])), 16, 32)
		return []byte(string(rune(n)))
	})}
}

var base64Run = regexp.MustCompile(`[A-Za-z0-9+/_-]{8,}`)

// unbase64 decodes every run of base64 from each of its four alignments: what
// goes before in the same run may not belong to it.
func unbase64(b []byte) [][]byte {
	if len(b) > 4<<20 {
		return nil
	}
	var out []byte
	for _, run := range base64Run.FindAll(b, -1) {
		s := strings.NewReplacer("-", "+", "_", "/").Replace(string(run))
		for skip := 0; skip < 4 && skip < len(s); skip++ {
			t := s[skip:]
			x, err := base64.RawStdEncoding.DecodeString(t[:len(t)/4*4])
			if err == nil {
				out = append(append(out, x...), '\n')
			}
			if len(t)%4 > 1 {
				if x, err := base64.RawStdEncoding.DecodeString(t); err == nil {
					out = append(append(out, x...), '\n')
				}
			}
		}
	}
	return [][]byte{out}
}
