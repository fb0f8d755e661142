package reply

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// headings finds the sections of the body in sp, in order. Numbers must go on
// from one heading to the next and no kind but text comes twice, so that
// headings inside quoted requests are passed over.
func (p *parser) headings(start heading, sp span) []heading {
	unnumbered := p.unnumbered(start)
	hs := append([]heading{start}, p.knownHeadings(start, sp)...)
	var all []heading
	for i, h := range hs {
		all = append(all, h)
		next, to := 0, sp.to
		from := max(h.number, 1) + 1
		if i == 0 && unnumbered { // はじめに, then 第1 …
			from = 1
		}
		if i+1 < len(hs) {
			next, to = hs[i+1].number, hs[i+1].label.from
		}
		if i+1 < len(hs) && next <= from {
			continue
		}
		all = append(all, p.plainHeadings(span{h.label.to, to}, from, next)...)
	}
	if (start.verdict || start.label.empty() || around.MatchString(p.s[start.label.from:start.label.to])) && !slices.ContainsFunc(all, func(h heading) bool { return h.number > 0 }) {
		all = append(all, p.chapters(sp)...)
	}
	return all[1:]
}

// unnumbered tells that start, a line of its own, has no number.
func (p *parser) unnumbered(start heading) bool {
	return start.number == 0 && p.starts(start.label.from) && (start.label.empty() || p.starts(start.label.to))
}

// unnumberedStyle tells that the sections of sp have no numbers, so that those
// with one are items: three headings at least stand alone on their lines.
func (p *parser) unnumberedStyle(sp span) bool {
	const least = 3
	n := 0
	for _, l := range p.within(sp) {
		h, ok := p.headingAt(p.s[l.from:l.to], l.from)
		if ok && h.number == 0 && !h.marked && h.label.to == l.to && h.kind != "members" && h.kind != "history" && !around.MatchString(p.s[l.from:l.to]) {
			n++
		}
	}
	return n >= least
}

// numberedBelow tells that the first numbered heading stands below l.
func (p *parser) numberedBelow(l line) bool {
	i := p.lineIndex(l.from) + 1
	if i >= len(p.lines) {
		return false
	}
	h, ok := p.headingAt(p.s[p.lines[i].from:p.lines[i].to], p.lines[i].from)
	return ok && h.number == 1 && h.label.to == p.lines[i].to
}

func (p *parser) knownHeadings(start heading, sp span) []heading {
	var hs []heading
	seen := map[string]bool{start.kind: true}
	last := max(start.number, 1) // also where section 1 lost its number
	if p.unnumbered(start) {
		last = 0
	}
	if start.number > 0 {
		p.style = styleOf(p.s[start.label.from:start.label.to])
	}
	bare := last == 0 && p.unnumberedStyle(sp)
	annexed, cases := false, 0 // cases is the number of the last case
	for _, l := range p.within(sp) {
		if annexLine.MatchString(p.s[l.from:l.to]) {
			annexed = true
			continue
		}
		if p.items && p.namesCase(l) {
			hs = append(hs, heading{kind: "text", label: l.span, words: l.from})
			cases, _ = p.numberHere(p.s[l.from:l.to])
			clear(seen)
			continue
		}
		annexTitle := annexed // the first line of an annex is its title
		annexed = false
		h, ok := p.headingAt(p.s[l.from:l.to], l.from)
		if !ok {
			h, ok = p.brokenHeading(l, last, sp.to)
		}
		if !ok {
			h, ok = p.wovenHeading(l, last)
		}
		if title, again := p.caseAbove(l, h); ok && again && title.label.from > start.label.from {
			hs = append(hs, title)
			clear(seen)
			p.cases = true
			last = 0
		}
		if ok && h.kind == "conclusion" && seen[h.kind] && h.number > 1 && h.number == last+1 && h.label.to == l.to {
			h.kind = "text"                                                                   // says it again
			if k := kindOf(p.s[h.words:h.label.to]); k == "conditions" && seen["judgement"] { // 7 審査会の意見
				h.kind = k
			}
		}
		if ok && h.kind == "conclusion" && seen[h.kind] && h.number == 0 && last == 0 && h.label.to == l.to && seen["judgement"] {
			h.kind = "text"
		}
		if ok && !bare && h.number == 0 && h.kind == "judgement" && p.s[h.label.from:h.label.to] == "理由" && p.numberedBelow(l) {
			h.kind = "text" // the sections below give them
		}
		switch {
		case bare && ok && h.number > 0, ok && p.foreign(h) && h.kind != "members":
			continue
		case !ok || seen[h.kind] && !(h.kind == "applicant" || h.kind == "agency") && h.kind != "text" && h.kind != "conditions" && h.kind != "history":
			continue
		case h.number == 0 && h.kind == "members":
			if !p.rosterBelow(l) {
				continue
			}
		case h.kind == "members" && h.label.to == l.to && h.number != last+1 && p.rosterBelow(l):
			h.number = 0 // the last item of a section
		case h.number == 0 && h.kind == "history" && h.label.to == l.to && !annexTitle && (p.rowsBelow(l) || aside.MatchString(p.s[l.from:l.to])), h.number == 0 && h.kind == "text" && (h.marked || around.MatchString(p.s[l.from:l.to])):
			// stands apart from the numbered sections
		case h.number == 0 && h.kind == "judgement" && (h.words > l.from || !h.apart.empty()):
			// its number went astray
		case h.number == 0 && h.kind != "conditions" && last > 0:
			continue
		case h.number > 0 && (h.number <= last || h.number > max(last, cases)+3):
			continue
		}
		if seen[h.kind] && (h.kind == "applicant" || h.kind == "agency") {
			if whole, ok := p.plainHeading(p.s[l.from:l.to], l.from, h.number); ok {
				h = whole
			}
		}
		if p.style == 0 && h.number > 0 {
			p.style = styleOf(p.s[h.label.from:h.label.to])
		}
		last = max(last, h.number)
		seen[h.kind] = true
		hs = append(hs, h)
	}
	return hs
}

