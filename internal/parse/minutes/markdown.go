package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// markdown takes the signs of Markdown off the lines (## 議題, **会長**) where a
// document is plainly written in it.
func (p *parser) markdown(lines []line) []line {
	heads := 0
	for i, l := range lines {
		if i > 400 {
			break
		}
		if rest := strings.TrimLeft(l.text, "#"); len(rest) < len(l.text) && strings.HasPrefix(rest, " ") {
			heads++
		}
	}
	if heads < 2 {
		return lines
	}
	for i, l := range lines {
		if rest := strings.TrimLeft(l.text, "#"); len(rest) < len(l.text) && strings.HasPrefix(rest, " ") {
			p.residue(line{n: l.n, text: l.text[:len(l.text)-len(rest)]}, record.WhyFurniture)
			lines[i].text, lines[i].gap = textutil.Trim(rest), max(l.gap, 1)
			continue
		}
		if at, label, after, ok := boldLabel(l.text); ok { // - **日時** …
			p.residue(line{n: l.n, text: l.text[:at]}, record.WhyFurniture)
			p.residue(line{n: l.n, text: "**"}, record.WhyFurniture)
			lines[i].text, lines[i].indent = label+"　"+after, 0
			continue
		}
		if rest, ok := strings.CutPrefix(l.text, "**"); ok { // **会長**　…: only what stands before speech
			if label, after, ok := strings.Cut(rest, "**"); ok && p.voices.read(textutil.Trim(label)).ok {
				p.residue(line{n: l.n, text: "**"}, record.WhyFurniture)
				p.residue(line{n: l.n, text: "**"}, record.WhyFurniture)
				lines[i].text = label + after
			}
		}
	}
	return lines
}

// boldLabel reads a label of the head in bold, in a list or not: - **日時** …; at is
// where the label begins.
func boldLabel(s string) (at int, label, after string, ok bool) {
	body := textutil.TrimLeft(strings.TrimLeft(s, "-*+"))
	if rest, is := strings.CutPrefix(s, "**"); is {
		body = "**" + rest
	}
	rest, ok := strings.CutPrefix(body, "**")
	if !ok {
		return 0, "", "", false
	}
	label, after, ok = strings.Cut(rest, "**")
	if m, is := matchLabel(label); !ok || !is || m.value != "" || m.field == "" {
		return 0, "", "", false
	}
	return len(s) - len(rest), label, textutil.TrimLeft(after), true
}
