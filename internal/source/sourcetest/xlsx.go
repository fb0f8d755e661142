package sourcetest

import (
	"fmt"
	"html"
	"strings"
)

// Sheet packs a workbook of one sheet (一覧) with rows of text.
func Sheet(rows ...[]string) []byte {
	var b strings.Builder
	for i, r := range rows {
		fmt.Fprintf(&b, `<row r="%d">`, i+1)
		for _, c := range r {
			b.WriteString(`<c t="inlineStr"><is><t xml:space="preserve">` + html.EscapeString(c) + `</t></is></c>`)
		}
		b.WriteString(`</row>`)
	}
	return Workbook("", b.String(), "")
}

// Workbook packs a workbook whose one sheet has that prologue and those rows,
// and whose shared strings are the given ones: what no program would write, too.
func Workbook(prologue, rows, shared string) []byte {
	const main, office = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	const types = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	rels := func(kindTargets ...string) string {
		var b strings.Builder
		b.WriteString(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
		for i := 0; i < len(kindTargets); i += 2 {
			fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s/%s" Target="%s"/>`, i/2+1, office, kindTargets[i], kindTargets[i+1])
		}
		return b.String() + `</Relationships>`
	}
	parts := map[string]string{
		"[Content_Types].xml":      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="` + types + `sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="` + types + `worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="` + types + `sharedStrings+xml"/></Types>`,
		"_rels/.rels":              rels("officeDocument", "xl/workbook.xml"),
		"xl/workbook.xml":          `<workbook xmlns="` + main + `" xmlns:r="` + office + `"><sheets><sheet name="一覧" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/worksheets/sheet1.xml": prologue + `<worksheet xmlns="` + main + `"><sheetData>` + rows + `</sheetData></worksheet>`,
	}
	if shared == "" {
		parts["xl/_rels/workbook.xml.rels"] = rels("worksheet", "worksheets/sheet1.xml")
	} else {
		parts["xl/_rels/workbook.xml.rels"] = rels("worksheet", "worksheets/sheet1.xml", "sharedStrings", "sharedStrings.xml")
		parts["xl/sharedStrings.xml"] = `<sst xmlns="` + main + `">` + shared + `</sst>`
	}
	return Zip(parts)
}
