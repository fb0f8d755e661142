package kana

import (
	"strings"
	"unicode"
)

// entry is what one code point becomes before its neighbours are looked at.
type entry struct {
	r       rune // what it folds to; 0 = itself
	seq     uint16
	cls     class
	changed bool // written otherwise than usual: not only in width or case
	apart   bool // a digit or letter that does not join its neighbours': ① ㎡
}

// part is one character of an expansion (㍿ has four).
type part struct {
	r   rune
	cls class
}

const pageSize = 256

// chars maps every code point to its entry. Pages that are all alike are shared.
type chars struct {
	pages [0x110000 / pageSize]*[pageSize]entry
	seqs  [][]part // by entry.seq; 0 = none
}

func (c *chars) at(r rune) entry {
	if uint32(r) > unicode.MaxRune {
		r = unicode.ReplacementChar
	}
	return c.pages[r/pageSize][r%pageSize]
}

// fold is a code point's entry as made; parts holds what it becomes.
type fold struct {
	parts          []part
	changed, apart bool
}

// buildChars makes the map of rule 2 (and the case and accents of rule 11):
// each code point by NFKC, with the variants of the curated tables over it.
func buildChars(variants map[rune]rune) *chars {
	c := &chars{seqs: [][]part{nil}}
	shared := map[class]*[pageSize]entry{}
	for p := range c.pages {
		var page [pageSize]entry
		for i := range page {
			if i > 0 && empty(rune(p*pageSize)) {
				page[i] = page[0]
				continue
			}
			page[i] = c.entryOf(rune(p*pageSize+i), variants)
		}
		alike := true
		for i := range page {
			if page[i] != page[0] {
				alike = false
				break
			}
		}
		if !alike || page[0].r != 0 || page[0].seq != 0 {
			c.pages[p] = &page
			continue
		}
		if shared[page[0].cls] == nil {
			shared[page[0].cls] = &page
		}
		c.pages[p] = shared[page[0].cls]
	}
	return c
}

// empty reports that r is where Unicode has no characters, for pages around, or
// private ones: three quarters of all code points.
func empty(r rune) bool { return r >= 0x40000 && r < 0xE0000 || r >= 0xE0200 }

func (c *chars) entryOf(r rune, variants map[rune]rune) entry {
	f := foldChar(r, variants)
	e := entry{changed: f.changed, apart: f.apart}
	if len(f.parts) == 1 {
		e.cls = f.parts[0].cls
		if f.parts[0].r != r {
			e.r = f.parts[0].r
		}
		return e
	}
	e.cls = f.parts[0].cls
	e.seq = uint16(len(c.seqs))
	c.seqs = append(c.seqs, f.parts)
	return e
}

func one(r rune, cls class) fold { return fold{parts: []part{{r, cls}}} }

func foldChar(r rune, variants map[rune]rune) fold {
	if r < 0x20 || r >= 0x7F {
		switch {
		case strings.ContainsRune(lineEnds, r), r == paragraphUp:
			return one(r, line)
		case skipped(r):
			return one(r, skip)
		}
	}
	switch {
	case strings.ContainsRune(voices, r):
		if r == 0x309A || r == 0x309C || r == 0xFF9F {
			return one(0x309A, voice)
		}
		return one(0x3099, voice)
	case strings.ContainsRune(iterations, r):
		return one(r, iterate)
	case strings.ContainsRune(middleDots, r), strings.ContainsRune(quotes, r):
		return one(r, punct)
	case strings.ContainsRune(dashes, r):
		f := one('-', dash)
		f.changed = r != '-' && r != 0xFF0D
		return f
	case strings.ContainsRune(tildes, r):
		return one('~', symbol)
	case strings.ContainsRune(ellipses, r):
		return one('…', symbol)
	case unfolded(r):
		return one(r, classOf(r))
	case r >= 0xD800 && r <= 0xDFFF:
		return one(unicode.ReplacementChar, symbol)
	}
	var f fold
	seq := compat(r)
	if strings.HasPrefix(seq, " ") && r != ' ' && len(seq) > 1 {
		seq = string(r) // ´ and its like: NFKC makes a space of them
	}
	for _, d := range seq {
		f.parts = append(f.parts, foldPart(d, variants))
	}
	if len(f.parts) == 0 {
		return one(r, skip)
	}
	wide := r >= 0xFF00 && r <= 0xFFEF || f.parts[0].cls == space
	f.changed = !wide && seq != string(r) || f.parts[0].r != lower(r) && !wide && f.parts[0].cls != dash
	if f.parts[0].cls == small || f.parts[0].cls == iterate {
		f.changed = seq != string(r) && !wide
	}
	// ① ㈠ ㎡ ² stand apart; fullwidth, mathematical letters and ligatures join.
	f.apart = seq != string(r) && !wide && !unicode.IsLetter(r) && !unicode.Is(unicode.Nd, r)
	return f
}

func foldPart(d rune, variants map[rune]rune) part {
	if v, ok := variants[d]; ok {
		d = v
	}
	switch {
	case d == '.':
		return part{d, period}
	case d == ',':
		return part{d, comma}
	case d == 'ヴ' || d == 'ゔ':
		return part{d, vu}
	case d == 0x2044 || d == 0x2215:
		return part{'/', symbol}
	case strings.ContainsRune(smallKa, d):
		return part{d, small}
	case strings.ContainsRune(dashes, d):
		return part{'-', dash}
	case strings.ContainsRune(middleDots, d), strings.ContainsRune(quotes, d):
		return part{d, punct}
	case strings.ContainsRune(tildes, d):
		return part{'~', symbol}
	case d == 0x3099 || d == 0x309A:
		return part{d, voice}
	}
	d = lower(d)
	return part{d, classOf(d)}
}
