package docx

import (
	"encoding/xml"
	"fmt"
	"strings"

	"github.com/toshin-archive/toshin/internal/diag"
)

// maxDepth of elements. Word itself nests tables a dozen deep, at six elements
// each.
const maxDepth = 256

// maxNodes of one paragraph.
const maxNodes = 1 << 20

// node is a small piece of a document as a tree: a paragraph, its properties, a
// style. Names are local; all that is not of the word-processing or of the
// drawing vocabularies is kept, and skipped by who does not know it.
type node struct {
	name string
	attr []xml.Attr
	kids []*node
	text string // of a leaf
}

// tree reads the element that start opens.
func tree(dec *xml.Decoder, start xml.StartElement) (*node, error) {
	left := maxNodes
	return branch(dec, start, 0, &left)
}

func branch(dec *xml.Decoder, start xml.StartElement, depth int, left *int) (*node, error) {
	if *left--; depth > maxDepth || *left < 0 {
		return nil, tooDeep()
	}
	n := &node{name: start.Name.Local, attr: start.Attr}
	var text strings.Builder
	for {
		t, err := dec.Token()
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			k, err := branch(dec, t, depth+1, left)
			if err != nil {
				return nil, err
			}
			n.kids = append(n.kids, k)
		case xml.CharData:
			if len(n.kids) == 0 {
				text.Write(t)
			}
		case xml.EndElement:
			if len(n.kids) == 0 {
				n.text = text.String()
			}
			return n, nil
		}
	}
}

func tooDeep() error { return broken{diag.At("R017", 0, 0, "", fmt.Sprintf("XML, %d", maxDepth))} }

// child is the first kid of that name, nil where there is none; of nil it is nil.
func (n *node) child(names ...string) *node {
	for _, name := range names {
		if n == nil {
			return nil
		}
		var found *node
		for _, k := range n.kids {
			if k.name == name {
				found = k
				break
			}
		}
		n = found
	}
	return n
}

// val is the attribute w:val, or the one of that name.
func (n *node) val(name ...string) string {
	want := "val"
	if len(name) > 0 {
		want = name[0]
	}
	if n != nil {
		for _, a := range n.attr {
			if a.Name.Local == want {
				return a.Value
			}
		}
	}
	return ""
}

// on reports whether a switch such as w:vanish is set: there, and not off.
func (n *node) on() bool {
	if n == nil {
		return false
	}
	v := n.val()
	return v != "0" && v != "false" && v != "off"
}
