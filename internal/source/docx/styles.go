package docx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// style is what of a style matters to the text.
type style struct {
	based   string
	numID   string // "" where it says nothing
	level   int
	outline int // 0–8; -1 where it says nothing
	vanish  bool
	title   bool
}

type styles map[string]style

// loadStyles reads styles.xml.
func (r *reader) loadStyles() error {
	r.styles = styles{}
	b, err := r.part("styles")
	if b == nil || err != nil {
		return err
	}
	return each(b, "style", func(n *node) {
		name := strings.ToLower(n.child("name").val())
		s := style{based: n.child("basedOn").val(), outline: -1, title: name == "title" || name == "表題"}
		p := n.child("pPr")
		s.numID = p.child("numPr", "numId").val()
		s.level, _ = strconv.Atoi(p.child("numPr", "ilvl").val())
		if o, err := strconv.Atoi(p.child("outlineLvl").val()); err == nil {
			s.outline = o
		}
		s.vanish = n.child("rPr", "vanish").on()
		r.styles[n.val("styleId")] = s
	})
}

// chain calls f with the style and those it is based on until f is content.
func (ss styles) chain(id string, f func(id string, s style) bool) {
	for range 32 { // a style may be based on itself by mistake
		s, ok := ss[id]
		if !ok || f(id, s) {
			return
		}
		id = s.based
	}
}

// heading is the level 1–6 of a paragraph of that style, 0 where it is none.
func (ss styles) heading(id string) int {
	level := 0
	ss.chain(id, func(_ string, s style) bool {
		if s.outline >= 0 && s.outline < 9 {
			level = min(s.outline+1, 6)
		} else if s.title {
			level = 1
		}
		return level > 0 || s.outline >= 0
	})
	return level
}

func (ss styles) hidden(id string) bool {
	hidden := false
	ss.chain(id, func(_ string, s style) bool { hidden = s.vanish; return hidden })
	return hidden
}

// each calls f with every element of that name in the part, as a tree.
func each(b []byte, name string, f func(*node)) error {
	dec := xml.NewDecoder(bytes.NewReader(b))
	for {
		t, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if s, ok := t.(xml.StartElement); ok && s.Name.Local == name {
			n, err := tree(dec, s)
			if err != nil {
				return err
			}
			f(n)
		}
	}
}
