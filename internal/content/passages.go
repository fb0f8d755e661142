package content

import (
	"html/template"
	"strings"

	"github.com/toshin-archive/toshin/internal/biblio"
	"github.com/toshin-archive/toshin/internal/record"
)

// Passages are most of what a record's page shows. Their HTML is made here and
// not by a template: html/template takes four times as long, two seconds of the
// building of 10,000 records. Text is escaped as it does it, but for + (which only
// UTF-7 could make part of a tag).

// passages shows each passage under its anchor, with its speaker and a link to
// itself; what the link of a speech and that of another passage is called is the
// layout's to say.
func passages(ps []record.Passage, speechLink, passageLink string) template.HTML {
	var b strings.Builder
	put := func(parts ...string) {
		for _, s := range parts {
			b.WriteString(s)
		}
	}
	for _, p := range ps {
		id, link := template.HTMLEscapeString(p.ID), passageLink
		if s := p.Speaker; s != nil {
			link = speechLink
			put("\n<div class=\"passage speech\" id=\"", id, "\" data-v=\"", biblio.PassageVersion(p), "\" data-role=\"", template.HTMLEscapeString(s.Role),
				"\">\n<p class=\"speaker\"><span>", template.HTMLEscapeString(s.Label), "</span></p>\n")
		} else {
			put("\n<div class=\"passage\" id=\"", id, "\" data-v=\"", biblio.PassageVersion(p), "\">\n\n")
		}
		put(`<div class="said">`)
		putParagraphs(&b, p.Text)
		put("</div>\n<a class=\"permalink\" href=\"#", id, "\"><span aria-hidden=\"true\">¶</span><span class=\"vh\">", template.HTMLEscapeString(link), " ", id,
			"</span></a>\n</div>\n")
	}
	return template.HTML(b.String())
}

// paragraphs are the lines of s, each a paragraph; blank ones are layout.
func paragraphs(s string) template.HTML {
	var b strings.Builder
	putParagraphs(&b, s)
	return template.HTML(b.String())
}

func putParagraphs(b *strings.Builder, s string) {
	for l := range strings.SplitSeq(s, "\n") {
		if strings.TrimFunc(l, record.IsBlank) != "" {
			b.WriteString("<p>")
			b.WriteString(template.HTMLEscapeString(l))
			b.WriteString("</p>")
		}
	}
}
