// Package letters writes text with one byte for the characters that an archive
// has most: what deflates such text has fewer bytes to guess, and its window
// reaches twice as far as over UTF-16. assets/js/letters.js reads it.
//
// Of the 256 values of a byte
//
//	0 …         stand for the table's characters, common of them
//	common …    begin two bytes: the first says how the character's number
//	            (U+hhll) begins, the second is ll
//	255         begins three: hh and ll of any UTF-16 unit
package letters

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

const (
	common = 170
	escape = 255
)

// always are in any table: what JSON and the search files are held together by
// (docs/shards.md), digits and the letters of IDs.
const always = "\x01\x02\b\t\n\f\r \",:[]{}-/\\0123456789abcdefghiklmnoprstuvwy"

// firsts are the high bytes that two-byte characters have: Latin, kana, kanji and
// wide forms.
var firsts = func() (hs []byte) {
	hs = []byte{0x00, 0x30}
	for h := 0x4E; h < 0xA0; h++ {
		hs = append(hs, byte(h))
	}
	return append(hs, 0xFF)
}()

// Table says which characters have a byte of their own.
type Table struct {
	chars []rune
	of    [1 << 16]uint16 // of a UTF-16 unit: 1 + its byte; 1 + its first byte <<8; 0: three bytes
}

// Of makes the table for text like the sample: its commonest characters, of
// equals the first by number. It is the same for the same counts.
func Of(sample string) *Table {
	counts := map[rune]int{}
	for _, r := range sample {
		if r < 0x10000 && r != utf8.RuneError {
			counts[r]++
		}
	}
	for _, r := range always {
		delete(counts, r)
	}
	chars := slices.SortedFunc(maps.Keys(counts), func(a, b rune) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	chars = chars[:min(len(chars), common-len(always))]
	slices.Sort(chars)
	return fromChars(append([]rune(always), chars...))
}

// From reads what String gave.
func From(chars string) (*Table, error) {
	rs := []rune(chars)
	if len(rs) > common || !strings.HasPrefix(chars, always) || slices.ContainsFunc(rs, func(r rune) bool { return r >= 0x10000 }) {
		return nil, fmt.Errorf("letters: no table: %q", chars)
	}
	return fromChars(rs), nil
}

func fromChars(chars []rune) *Table {
	t := &Table{chars: chars}
	for i, h := range firsts {
		for l := range 256 {
			t.of[int(h)<<8|l] = uint16(1+common+i) << 8
		}
	}
	for i, r := range chars {
		t.of[r] = uint16(1 + i)
	}
	return t
}

// String is the table's characters in order, what readers need.
func (t *Table) String() string { return string(t.chars) }

// Append appends s to b.
func (t *Table) Append(b []byte, s string) []byte {
	for _, r := range s {
		if r >= 0x10000 {
			high, low := utf16.EncodeRune(r)
			b = t.unit(t.unit(b, uint16(high)), uint16(low))
			continue
		}
		b = t.unit(b, uint16(r))
	}
	return b
}

func (t *Table) unit(b []byte, u uint16) []byte {
	switch k := t.of[u]; {
	case k == 0:
		return append(b, escape, byte(u>>8), byte(u))
	case k > 0xFF:
		return append(b, byte(k>>8)-1, byte(u))
	default:
		return append(b, byte(k-1))
	}
}

// Decode is what Append has appended. Bytes of no text give some text.
func (t *Table) Decode(b []byte) string {
	us := make([]uint16, 0, len(b))
	for i := 0; i < len(b); i++ {
		switch c := int(b[i]); {
		case c < len(t.chars):
			us = append(us, uint16(t.chars[c]))
		case c == escape && i+2 < len(b):
			us = append(us, uint16(b[i+1])<<8|uint16(b[i+2]))
			i += 2
		case c >= common && c < escape && i+1 < len(b):
			us = append(us, uint16(firsts[c-common])<<8|uint16(b[i+1]))
			i++
		default:
			us = append(us, utf8.RuneError)
		}
	}
	return string(utf16.Decode(us))
}
