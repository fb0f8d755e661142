package docx

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/source"
	"github.com/toshin-archive/toshin/internal/source/docx/numfmt"
)

// inline gathers the text of one paragraph.
type inline struct {
	r        *reader
	b        strings.Builder
	hidden   bool
	readings []record.Reading
	boxes    []source.Line
}

// field is a field on its way: PAGE, TOC, EQ … What stands before its separator
// is the instruction, what stands behind it the result that is seen.
type field struct {
	instruction strings.Builder
	result      bool
}

// kids reads what stands in a paragraph, or in a wrapper within it.
func (in *inline) kids(n *node) {
	for _, k := range n.kids {
		switch k.name {
		case "r":
			in.run(k)
		case "ins", "moveTo":
			if hasText(k) {
				in.r.inserted++
			}
			in.kids(k)
		case "del", "moveFrom":
			if hasText(k) {
				in.r.deleted++
			}
		case "pPr", "rPr", "sdtPr", "sdtEndPr", "fldData":
		case "t": // of a formula
			in.write(k.text)
		case "AlternateContent", "drawing", "pict", "object":
			in.drawn(k)
		default: // hyperlink, smartTag, sdt, sdtContent, fldSimple, oMath …
			in.kids(k)
		}
	}
}

// hasText tells a tracked change of text from one of layout.
func hasText(n *node) bool {
	if n.name == "t" || n.name == "delText" {
		return strings.TrimFunc(n.text, record.IsBlank) != ""
	}
	for _, k := range n.kids {
		if hasText(k) {
			return true
		}
	}
	return false
}

func (in *inline) run(n *node) {
	p := n.child("rPr")
	hidden := in.hidden
	if v := p.child("vanish"); v != nil {
		hidden = v.on()
	} else if in.r.styles.hidden(p.child("rStyle").val()) {
		hidden = true
	}
	switch {
	case !hasText(n):
	case hidden:
		in.r.hidden++
	case covered(p):
		in.r.covered++
		hidden = true
	}
	for _, k := range n.kids {
		switch k.name {
		case "fldChar":
			in.fieldChar(k.val("fldCharType"))
			continue
		case "instrText":
			if f := in.r.field(); f != nil && !f.result {
				f.instruction.WriteString(k.text)
			}
			continue
		}
		if hidden {
			continue
		}
		switch k.name {
		case "t":
			in.write(k.text)
		case "tab", "ptab":
			in.write("\t")
		case "br", "cr":
			in.write("\n")
		case "noBreakHyphen":
			in.write("-")
		case "sym":
			if c, err := strconv.ParseUint(k.val("char"), 16, 32); err == nil {
				in.write(string(numfmt.Symbol(rune(c))))
			}
		case "ruby":
			in.ruby(k)
		case "footnoteReference":
			in.note("footnote", k.val("id"))
		case "endnoteReference":
			in.note("endnote", k.val("id"))
		case "AlternateContent", "drawing", "pict", "object":
			in.drawn(k)
		}
	}
}

// write adds text, unless it is part of a field's instruction.
func (in *inline) write(s string) {
	for _, f := range in.r.fields {
		if !f.result {
			return
		}
	}
	in.b.WriteString(s)
}

func (r *reader) field() *field {
	if len(r.fields) == 0 {
		return nil
	}
	return r.fields[len(r.fields)-1]
}

func (in *inline) fieldChar(kind string) {
	r := in.r
	switch kind {
	case "begin":
		if len(r.fields) < maxDepth {
			r.fields = append(r.fields, &field{})
		}
	case "separate":
		if f := r.field(); f != nil {
			f.result = true
		}
	case "end":
		if f := r.field(); f != nil {
			r.fields = r.fields[:len(r.fields)-1]
			if !f.result {
				in.equation(f.instruction.String())
			}
		}
	}
}

var (
	eqRuby    = regexp.MustCompile(`\\s\\up\s*[\d.]+\(([^()]*)\)\s*[,;]\s*([^()]*)\)`)
	eqOverlay = regexp.MustCompile(`\\o\s*(?:\\a[clr])?\s*\(([^(),;]*)[,;]([^()]*)\)`)
)

