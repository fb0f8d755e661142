package docx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
)

// descend are the elements around blocks that say nothing of their own.
const descend = "document body hdr ftr footnotes endnotes tbl sdt sdtContent customXml ins moveTo smartTag AlternateContent Choice"

// walk reads a part block by block, so that only one paragraph or table row of
// it stands in memory as a tree.
func (r *reader) walk(b []byte) error {
	dec := xml.NewDecoder(bytes.NewReader(b))
	depth := 0
	for {
		t, err := dec.Token()
		if errors.Is(err, io.EOF) {
			r.flush()
			return nil
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			switch {
			case t.Name.Local == "p" || t.Name.Local == "tr":
				n, err := tree(dec, t)
				if err != nil {
					return err
				}
				r.out = append(r.out, r.block(n)...)
			case source.Has(descend, t.Name.Local):
				if depth++; depth > maxDepth {
					return tooDeep()
				}
			default:
				r.count1(t.Name.Local)
				if err := dec.Skip(); err != nil {
					return err
				}
			}
		case xml.EndElement:
			depth--
			if t.Name.Local == "tbl" {
				r.out = append(r.out, source.Line{}) // a table ends as a paragraph does
			}
		}
	}
}

// count1 counts what is skipped where it stands among the blocks.
func (r *reader) count1(name string) {
	switch name {
	case "del", "moveFrom":
		r.deleted++
	case "altChunk":
		r.embedded++
	}
}

// blocks reads what is inside n: a cell, a text box, a note.
func (r *reader) blocks(n *node) []source.Line {
	var ls []source.Line
	for _, k := range n.kids {
		switch {
		case k.name == "p" || k.name == "tr":
			ls = append(ls, r.block(k)...)
		case source.Has(descend, k.name):
			ls = append(ls, r.blocks(k)...)
		default:
			r.count1(k.name)
		}
	}
	return ls
}

func (r *reader) block(n *node) []source.Line {
	if n.name == "tr" {
		return r.row(n)
	}
	return r.paragraph(n)
}

// row sets a row of a table as lines.
func (r *reader) row(n *node) []source.Line {
	p := n.child("trPr")
	switch {
	case p.child("del") != nil:
		r.deleted++
		return nil
	case p.child("hidden").on():
		r.hidden++
		return nil
	case p.child("ins") != nil:
		r.inserted++
	}
	var cells []string
	r.cells(n, &cells)
	var ls []source.Line
	for _, t := range source.RowLines(cells) {
		ls = append(ls, source.Line{Text: t})
	}
	return ls
}

func (r *reader) cells(n *node, cells *[]string) {
	for _, k := range n.kids {
		switch k.name {
		case "tc":
			var b strings.Builder
			for _, l := range r.blocks(k) {
				b.WriteString(l.Text)
				b.WriteByte('\n')
			}
			*cells = append(*cells, b.String()+r.take())
		case "sdt", "sdtContent", "customXml", "ins":
			r.cells(k, cells)
		}
	}
}

// take is the text of a paragraph that had no mark and no next one either.
func (r *reader) take() string {
	t := r.pending
	r.pending = ""
	return t
}

func (r *reader) flush() {
	if t := r.take(); t != "" {
		r.out = append(r.out, source.Line{Text: t})
	}
}

// paragraph sets a paragraph as lines: its number, its text, and the text of
// boxes anchored in it below.
func (r *reader) paragraph(n *node) []source.Line {
	p := n.child("pPr")
	in := &inline{r: r, hidden: r.styles.hidden(p.child("pStyle").val())}
	in.kids(n)
	text := in.b.String()
	switch mark := p.child("rPr"); {
	case mark.child("del") != nil || mark.child("moveFrom") != nil:
		r.pending += text
		return in.boxes
	case in.hidden && text == "":
		return in.boxes
	}
	text = r.take() + text
	if !in.hidden {
		if num, at := r.numbered(p); num != "" && num != "0" {
			text = r.lists.next(num, at) + text
		}
	}
	head := r.styles.heading(p.child("pStyle").val())
	if o := p.child("outlineLvl"); o != nil {
		if head = min(number(o.val(), 9)+1, 10); head == 10 {
			head = 0
		}
		head = min(head, 6)
	}
	if strings.TrimFunc(text, record.IsBlank) == "" {
		head = 0
	}
	var ls []source.Line
	for t := range strings.SplitSeq(text, "\n") {
		ls = append(ls, source.Line{Text: strings.TrimRight(t, " \t"), Heading: head})
	}
	for i := range in.readings {
		in.readings[i].Line = len(r.out) + 1
	}
	r.doc.Readings = append(r.doc.Readings, in.readings...)
	return append(ls, in.boxes...)
}
