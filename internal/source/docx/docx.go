// Package docx reads Word documents (.docx). It is our own reader because the
// libraries at hand drop ruby, automatic numbers and tracked insertions, which in
// minutes are text.
//
// The way: container → styles and numbering → the parts that hold text, in the
// order a reader meets them (walk.go) → lines.
package docx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"sort"
	"strings"

	"github.com/toshin-archive/toshin/internal/diag"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// Format is Word's .docx, .docm and .dotx.
type Format struct{}

// Name of the format.
func (Format) Name() string { return "docx" }

// Looks knows the container by its main part.
func (Format) Looks(b []byte, ext string) float64 {
	word := source.Has(".docx .docm .dotx .dotm", ext)
	switch {
	case source.ZipHas(b, "word/document") || source.ZipHas(b, "word/_rels/document"):
		return source.Surely
	case word && source.CFBHas(b, "EncryptedPackage"):
		return source.Surely
	case word && !source.CFBHas(b, "WordDocument"):
		return source.ByName
	}
	return 0
}

// Read takes the text out of the document. Deleted and hidden text and comments
// stay out, and are counted.
func (Format) Read(b []byte, _ string) []*source.Document {
	if source.CFBHas(b, "EncryptedPackage") {
		return source.Fault("R016")
	}
	z, fault := source.OpenZip(b)
	if fault != nil {
		return []*source.Document{{Diagnostics: []record.Diagnostic{*fault}}}
	}
	d := &source.Document{}
	r := &reader{zip: z, doc: d}
	if err := r.read(); err != nil {
		d.Lines = nil
		d.Diagnostics = append(d.Diagnostics, asDiagnostic(err))
	}
	return []*source.Document{d}
}

// broken carries a diagnostic up through the walk.
type broken struct{ record.Diagnostic }

func (b broken) Error() string { return b.Message }

func asDiagnostic(err error) record.Diagnostic {
	var b broken
	if errors.As(err, &b) {
		return b.Diagnostic
	}
	return diag.At("R014", 0, 0, "", err)
}

// reader is the work on one document.
type reader struct {
	zip     *source.Zip
	doc     *source.Document
	rels    map[string]rel
	styles  styles
	lists   *lists
	out     []source.Line
	pending string   // text of a paragraph whose mark was deleted: it goes on in the next
	fields  []*field // open fields, which may run over paragraphs
	cited   []string

	inserted, deleted, hidden, covered, pictures, embedded int
}

type rel struct{ kind, target string }

func (r *reader) read() error {
	main := r.mainPart()
	b, fault := r.zip.Part(main)
	switch {
	case fault != nil:
		return broken{*fault}
	case b == nil:
		return broken{diag.At("R014", 0, 0, "", "word/document.xml がありません")}
	}
	dir := path.Dir(main)
	if err := r.relations(path.Join(dir, "_rels", path.Base(main)+".rels"), dir); err != nil {
		return err
	}
	if err := r.loadStyles(); err != nil {
		return err
	}
	if err := r.loadNumbering(); err != nil {
		return err
	}
	heads, err := r.furniture("header")
	if err != nil {
		return err
	}
	if err := r.walk(b); err != nil {
		return err
	}
	body := r.out
	notes, err := r.readNotes()
	if err != nil {
		return err
	}
	feet, err := r.furniture("footer")
	if err != nil {
		return err
	}
	for _, ls := range [][]source.Line{heads, body, notes, feet} {
		for _, l := range ls {
			l.N = len(r.doc.Lines) + 1
			r.doc.Lines = append(r.doc.Lines, l)
		}
	}
	for i := range r.doc.Readings {
		r.doc.Readings[i].Line += len(heads)
	}
	if strings.TrimFunc(r.doc.Text(), record.IsBlank) == "" {
		r.doc.Lines = nil
		r.doc.Note("R005")
		return nil
	}
	return r.report()
}

// mainPart is the document itself, as the package's own relations name it.
func (r *reader) mainPart() string {
	if err := r.relations("_rels/.rels", "."); err == nil {
		for _, x := range r.rels {
			if x.kind == "officeDocument" && r.zip.Has(x.target) {
				return x.target
			}
		}
	}
	return "word/document.xml"
}

