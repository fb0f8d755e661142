package sourcetest

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"
)

// Text is one run of text on a page of a PDF. X and Y are in points from the
// page's lower left corner; the page is A4.
type Text struct {
	X, Y, Size float64
	S          string
	Vertical   bool
	White      bool
	Spread     float64 // points between the glyphs
}

// Box is a filled black box on a page.
type Box struct{ X, Y, W, H float64 }

// Page is a page of a PDF: text, then black boxes over it.
type Page struct {
	Texts []Text
	Boxes []Box
}

// PDF writes a PDF with a text layer of any characters: one CID font that is not
// embedded, with a ToUnicode map.
func PDF(pages ...Page) []byte {
	f := &font{ids: map[rune]int{}}
	streams := make([]string, len(pages))
	for i, p := range pages {
		streams[i] = f.stream(p)
	}
	var b bytes.Buffer
	var offsets []int
	obj := func(body string) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(offsets), body)
	}
	stream := func(s string) string { return fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(s), s) }
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	var kids []string
	for i := range pages {
		kids = append(kids, fmt.Sprintf("%d 0 R", 8+2*i))
	}
	obj("<< /Type /Catalog /Pages 2 0 R >>")
	obj(fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", strings.Join(kids, " "), len(kids)))
	named := "/Type /Font /Subtype /Type0 /BaseFont /Mihari"
	obj("<< " + named + " /Encoding /Identity-H /DescendantFonts [5 0 R] /ToUnicode 7 0 R >>")
	obj("<< " + named + " /Encoding /Identity-V /DescendantFonts [5 0 R] /ToUnicode 7 0 R >>")
	obj("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Mihari /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 6 0 R /DW 1000 /DW2 [880 -1000] /W [" + f.widths() + "] >>")
	obj("<< /Type /FontDescriptor /FontName /Mihari /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>")
	obj(stream(f.toUnicode()))
	for i, s := range streams {
		obj(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /H 3 0 R /V 4 0 R >> >> /Contents %d 0 R >>", 9+2*i))
		obj(stream(s))
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, at)
	return b.Bytes()
}

// font numbers the characters that are used.
type font struct {
	ids   map[rune]int
	runes []rune
}

func (f *font) id(r rune) int {
	n, ok := f.ids[r]
	if !ok {
		f.runes = append(f.runes, r)
		n = len(f.runes)
		f.ids[r] = n
	}
	return n
}

func (f *font) stream(p Page) string {
	var b strings.Builder
	for _, t := range p.Texts {
		font, color := "H", "0"
		if t.Vertical {
			font = "V"
		}
		if t.White {
			color = "1"
		}
		fmt.Fprintf(&b, "BT %s g /%s %g Tf %g Tc %g %g Td <", color, font, t.Size, t.Spread, t.X, t.Y)
		for _, r := range t.S {
			fmt.Fprintf(&b, "%04X", f.id(r))
		}
		b.WriteString("> Tj ET\n")
	}
	for _, x := range p.Boxes {
		fmt.Fprintf(&b, "0 g %g %g %g %g re f\n", x.X, x.Y, x.W, x.H)
	}
	return b.String()
}

// widths gives ASCII half an em, and nothing to what only changes the glyph before
// it.
func (f *font) widths() string {
	var b strings.Builder
	for i, r := range f.runes {
		switch {
		case r < 0x80:
			fmt.Fprintf(&b, "%d [500] ", i+1)
		case r >= 0xe0100: // a variation selector
			fmt.Fprintf(&b, "%d [0] ", i+1)
		}
	}
	return b.String()
}

func (f *font) toUnicode() string {
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n")
	for i := 0; i < len(f.runes); i += 100 {
		part := f.runes[i:min(i+100, len(f.runes))]
		fmt.Fprintf(&b, "%d beginbfchar\n", len(part))
		for k, r := range part {
			fmt.Fprintf(&b, "<%04X> <", i+k+1)
			for _, u := range utf16.Encode([]rune{r}) {
				fmt.Fprintf(&b, "%04X", u)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	return b.String() + "endcmap CMapName currentdict /CMap defineresource pop end end\n"
}

// Lines sets lines of text on a page from its top, as a word processor does.
func Lines(lines ...string) Page {
	var p Page
	for i, l := range lines {
		if l != "" {
			p.Texts = append(p.Texts, Text{X: 72, Y: 770 - 18*float64(i), Size: 10.5, S: l})
		}
	}
	return p
}