// equation reads the two fields EQ that stand in Japanese prose: ruby as Word
// makes it outside its own ruby, and a character in a circle (囲い文字).
func (in *inline) equation(instruction string) {
	s := strings.TrimSpace(instruction)
	if !strings.HasPrefix(strings.ToUpper(s), "EQ") {
		return
	}
	if m := eqRuby.FindStringSubmatch(s); m != nil {
		in.read(m[2], m[1])
	} else if m := eqOverlay.FindStringSubmatch(s); m != nil {
		in.write(m[2])
	}
}

// ruby keeps the base as text and what stands over it as a reading.
func (in *inline) ruby(n *node) {
	base, over := &inline{r: in.r}, &inline{r: in.r}
	if k := n.child("rubyBase"); k != nil {
		base.kids(k)
	}
	if k := n.child("rt"); k != nil {
		over.kids(k)
	}
	in.read(base.b.String(), over.b.String())
}

func (in *inline) read(base, kana string) {
	before := in.b.Len()
	in.write(base)
	if in.b.Len() > before && strings.TrimFunc(kana, record.IsBlank) != "" {
		in.readings = append(in.readings, record.Reading{Text: base, Kana: kana})
	}
}

// drawn looks for text boxes in a drawing, and counts it as a picture where it
// has none. Of two renderings for newer and older programs one is read.
func (in *inline) drawn(n *node) {
	before := len(in.boxes)
	in.shapes(n)
	switch {
	case len(in.boxes) > before:
	case n.name == "object":
		in.r.embedded++
	case pictured(n):
		in.r.pictures++
	}
}

func (in *inline) shapes(n *node) {
	for _, k := range n.kids {
		switch {
		case k.name == "txbxContent":
			save := in.r.fields
			in.r.fields = nil
			in.boxes = append(in.boxes, in.r.blocks(k)...)
			in.r.fields = save
		case k.name == "Fallback" && n.child("Choice") != nil && hasBoxOrPicture(n.child("Choice")):
		default:
			in.shapes(k)
		}
	}
}

func hasBoxOrPicture(n *node) bool {
	return n.name == "txbxContent" || pictured(n) || anyKid(n, hasBoxOrPicture)
}

func pictured(n *node) bool {
	return n.name == "blip" || n.name == "imagedata" || n.name == "relIds" || n.name == "chart" || anyKid(n, pictured)
}

func anyKid(n *node, f func(*node) bool) bool {
	for _, k := range n.kids {
		if f(k) {
			return true
		}
	}
	return false
}

// note sets the number of a note where Word sets it, and remembers the note.
func (in *inline) note(kind, id string) {
	in.r.cited = append(in.r.cited, kind+id)
	in.write(noteMark(len(in.r.cited)))
}

func noteMark(n int) string { return fmt.Sprintf("（注%d）", n) }

// readNotes reads the notes that the text refers to, in the order of their
// numbers; they stand behind the text.
func (r *reader) readNotes() ([]source.Line, error) {
	if len(r.cited) == 0 {
		return nil, nil
	}
	notes := map[string]*node{}
	for _, kind := range []string{"footnote", "endnote"} {
		b, err := r.part(kind + "s")
		if err != nil {
			return nil, err
		}
		if b == nil {
			continue
		}
		err = each(b, kind, func(n *node) { notes[kind+n.val("id")] = n })
		if err != nil {
			return nil, err
		}
	}
	out := []source.Line{{}}
	for i := 0; i < len(r.cited); i++ { // a note may refer to one more
		mark := noteMark(i + 1)
		n := notes[r.cited[i]]
		if n == nil {
			continue
		}
		for j, l := range r.blocks(n) {
			if j == 0 {
				l.Text = mark + strings.TrimLeftFunc(l.Text, record.IsBlank)
			}
			out = append(out, l)
		}
		r.pending = ""
		if len(r.cited) > 10_000 {
			break
		}
	}
	return out, nil
}
