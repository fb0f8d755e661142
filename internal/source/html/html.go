// Package html reads web pages as municipal content systems (CMS) publish them.
//
// The visible text becomes lines: a block a line, headings known as such, tables
// a row a line. Which of them are the record and which the page around it is told
// by rules for each system (cms.go), else by structure, else by the words with
// which pages mark their main part; the rest is kept and marked as chrome.
package html

import (
	"bytes"
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// Format is HTML, and a page saved whole as .mht.
type Format struct{}

// Name of the format.
func (Format) Name() string { return "html" }

var opening = regexp.MustCompile(`(?i)^(?:\x{feff}|\s|<\?xml[^>]*>|<!--(?s:.*?)-->)*<(?:!doctype\s+html|html|head|body)\b`)

// Looks knows a page by how it begins.
func (Format) Looks(b []byte, ext string) float64 {
	named := source.Has(".html .htm .xhtml .shtml .mht .mhtml", ext)
	switch head := b[:min(len(b), 4096)]; {
	case opening.Match(head):
		return 0.98
	case archived(head):
		return 0.98
	case named && bytes.ContainsAny(head, "<"):
		return source.BySign
	case named:
		return source.ByName
	}
	return 0
}

// Read takes the visible text out of the page. Scripts, styles, and what is
// hidden by its own attributes are no text.
func (Format) Read(b []byte, _ string) []*source.Document {
	d := &source.Document{}
	declared := charset(b)
	if archived(b[:min(len(b), 4096)]) {
		page, said, err := unpack(b)
		if err != nil { // damaged on the way: what is left of it is no page
			d.Note("R014", err)
			return []*source.Document{d}
		}
		b, declared = page, said
	}
	text, ok := d.Decode(b, declared)
	if !ok {
		return []*source.Document{d}
	}
	d.Source.Confidence = min(d.Source.Confidence, 0.98)
	if declared != "" && !source.SameEncoding(declared, d.Source.Encoding) {
		d.Note("R035", declared, d.Source.Encoding)
	}
	root, err := html.ParseWithOptions(strings.NewReader(text), html.ParseOptionEnableScripting(true))
	if err != nil {
		d.Note("R017", err)
		return []*source.Document{d}
	}
	p := newPage(root)
	p.flatten()
	p.trim()
	p.title()
	for _, l := range p.lines {
		line := source.Line{N: len(d.Lines) + 1, Text: l.text, Heading: l.heading}
		if l.chrome {
			line.Why = record.WhyChrome
		}
		for _, r := range l.readings {
			r.Line = line.N
			d.Readings = append(d.Readings, r)
		}
		d.Lines = append(d.Lines, line)
	}
	d.Page = p.about()
	if strings.TrimFunc(d.Text(), record.IsBlank) == "" {
		d.Lines = nil
		d.Note("R005")
		return []*source.Document{d}
	}
	if p.whole && p.links > 10 {
		d.Note("R027")
	}
	if p.covered > 0 {
		d.Note("R031", p.covered)
	}
	if p.pictures > 0 {
		d.Note("R026", p.pictures)
	}
	return []*source.Document{d}
}

var metaCharset = regexp.MustCompile(`(?i)<meta[^>]+charset\s*=\s*["']?\s*([a-z0-9_.:-]+)|<\?xml[^>]+encoding\s*=\s*["']([a-z0-9_.:-]+)`)

// charset is what the page says of its encoding, "" where it says nothing.
func charset(b []byte) string {
	m := metaCharset.FindSubmatch(b[:min(len(b), 4096)])
	if m == nil {
		return ""
	}
	return string(m[1]) + string(m[2])
}
