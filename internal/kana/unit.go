package kana

import "unicode/utf8"

// What lay between a unit and the one before it.
const (
	gapSpace uint8 = 1 << iota
	gapLine
	gapBlock // a blank line: no phrase reaches over it
	gapPunct // ・ or a bracket, left out
	gapApart // nothing, but ① does not join its neighbours
)

const (
	isChanged uint8 = 1 << iota
	isKata          // was katakana
	lostLong        // a final ー fell after it (rule 10)
	isGa            // ヶ between kanji
)

// unit is one folded character on its way through the rules.
type unit struct {
	r          rune
	start, end int32
	cls        class
	gap, fl    uint8
}

// folder holds the buffers of one analysis.
type folder struct {
	t     *Table
	raw   []unit
	out   []unit
	src   string
	asks  bool // the text is a query
	buf   []byte
	offs  []int32
	alt   []alt
	comma int // len(out) at the last grouping comma
}

// read is rule 2: clusters of the source to raw units.
func (f *folder) read(s string) {
	f.src, f.raw = s, f.raw[:0]
	gap := uint8(0)
	for i, w := 0, 0; i < len(s); i += w {
		var r rune
		if b := s[i]; b < utf8.RuneSelf {
			r, w = rune(b), 1
		} else {
			r, w = utf8.DecodeRuneInString(s[i:])
		}
		e := f.t.chars.at(r)
		switch e.cls {
		case skip:
			if n := len(f.raw); n > 0 && gap&^gapApart == 0 {
				f.raw[n-1].end = int32(i + w)
			}
			continue
		case space:
			gap |= gapSpace
			continue
		case line:
			if r == '\n' && i > 0 && s[i-1] == '\r' {
				continue
			}
			if gap&gapLine != 0 || r == paragraphUp {
				gap |= gapBlock
			}
			gap |= gapLine
			continue
		case voice:
			if n := len(f.raw); n > 0 && gap&^gapApart == 0 {
				if v := voiced(f.raw[n-1].r, e.out(r)); v != 0 {
					u := &f.raw[n-1]
					u.r, u.end = v, int32(i+w)
					switch {
					case v == 'ヴ' || v == 'ゔ':
						u.cls = vu
					case u.cls == small:
						u.cls = katakana
					}
					continue
				}
			}
		case punct:
			if e.seq == 0 {
				gap |= gapPunct
				continue
			}
		}
		if e.seq == 0 {
			u := unit{r: e.out(r), start: int32(i), end: int32(i + w), cls: e.cls, gap: gap}
			gap = 0
			if e.changed {
				u.fl = isChanged
			}
			if e.apart {
				u.gap |= gapApart
				gap = gapApart
			}
			f.raw = append(f.raw, u)
			continue
		}
		if e.apart {
			gap |= gapApart
		}
		for _, p := range f.t.chars.seqs[e.seq] {
			switch p.cls {
			case punct:
				gap |= gapPunct
			case space:
				gap |= gapSpace
			default:
				u := unit{r: p.r, start: int32(i), end: int32(i + w), cls: p.cls, gap: gap}
				if e.changed {
					u.fl = isChanged
				}
				f.raw = append(f.raw, u)
				gap = 0
			}
		}
		if e.apart {
			gap |= gapApart
		}
	}
}

func (e entry) out(r rune) rune {
	if e.r != 0 {
		return e.r
	}
	return r
}
