// Package pdf reads the text layer of PDFs through PDFium, compiled to
// WebAssembly: no C compiler, and a broken file can only break its own sandbox,
// which sees no file and no network.
package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/klippa-app/go-pdfium"
	perrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/requests"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
	"github.com/toshin-archive/toshin/internal/source/pdf/layout"
)

// Limits of one file. The longest minutes seen have 250 pages of 1,500 glyphs.
const (
	maxPages  = 3000
	maxGlyphs = 5_000_000
)

// Format is PDF. The engine is loaded with the first file that needs it.
type Format struct {
	engine engine
}

// Name of the format.
func (*Format) Name() string { return "pdf" }

// Looks knows a PDF by its first bytes.
func (*Format) Looks(b []byte, ext string) float64 {
	switch {
	case bytes.Contains(b[:min(len(b), 1024)], []byte("%PDF-")):
		return source.Surely
	case ext == ".pdf":
		return source.ByName
	}
	return 0
}

// Close lets go of the engine.
func (f *Format) Close() error { return f.engine.close() }

// Read takes the text layer out and lays it out as lines.
func (f *Format) Read(b []byte, _ string) []*source.Document {
	in, err := f.engine.instance()
	if err != nil {
		return source.Fault("R014", fmt.Errorf("PDFium: %w", err))
	}
	defer in.done()
	doc := &source.Document{}
	r := &reader{in: in, doc: doc, darkPage: map[int]int{}}
	if err := r.guard(b); err != nil {
		return failed(err)
	}
	r.lines()
	return []*source.Document{doc}
}

func failed(err error) []*source.Document {
	switch {
	case errors.Is(err, perrors.ErrPassword), errors.Is(err, perrors.ErrSecurity):
		return source.Fault("R016")
	case errors.Is(err, errTooLarge):
		return source.Fault("R017", err)
	}
	return source.Fault("R014", err)
}

var errTooLarge = errors.New("too many pages or glyphs")

// reader is the work on one file.
type reader struct {
	in       pdfium.Pdfium
	doc      *source.Document
	pages    []layout.Page
	empty    []int // pages without any text, from 1
	unknown  int   // glyphs without a character
	first    int   // page of the first one
	darkPage map[int]int
	total    int // glyphs in all
}

// guard reads the file; what the engine gives up on is an error, whatever way it
// chose to say so.
func (r *reader) guard(b []byte) (err error) {
	defer func() {
		if x := recover(); x != nil {
			err = fmt.Errorf("PDFium: %v", x)
		}
	}()
	d, err := r.in.OpenDocument(&requests.OpenDocument{File: &b})
	if err != nil {
		return err
	}
	defer r.in.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: d.Document})
	n, err := r.in.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.Document})
	if err != nil {
		return err
	}
	if n.PageCount > maxPages {
		return fmt.Errorf("%w: %d", errTooLarge, n.PageCount)
	}
	for i := range n.PageCount {
		p, err := r.page(d.Document, i)
		if err != nil {
			return fmt.Errorf("page %d: %w", i+1, err)
		}
		if len(p.Glyphs) == 0 && r.darkPage[i+1] == 0 {
			r.empty = append(r.empty, i+1)
		}
		r.pages = append(r.pages, p)
	}
	return nil
}

// lines lays the pages out and says what is missing.
func (r *reader) lines() {
	d := r.doc
	if len(r.empty) == len(r.pages) {
		d.Note("R022", len(r.pages))
		return
	}
	if 2*r.unknown > r.total {
		d.Note("R045", len(r.pages))
		return
	}
	d.Source.Confidence = 0.95
	next := 1
	for _, l := range layout.Lines(r.pages) {
		for next <= l.Page {
			d.Source.Pages = append(d.Source.Pages, l.N)
			next++
		}
		for _, x := range l.Readings {
			x.Line = l.N
			d.Readings = append(d.Readings, x)
		}
		d.Lines = append(d.Lines, source.Line{N: l.N, Text: l.Text, Heading: l.Heading, Why: l.Why})
	}
	if strings.TrimFunc(d.Text(), record.IsBlank) == "" {
		d.Lines = nil
		d.Note("R022", len(r.pages))
		return
	}
	if len(r.empty) > 0 {
		d.Note("R023", list(r.empty))
	}
	if r.unknown > 0 {
		d.Note("R029", r.unknown, r.first)
	}
	for p := 1; p <= len(r.pages); p++ {
		if n := r.darkPage[p]; n > 0 {
			d.Note("R030", p, n)
		}
	}
}

func list(ns []int) string {
	var b strings.Builder
	for i, n := range ns {
		if i == 10 {
			b.WriteString("…")
			break
		}
		if i > 0 {
			b.WriteString("、")
		}
		fmt.Fprint(&b, n)
	}
	return b.String()
}
