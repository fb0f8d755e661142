package source

import "unicode/utf8"

// How the multi-byte encodings cut bytes into characters, and how likely each
// character is in Japanese prose. Ranges are those of JIS X 0208 with the
// extensions of CP932.

func nextUTF8(b []byte) int {
	if _, n := utf8.DecodeRune(b); n > 1 || b[0] < 0x80 {
		return n
	}
	return 0
}

func nextShiftJIS(b []byte) int {
	c := b[0]
	switch {
	case c < 0x80 || c >= 0xa1 && c <= 0xdf:
		return 1
	case (c >= 0x81 && c <= 0x9f || c >= 0xe0 && c <= 0xfc) && len(b) > 1:
		if t := b[1]; t >= 0x40 && t <= 0xfc && t != 0x7f {
			return 2
		}
	}
	return 0
}

func nextEUC(b []byte) int {
	c := b[0]
	switch {
	case c < 0x80:
		return 1
	case c == 0x8e && len(b) > 1 && b[1] >= 0xa1 && b[1] <= 0xdf:
		return 2
	case c == 0x8f && len(b) > 2 && b[1] >= 0xa1 && b[2] >= 0xa1 && b[1] < 0xff && b[2] < 0xff:
		return 3
	case c >= 0xa1 && c <= 0xfe && len(b) > 1 && b[1] >= 0xa1 && b[1] < 0xff:
		return 2
	}
	return 0
}

// Kana and the punctuation 、。 are half of any Japanese page; half-width kana
// in a row, and rare kanji, are what another encoding looks like when misread.
func weighShiftJIS(b []byte) float64 {
	switch c := b[0]; {
	case len(b) == 1:
		return 0.1 // half-width kana
	case c == 0x81 || c == 0x82 || c == 0x83:
		return 1
	case c >= 0x88 && c <= 0x97:
		return 0.9 // level 1 kanji
	case c >= 0xf0:
		return 0 // private use
	}
	return 0.4
}

func weighEUC(b []byte) float64 {
	switch c := b[0]; {
	case len(b) == 3 || c == 0x8e:
		return 0.1
	case c == 0xa1 || c >= 0xa3 && c <= 0xa5:
		return 1
	case c >= 0xb0 && c <= 0xcf:
		return 0.9
	}
	return 0.4
}

func weighUTF8(b []byte) float64 {
	if len(b) >= 3 {
		return 1
	}
	return 0.6
}