// relations reads what a part refers to; targets outside the container are left
// out and never followed.
func (r *reader) relations(part, dir string) error {
	r.rels = map[string]rel{}
	b, fault := r.zip.Part(part)
	if fault != nil {
		return broken{*fault}
	}
	var x struct {
		Rel []struct {
			ID, Type, Target, TargetMode string `xml:",attr"`
			Id                           string `xml:"Id,attr"`
		} `xml:"Relationship"`
	}
	if b == nil {
		return nil
	}
	if err := xml.Unmarshal(b, &x); err != nil {
		return err
	}
	for _, l := range x.Rel {
		if l.TargetMode == "External" {
			continue
		}
		target := path.Join(dir, l.Target)
		if strings.HasPrefix(l.Target, "/") {
			target = path.Clean(l.Target[1:])
		}
		r.rels[l.Id] = rel{path.Base(l.Type), target}
	}
	return nil
}

// part is the first part of that kind, nil where there is none.
func (r *reader) part(kind string) ([]byte, error) {
	names := r.parts(kind)
	if len(names) == 0 {
		return nil, nil
	}
	b, fault := r.zip.Part(names[0])
	if fault != nil {
		return nil, broken{*fault}
	}
	return b, nil
}

func (r *reader) parts(kind string) []string {
	var names []string
	for _, x := range r.rels {
		if x.kind == kind && r.zip.Has(x.target) {
			names = append(names, x.target)
		}
	}
	sort.Strings(names)
	return names
}

// furniture reads running heads or feet, each text once.
func (r *reader) furniture(kind string) ([]source.Line, error) {
	var lines []source.Line
	seen := map[string]bool{}
	for _, name := range r.parts(kind) {
		b, fault := r.zip.Part(name)
		if fault != nil {
			return nil, broken{*fault}
		}
		ls, err := r.apart(b)
		if err != nil {
			return nil, err
		}
		for _, l := range ls {
			if key := strings.TrimFunc(l.Text, record.IsBlank); key != "" && !seen[key] {
				seen[key] = true
				lines = append(lines, source.Line{Text: l.Text, Why: record.WhyFurniture})
			}
		}
	}
	return lines, nil
}

// apart reads a part without touching the lines gathered so far.
func (r *reader) apart(b []byte) ([]source.Line, error) {
	out, readings, lists := r.out, r.doc.Readings, r.lists
	r.out, r.lists = nil, r.lists.fresh()
	err := r.walk(b)
	ls := r.out
	r.out, r.doc.Readings, r.lists = out, readings, lists
	return ls, err
}

// report says what stayed out.
func (r *reader) report() error {
	comments, err := r.count("comments", "comment")
	if err != nil {
		return err
	}
	if r.inserted+r.deleted > 0 {
		r.doc.Note("R018", r.inserted, r.deleted)
	}
	if comments > 0 {
		r.doc.Note("R019", comments)
	}
	if r.covered > 0 {
		r.doc.Note("R031", r.covered)
	}
	if r.hidden > 0 {
		r.doc.Note("R020", r.hidden)
	}
	if r.embedded > 0 {
		r.doc.Note("R028", r.embedded)
	}
	if r.pictures > 0 {
		r.doc.Note("R026", r.pictures)
	}
	for _, name := range r.zip.Names() {
		if strings.HasSuffix(name, "vbaProject.bin") {
			r.doc.Note("R021")
			break
		}
	}
	return nil
}

// count gives how many elements of that name the part of that kind has.
func (r *reader) count(kind, element string) (int, error) {
	b, err := r.part(kind)
	if b == nil || err != nil {
		return 0, err
	}
	n := 0
	dec := xml.NewDecoder(bytes.NewReader(b))
	for {
		t, err := dec.RawToken()
		if errors.Is(err, io.EOF) {
			return n, nil
		}
		if err != nil {
			return n, err
		}
		if s, ok := t.(xml.StartElement); ok && s.Name.Local == element {
			n++
		}
	}
}
