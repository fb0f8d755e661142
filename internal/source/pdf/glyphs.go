package pdf

import (
	"fmt"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source/pdf/layout"
)

// page reads the glyphs of page i, from 0, without those that nobody sees.
func (r *reader) page(doc references.FPDF_DOCUMENT, i int) (layout.Page, error) {
	loaded, err := r.in.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: doc, Index: i})
	if err != nil {
		return layout.Page{}, err
	}
	defer r.in.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page})
	page := requests.Page{ByReference: &loaded.Page}
	size, err := r.in.GetPageSize(&requests.GetPageSize{Page: page})
	if err != nil {
		return layout.Page{}, err
	}
	turn := enums.FPDF_PAGE_ROTATION_NONE
	if t, err := r.in.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: page}); err == nil {
		turn = t.PageRotation
	}
	out := layout.Page{Width: size.Width, Height: size.Height}
	text, err := r.in.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: page})
	if err != nil {
		return out, err
	}
	defer r.in.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage})
	count, err := r.in.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text.TextPage})
	if err != nil {
		return out, err
	}
	dark, rules := r.drawn(page)
	if turn == enums.FPDF_PAGE_ROTATION_NONE {
		out.Rules = rules
	}
	var em float64
	var high uint // first half of a pair
	if r.total+count.Count > maxGlyphs {
		return out, fmt.Errorf("%w: %d", errTooLarge, r.total+count.Count)
	}
	for k := 0; k < count.Count; k++ {
		g, err := r.glyph(text.TextPage, k)
		if err != nil {
			return out, err
		}
		if g == nil {
			continue
		}
		u := g.unicode
		if utf16.IsSurrogate(rune(u)) && u < 0xdc00 {
			high = u
			continue
		}
		c := rune(u)
		if high != 0 {
			c = utf16.DecodeRune(rune(high), rune(u))
			high = 0
		}
		if r.total++; u == 0 || c == utf8.RuneError || g.nameless {
			if r.unknown++; r.unknown == 1 {
				r.first = i + 1
			}
			c = utf8.RuneError
		}
		if c < 0x20 && c != '\t' || c == 0xfffe || c == 0xffff {
			continue
		}
		if c == '\u00ad' || c == 0x02 {
			c = '-'
		}
		if isMark(c) && len(out.Glyphs) > 0 { // a selector or accent belongs to the glyph before it
			out.Glyphs[len(out.Glyphs)-1].Text += string(c)
			continue
		}
		if len(dark) > 0 && covered(dark, g) && r.isDark(text.TextPage, k) {
			if !record.IsBlank(c) {
				r.darkPage[i+1]++
			}
			continue
		}
		h := g.top - g.bottom
		switch {
		case turn == enums.FPDF_PAGE_ROTATION_90_CW || turn == enums.FPDF_PAGE_ROTATION_270_CW:
			h = g.right - g.left
		}
		if em == 0 || h > 0.6*em && h < 3*em {
			em = h
		}
		use := h
		if use < 0.45*em { // the box of 一 is flat
			use = em
		}
		x, y, w := place(g, turn, size.Width, size.Height)
		if w < 0.9*use && isSquare(c) {
			w = use
		}
		out.Glyphs = append(out.Glyphs, layout.Glyph{Text: string(c), X: x, Y: y, W: w, Em: use})
	}
	return out, nil
}

// glyph is what the engine says of one character.
type glyph struct {
	unicode                  uint
	nameless                 bool // the font does not say which character it is
	x, y                     float64
	left, right, bottom, top float64
}

// glyph asks for character k; nil for those that the engine made up (blanks and
// line ends, which are made here by the gaps).
func (r *reader) glyph(page references.FPDF_TEXTPAGE, k int) (*glyph, error) {
	made, err := r.in.FPDFText_IsGenerated(&requests.FPDFText_IsGenerated{TextPage: page, Index: k})
	if err != nil {
		return nil, err
	}
	if made.IsGenerated {
		return nil, nil
	}
	u, err := r.in.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: page, Index: k})
	if err != nil {
		return nil, err
	}
	// what the engine gives then is the number of the glyph
	bad, err := r.in.FPDFText_HasUnicodeMapError(&requests.FPDFText_HasUnicodeMapError{TextPage: page, Index: k})
	nameless := err == nil && bad.HasUnicodeMapError
	o, err := r.in.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: page, Index: k})
	if err != nil {
		return nil, nil // it has no place: nothing is shown
	}
	box, err := r.in.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: page, Index: k})
	if err != nil {
		return nil, nil
	}
	return &glyph{u.Unicode, nameless, o.X, o.Y, float64(box.Rect.Left), float64(box.Rect.Right), float64(box.Rect.Bottom), float64(box.Rect.Top)}, nil
}

// place turns a glyph's place into that on the page as it is read.
func place(g *glyph, turn enums.FPDF_PAGE_ROTATION, width, height float64) (x, y, w float64) {
	switch turn {
	case enums.FPDF_PAGE_ROTATION_90_CW:
		return g.y, height - g.x, g.top - g.bottom
	case enums.FPDF_PAGE_ROTATION_180_CW:
		return width - g.x, height - g.y, g.right - g.left
	case enums.FPDF_PAGE_ROTATION_270_CW:
		return width - g.y, g.x, g.top - g.bottom
	}
	return g.x, g.y, g.right - g.x
}

// isMark reports whether c changes the character before it: variation selectors,
// combining marks.
func isMark(c rune) bool {
	return c >= 0xfe00 && c <= 0xfe0f || c >= 0xe0100 && c <= 0xe01ef || c >= 0x300 && c <= 0x36f || c == 0x3099 || c == 0x309a
}

func isSquare(c rune) bool {
	return c >= 0x3040 && c <= 0x30ff || c >= 0x3400 && c <= 0x9fff || c >= 0x20000 && c <= 0x3ffff || c >= 0xff01 && c <= 0xff5e
}
