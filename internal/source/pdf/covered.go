package pdf

import (
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"github.com/toshin-archive/toshin/internal/source/pdf/layout"
)

// Text under a black box looks blacked out (墨消し) and is still there to be
// copied. It must not get into a record.

// box is a dark filled area, in the page's own units.
type box struct{ left, right, bottom, top float64 }

// maxObjects of a page are looked at.
const maxObjects = 20_000

// drawn are the dark filled paths and the covering annotations of a page, and the
// lines ruled on it.
func (r *reader) drawn(page requests.Page) (out []box, rules []layout.Rule) {
	n, err := r.in.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: page})
	if err != nil {
		return nil, nil
	}
	for i := range min(n.Count, maxObjects) {
		o, err := r.in.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: page, Index: i})
		if err != nil {
			continue
		}
		t, err := r.in.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: o.PageObject})
		if err != nil || t.Type != enums.FPDF_PAGEOBJ_PATH {
			continue
		}
		m, err := r.in.FPDFPath_GetDrawMode(&requests.FPDFPath_GetDrawMode{PageObject: o.PageObject})
		if err != nil {
			continue
		}
		bounds, err := r.in.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: o.PageObject})
		if err != nil {
			continue
		}
		b := box{float64(bounds.Left), float64(bounds.Right), float64(bounds.Bottom), float64(bounds.Top)}
		rules = append(rules, b.rules(m.Stroke)...)
		if m.FillMode == enums.FPDF_FILLMODE_NONE {
			continue
		}
		c, err := r.in.FPDFPageObj_GetFillColor(&requests.FPDFPageObj_GetFillColor{PageObject: o.PageObject})
		if err == nil && isDark(c.FillColor.R, c.FillColor.G, c.FillColor.B, c.FillColor.A) {
			out = append(out, b)
		}
	}
	return append(out, r.darkNotes(page)...), rules
}

// rules are the lines that a path draws: itself where it is thin, the sides of a
// stroked box.
func (b box) rules(stroked bool) []layout.Rule {
	const thin = 3
	w, h := b.right-b.left, b.top-b.bottom
	switch {
	case w < thin && h < thin:
		return nil
	case w < thin || h < thin:
		return []layout.Rule{{X0: b.left, X1: b.right, Y0: b.bottom, Y1: b.top}}
	case !stroked:
		return nil
	}
	return []layout.Rule{
		{X0: b.left, X1: b.right, Y0: b.bottom, Y1: b.bottom}, {X0: b.left, X1: b.right, Y0: b.top, Y1: b.top},
		{X0: b.left, X1: b.left, Y0: b.bottom, Y1: b.top}, {X0: b.right, X1: b.right, Y0: b.bottom, Y1: b.top},
	}
}

// darkNotes are the annotations that cover what is under them.
func (r *reader) darkNotes(page requests.Page) []box {
	var out []box
	n, err := r.in.FPDFPage_GetAnnotCount(&requests.FPDFPage_GetAnnotCount{Page: page})
	if err != nil {
		return nil
	}
	for i := range min(n.Count, maxObjects) {
		a, err := r.in.FPDFPage_GetAnnot(&requests.FPDFPage_GetAnnot{Page: page, Index: i})
		if err != nil {
			continue
		}
		if b, ok := r.darkNote(a.Annotation); ok {
			out = append(out, b)
		}
		_, _ = r.in.FPDFPage_CloseAnnot(&requests.FPDFPage_CloseAnnot{Annotation: a.Annotation})
	}
	return out
}

func (r *reader) darkNote(a references.FPDF_ANNOTATION) (box, bool) {
	kind, err := r.in.FPDFAnnot_GetSubtype(&requests.FPDFAnnot_GetSubtype{Annotation: a})
	if err != nil {
		return box{}, false
	}
	color := enums.FPDFANNOT_COLORTYPE_Color
	switch kind.Subtype {
	case enums.FPDF_ANNOT_SUBTYPE_SQUARE, enums.FPDF_ANNOT_SUBTYPE_POLYGON, enums.FPDF_ANNOT_SUBTYPE_CIRCLE:
		color = enums.FPDFANNOT_COLORTYPE_InteriorColor
	case enums.FPDF_ANNOT_SUBTYPE_HIGHLIGHT, enums.FPDF_ANNOT_SUBTYPE_INK, enums.FPDF_ANNOT_SUBTYPE_REDACT:
	default:
		return box{}, false
	}
	c, err := r.in.FPDFAnnot_GetColor(&requests.FPDFAnnot_GetColor{Annotation: a, ColorType: color})
	// a redaction that was marked and never applied hides nothing yet, and is
	// meant to
	if kind.Subtype != enums.FPDF_ANNOT_SUBTYPE_REDACT && (err != nil || !isDark(c.R, c.G, c.B, c.A)) {
		return box{}, false
	}
	rect, err := r.in.FPDFAnnot_GetRect(&requests.FPDFAnnot_GetRect{Annotation: a})
	if err != nil {
		return box{}, false
	}
	return box{float64(rect.Rect.Left), float64(rect.Rect.Right), float64(rect.Rect.Bottom), float64(rect.Rect.Top)}, true
}

func isDark(r, g, b, a uint) bool { return a > 128 && 299*r+587*g+114*b < 90_000 }

// covered reports whether the middle of a glyph is under one of the boxes, and
// the box is no rule or underline.
func covered(boxes []box, g *glyph) bool {
	x, y := (g.left+g.right)/2, (g.bottom+g.top)/2
	h := g.top - g.bottom
	for _, b := range boxes {
		if x > b.left && x < b.right && y > b.bottom && y < b.top && b.top-b.bottom > 0.5*h && b.right-b.left > 0.5*h {
			return true
		}
	}
	return false
}

// isDark reports whether the glyph is as dark as the box: white letters on a dark
// ground are meant to be read.
func (r *reader) isDark(page references.FPDF_TEXTPAGE, k int) bool {
	c, err := r.in.FPDFText_GetFillColor(&requests.FPDFText_GetFillColor{TextPage: page, Index: k})
	return err != nil || 299*c.R+587*c.G+114*c.B < 130_000
}
