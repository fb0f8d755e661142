package reply

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/parse/cite"
	"github.com/toshin-archive/toshin/internal/record"
)

// articles lists the provisions that the text names, each once, in the order of
// their first mention, and the laws that it defines short names for.
func (p *parser) articles() {
	found, laws := cite.Provisions(p.s, cite.Layout{Home: cityOf.FindString(p.rec.Council), Blank: p.gap, Line: p.starts, Edge: p.edge})
	seen := map[string]bool{}
	for _, f := range found {
		if !seen[f.Text] {
			seen[f.Text] = true
			p.rec.Articles = append(p.rec.Articles, f.Text)
		}
	}
	for _, l := range laws {
		if l.Name != "" || l.Number != "" {
			p.rec.Laws = append(p.rec.Laws, record.Law{Term: l.Term, Name: l.Name, Number: l.Number, Line: p.lineAt(l.At)})
		}
	}
}

// edge tells that the text below a heading begins at off: no name goes over it.
func (p *parser) edge(off int) bool { return p.edges[off] || p.starts(off) && p.shortAbove(off) }

// shortAbove tells that the line above the one that begins at off ends long
// before any margin: what follows begins anew.
func (p *parser) shortAbove(off int) bool {
	const short = 20 // characters
	i := p.lineIndex(off)
	return i > 0 && utf8.RuneCountInString(p.s[p.lines[i-1].from:p.lines[i-1].to]) < short
}

// cites lists the mentions of other replies, inquiries, meetings and rulings.
// The table of what was done when, the letter's own fields and the record's own
// numbers are no mentions.
func (p *parser) cites() {
	own := map[string]bool{}
	for _, n := range p.rec.Numbers {
		own["reply"+n] = true
	}
	for _, q := range p.rec.Inquiries {
		own["inquiry"+q.Number] = true
		for _, m := range cite.Find(folded(q.Number)) {
			own["inquiry"+m.Number] = true
		}
	}
	p.notCites = append(p.notCites, p.numbers...)
	p.notCites = append(p.notCites, p.dates...)
	none := merged(p.notCites)
	for _, m := range cite.Find(p.s) { // in the order of the text
		sp := span{m.From, m.To}
		ours := p.ownBody(m.Council)
		for len(none) > 0 && none[0].to <= sp.from {
			none = none[1:]
		}
		if len(none) > 0 && none[0].from < sp.to || m.Number != "" && own[string(m.Kind)+m.Number] && ours {
			continue
		}
		if m.Kind == cite.Inquiry && slices.ContainsFunc(p.asked, func(a span) bool { return a.from <= sp.from && sp.to <= a.to }) {
			continue
		}
		if m.Number == "" && m.Kind == cite.Inquiry && slices.ContainsFunc(p.rec.Inquiries, func(q record.Inquiry) bool { return q.Date == m.Date }) {
			continue
		}
		c := record.Cite{Kind: string(m.Kind), Text: oneLine(p.text(sp)), Date: m.Date, Number: m.Number, Line: p.lineAt(m.From)}
		if !ours {
			c.Council = m.Council
		}
		if m.Kind == cite.Ruling {
			p.rec.Rulings = append(p.rec.Rulings, c)
			continue
		}
		p.rec.Cites = append(p.rec.Cites, c)
	}
}

// ownBody tells that name is the record's own council, or its short form as its
// own number has it: 見情審答申第216号.
func (p *parser) ownBody(name string) bool {
	if name == "" || p.rec.Council != "" && (strings.HasSuffix(p.rec.Council, name) || strings.HasSuffix(name, p.rec.Council)) {
		return true
	}
	for _, sp := range p.numbers[:min(len(p.numbers), 4)] {
		if strings.Contains(p.s[sp.from:sp.to], name+"答申") {
			return true
		}
	}
	return false
}

// merged sorts spans and joins those that overlap.
func merged(sps []span) []span {
	sps = slices.Clone(sps)
	slices.SortFunc(sps, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	var out []span
	for _, sp := range sps {
		if n := len(out); n > 0 && sp.from <= out[n-1].to {
			out[n-1].to = max(out[n-1].to, sp.to)
			continue
		}
		out = append(out, sp)
	}
	return out
}
