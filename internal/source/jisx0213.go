package source

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

// JIS X 0213 adds 4,354 characters to JIS X 0208, some at places where others
// had put characters of their own. A file is read by it where an escape sequence
// says so, or where it has characters that nothing else has.

//go:embed jisx0213.txt
var jisx0213Text string

// cell is a place in the tables of JIS X 0208, 0212 and 0213.
type cell struct{ plane, row, col int } // from 1

var jisx0213 = sync.OnceValue(func() map[cell]string {
	m := map[cell]string{}
	for line := range strings.Lines(jisx0213Text) {
		place, text, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok || place[0] == '#' {
			continue
		}
		var c cell
		if n, _ := fmt.Sscanf(place, "%d-%d-%d", &c.plane, &c.row, &c.col); n == 3 {
			m[c] = text
			continue
		}
		for _, r := range text {
			if c.col++; r != ' ' {
				m[c] = string(r)
			}
		}
	}
	return m
})

// own is the private-use character that Windows puts at a place of the rows for
// users (外字; 85 to 94 of either plane), "" elsewhere.
func (c cell) own() string {
	if c.row < 85 {
		return ""
	}
	return string(rune(0xe000 + (c.plane-1)*940 + (c.row-85)*94 + c.col - 1))
}

func cellEUC(b []byte) (cell, bool) {
	switch {
	case len(b) == 2 && b[0] >= 0xa1:
		return cell{1, int(b[0]) - 0xa0, int(b[1]) - 0xa0}, true
	case len(b) == 3:
		return cell{2, int(b[1]) - 0xa0, int(b[2]) - 0xa0}, true
	}
	return cell{}, false
}

func ownEUC(b []byte) string {
	c, ok := cellEUC(b)
	if !ok {
		return ""
	}
	return c.own()
}

// second are the rows of the second plane that Shift_JIS-2004 has, two to a lead
// byte from F0.
var second = []int{1, 8, 3, 4, 5, 12, 13, 14, 15, 78, 79, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 90, 91, 92, 93, 94}

func cellShiftJIS(b []byte) (cell, bool) {
	if len(b) != 2 {
		return cell{}, false
	}
	lead, col := int(b[0]), int(b[1])-0x3f
	if b[1] > 0x7f {
		col--
	}
	k := 2 * (lead - 0x81)
	if lead >= 0xe0 {
		k -= 2 * 0x40
	}
	if col > 94 {
		k, col = k+1, col-94
	}
	if lead < 0xf0 {
		return cell{1, k + 1, col}, true
	}
	if k -= 94; k >= len(second) {
		return cell{}, false
	}
	return cell{2, second[k], col}, true
}

// ownShiftJIS is the private-use character for F040 to F9FC.
func ownShiftJIS(b []byte) string {
	if len(b) != 2 || b[0] < 0xf0 || b[0] > 0xf9 {
		return ""
	}
	k := int(b[1]) - 0x40
	if b[1] > 0x7f {
		k--
	}
	return string(rune(0xe000 + (int(b[0])-0xf0)*188 + k))
}

// shiftJISOf is the code of a private-use character in CP932, "" where it has
// none: the number under which the 外字エディター keeps it.
func shiftJISOf(c rune) string {
	if c < 0xe000 || c > 0xe757 {
		return ""
	}
	lead, k := int(c-0xe000)/188, int(c-0xe000)%188
	if k >= 0x3f {
		k++
	}
	return fmt.Sprintf("%02X%02X", 0xf0+lead, 0x40+k)
}
