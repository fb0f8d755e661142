// Package sourcetest makes files for tests, byte by byte: no binary of somebody
// else's stands in the repository.
package sourcetest

import (
	"archive/zip"
	"bytes"
	"html"
	"sort"
	"strings"
)

// Zip packs parts, in the order of their names.
func Zip(parts map[string]string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	var names []string
	for n := range parts {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		w, err := z.Create(n)
		if err == nil {
			_, err = w.Write([]byte(parts[n]))
		}
		if err != nil {
			panic(err) // a buffer takes everything
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// WordNS are the namespaces of word-processing XML.
const WordNS = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
	`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ` +
	`xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
	`xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ` +
	`xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"`

// Docx packs a Word document of a body and further parts by their short names:
// styles, numbering, footnotes, endnotes, comments, header1, footer1. Each is the
// inside of the part's root element.
func Docx(body string, parts map[string]string) []byte {
	roots := map[string]string{"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes", "comments": "comments"}
	all := map[string]string{
		"_rels/.rels": relationships([][3]string{{"rId1",
			"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument", "word/document.xml"}}),
		"word/document.xml": part("document", "<w:body>"+body+"</w:body>"),
	}
	var rels [][3]string
	for name, inside := range parts {
		kind := strings.TrimRight(name, "0123456789")
		root := roots[kind]
		switch kind {
		case "header":
			root = "hdr"
		case "footer":
			root = "ftr"
		}
		all["word/"+name+".xml"] = part(root, inside)
		rels = append(rels, [3]string{"r" + name, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + kind, name + ".xml"})
	}
	all["word/_rels/document.xml.rels"] = relationships(rels)
	all["[Content_Types].xml"] = contentTypes(all)
	return Zip(all)
}

// contentTypes lists what the parts are, without which no word processor opens
// the package.
func contentTypes(parts map[string]string) string {
	const of = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	var b strings.Builder
	b.WriteString(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`)
	var names []string
	for n := range parts {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		kind, ok := strings.CutPrefix(n, "word/")
		if !ok || strings.HasPrefix(kind, "_rels") {
			continue
		}
		if kind = strings.TrimRight(strings.TrimSuffix(kind, ".xml"), "0123456789"); kind == "document" {
			kind = "document.main"
		}
		b.WriteString(`<Override PartName="/` + n + `" ContentType="` + of + kind + `+xml"/>`)
	}
	return b.String() + `</Types>`
}

func part(root, inside string) string {
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:` + root + ` ` + WordNS + `>` + inside + `</w:` + root + `>`
}

func relationships(rs [][3]string) string {
	var b strings.Builder
	b.WriteString(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for _, r := range rs {
		b.WriteString(`<Relationship Id="` + r[0] + `" Type="` + r[1] + `" Target="` + r[2] + `"/>`)
	}
	return b.String() + `</Relationships>`
}

// P is a paragraph of one run.
func P(text string) string { return `<w:p>` + R(text) + `</w:p>` }

// R is a run.
func R(text string) string {
	return `<w:r><w:t xml:space="preserve">` + html.EscapeString(text) + `</w:t></w:r>`
}

// Table is a table of rows of cells; lines of a cell are its paragraphs.
func Table(rows ...[]string) string {
	var b strings.Builder
	b.WriteString(`<w:tbl><w:tblPr/>`)
	for _, r := range rows {
		b.WriteString(`<w:tr>`)
		for _, c := range r {
			b.WriteString(`<w:tc><w:tcPr/>`)
			for _, l := range strings.Split(c, "\n") {
				b.WriteString(P(l))
			}
			b.WriteString(`</w:tc>`)
		}
		b.WriteString(`</w:tr>`)
	}
	return b.String() + `</w:tbl>`
}
