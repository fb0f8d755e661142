package docx

import (
	"strings"
	"testing"

	. "github.com/toshin-archive/toshin/internal/source/sourcetest"
)

// Time is in proportion to the document, whatever it is made of.
func TestLinear(t *testing.T) {
	row := func(n int) string { return strings.Repeat(`<w:tr><w:tc>`+P("岬")+`</w:tc></w:tr>`, n/60) }
	for name, make := range map[string]func(n int) string{
		"paragraphs": func(n int) string { return strings.Repeat(P("委員の発言。"), n/60) },
		"runs":       func(n int) string { return `<w:p>` + strings.Repeat(R("岬"), n/45) + `</w:p>` },
		"a table":    func(n int) string { return `<w:tbl>` + row(n) + `</w:tbl>` },
		"a row of cells": func(n int) string {
			return `<w:tbl><w:tr>` + strings.Repeat(`<w:tc>`+P("岬")+`</w:tc>`, n/60) + `</w:tr></w:tbl>`
		},
		"tables in cells": func(n int) string {
			return strings.Repeat(`<w:tbl><w:tr><w:tc><w:tbl>`+row(600)+`</w:tbl></w:tc></w:tr></w:tbl>`, n/900)
		},
		"deleted marks": func(n int) string {
			return strings.Repeat(`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>`+R("岬")+`</w:p>`, n/80)
		},
		"fields": func(n int) string {
			return strings.Repeat(`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>`, n/60)
		},
		"notes": func(n int) string {
			return `<w:p>` + strings.Repeat(`<w:r><w:footnoteReference w:id="1"/></w:r>`, min(n/50, 9_000)) + `</w:p>`
		},
		"boxes": func(n int) string {
			return `<w:p>` + strings.Repeat(`<w:r><w:pict><w:txbxContent>`+P("岬")+`</w:txbxContent></w:pict></w:r>`, n/100) + `</w:p>`
		},
	} {
		ok, quarter, whole := Linear(1<<17, func(n int) {
			read(Docx(make(n), map[string]string{"footnotes": `<w:footnote w:id="1">` + P("注") + `</w:footnote>`}))
		})
		if !ok {
			t.Errorf("%s: %v, four times as long %v", name, quarter, whole)
		}
	}
}
