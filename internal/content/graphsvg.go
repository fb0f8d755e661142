package content

import (
	"html/template"
	"strconv"
	"strings"
)

// Pictures of citations have a dozen places for each of their records and curves,
// and a large archive has one on most pages. Their HTML is made here, as that of
// passages is: html/template takes ten times as long.

// markup puts together HTML; raw is the layout's or made here, text is escaped.
type markup struct{ strings.Builder }

func (b *markup) raw(parts ...string) {
	for _, s := range parts {
		b.WriteString(s)
	}
}

func (b *markup) text(s string) { b.WriteString(template.HTMLEscapeString(s)) }

// graphSVG is the picture g, named by the element label; what the page's own record
// is marked with is the layout's to say. root leads to the site's root.
func graphSVG(root string, g *graphView, label, own string) template.HTML {
	var b markup
	x := strconv.Itoa(g.Margin)
	b.raw(`<svg class="graph" width="100%" height="`, strconv.Itoa(g.Height), `" role="group" aria-labelledby="`)
	b.text(label)
	b.raw("\">\n")
	for _, n := range g.Nodes {
		if n.Self {
			b.raw(`<rect class="self" x="`, x, `" y="`, strconv.Itoa(n.Top), `" width="100%" height="`, strconv.Itoa(n.Tall), `"></rect>`)
		}
	}
	for _, a := range g.Arcs {
		b.raw(`<path class="arc`)
		if a.Self {
			b.raw(" self")
		}
		b.raw(`" d="`, a.Path, `"><title>`)
		b.text(a.From.Note)
		b.raw(" → ")
		b.text(a.To.Note)
		b.raw("</title></path>\n")
	}
	for _, n := range g.Nodes {
		y := strconv.Itoa(n.Y)
		if n.Year != "" {
			b.raw(`<text class="year" x="`, x, `" y="`, strconv.Itoa(n.Top), `" dy="-7">`, n.Year, `</text>`)
		}
		b.raw(`<circle cx="`, x, `" cy="`, y, `" r="4"></circle>`)
		if n.Tip != "" {
			b.raw(`<path class="tip" d="`, n.Tip, `"></path>`)
		}
		b.raw(`<a href="`)
		b.text(root + n.URL)
		b.raw(`">`)
		for i, t := range []struct{ class, text, dy string }{{"no", n.Note, "-4"}, {"narrow", n.Short, "15"}, {"wide", n.Long, "15"}} {
			b.raw(`<text x="`, x, `" y="`, y, `" dx="14" dy="`, t.dy, `" class="`, t.class, `">`)
			b.text(t.text)
			if i == 0 && n.Self {
				b.text(own)
			}
			b.raw("</text>")
		}
		b.raw("</a>\n")
	}
	b.raw("</svg>")
	return template.HTML(b.String())
}

// graphRows are the rows of the table beside the picture: who cites whom.
func graphRows(root string, g *graphView) template.HTML {
	var b markup
	cell := func(l *Link) {
		b.raw(`<td><a href="`)
		b.text(root + l.URL)
		b.raw(`">`)
		b.text(l.Note)
		b.raw("</a> ")
		b.text(clip(l.Title, 40))
		b.raw("</td>")
	}
	for i := range g.Arcs {
		b.raw("<tr>")
		cell(&g.Arcs[i].From)
		cell(&g.Arcs[i].To)
		b.raw("</tr>\n")
	}
	return template.HTML(b.String())
}