// around are headings without a number before and behind the numbered sections.
var around = regexp.MustCompile(`^(?:はじめに|おわりに|むすびに?|結びに?|\(?教示\)?|[(〔【]参考[)〕】].{1,90})$`)

// caseLine names one of several cases that a reply deals with one by one.
var caseLine = regexp.MustCompile(`^(?:\d{1,2}[.．、)]?)?[(【<]?(?:諮問案件|案件|諮問第|諮問|事案)(?:平成|令和|平|令|[HR])?[\d元]`)

// caseAbove tells that h begins the sections of another case: it is the first
// number again, and the line above names the case. That line is a heading.
func (p *parser) caseAbove(l line, h heading) (heading, bool) {
	i := p.lineIndex(l.from)
	if i == 0 || h.number > 1 || h.kind != "conclusion" {
		return heading{}, false
	}
	above := p.lines[i-1]
	s := p.s[above.from:above.to]
	if !caseLine.MatchString(s) || strings.HasSuffix(s, "。") {
		return heading{}, false
	}
	title := heading{kind: "text", label: above.span, words: above.from}
	if i > 1 && annexLine.MatchString(p.s[p.lines[i-2].from:p.lines[i-2].to]) { // 別紙2
		title.apart = p.lines[i-2].span
	}
	return title, true
}

// brokenHeading reads a heading whose words go on in the next line.
func (p *parser) brokenHeading(l line, last, limit int) (heading, bool) {
	s := p.s[l.from:l.to]
	i := p.lineIndex(l.from) + 1
	n, size := p.numberHere(s)
	if size == 0 || n != last+1 || i >= len(p.lines) || p.lines[i].to > limit || utf8.RuneCountInString(s) < 8 || strings.ContainsAny(s, "。「」") {
		return heading{}, false
	}
	next := p.lines[i]
	if utf8.RuneCountInString(p.s[next.from:next.to]) > 24 {
		return heading{}, false
	}
	h, ok := p.headingAt(p.s[l.from:next.to], l.from)
	return h, ok && h.label.to == next.to
}

// plainHeadings fills the gap between two known headings, from number on to
// before next (0: open).
func (p *parser) plainHeadings(sp span, number, next int) []heading {
	var hs []heading
	for _, l := range p.within(sp) {
		if next > 0 && number >= next || next == 0 {
			break
		}
		if h, ok := p.plainHeading(p.s[l.from:l.to], l.from, number); ok {
			hs = append(hs, h)
			number++
		}
	}
	return hs
}

// plainHeading reads a heading of no known words: a numbered short line without
// a stop.
func (p *parser) plainHeading(s string, base, number int) (heading, bool) {
	n, size := p.numberHere(s)
	if size == 0 || n != number || len(s) == size || p.style != 0 && styleOf(s) != p.style || utf8.RuneCountInString(s) > 45 || strings.ContainsAny(s, "。「」") {
		return heading{}, false
	}
	r, _ := utf8.DecodeRuneInString(s[size:])
	if strings.ContainsRune(counters, r) {
		return heading{}, false
	}
	return heading{kind: kindOf(s[size:]), number: number, label: span{base, base + len(s)}, words: base + size}, true
}
