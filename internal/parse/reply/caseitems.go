package reply

import "strings"

// Some councils answer several inquiries one below the other, each under its own
// name, with items for sections: 1 諮問第12号 …について, (1)諮問の要旨, (2)審議会の意見.

// itemStyle tells that the body is such: two cases and two such conclusions.
func (p *parser) itemStyle() bool {
	const least = 2
	cases, said := 0, 0
	for _, l := range p.lines {
		if p.namesCase(l) {
			cases++
			continue
		}
		s := p.s[l.from:l.to]
		if m := parenNumber.FindString(s); m != "" && headingWords[0].word.FindString(s[len(m):]) == s[len(m):] && len(m) < len(s) {
			said++
		}
	}
	return cases >= least && said >= least
}

// namesCase tells that l is the name of a case.
func (p *parser) namesCase(l line) bool {
	s := p.s[l.from:l.to]
	return caseLine.MatchString(s) && !strings.HasSuffix(s, "。")
}

// firstItemCase is the heading of the first case.
func (p *parser) firstItemCase() (heading, bool) {
	for _, l := range p.lines {
		if p.namesCase(l) && (styleOf(p.s[l.from:]) == 'd' || headingMark.MatchString(p.s[l.from:])) {
			return heading{kind: "text", label: l.span, words: l.from}, true
		}
	}
	return heading{}, false
}
