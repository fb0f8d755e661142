package reply

import (
	"regexp"
	"slices"
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/record"
)

// firstWords opens section 1 in the middle of a line, where line ends are lost.
var (
	firstWords   = regexp.MustCompile(`審査会の結論`)
	numberBefore = regexp.MustCompile(`(?:第?[1一][.、)]?)$`)
	endOfReply   = regexp.MustCompile(`^(?:\(?以上\)?|[(《〔【]参考[)》〕】])$`)
	furniture    = regexp.MustCompile(`^-\d{1,3}-$`)
	bareNumber   = regexp.MustCompile(`^\d{1,3}$`)
)

// bodyStart finds the heading of section 1. Without one, the body begins behind
// the sentence that says the council answers, or with the text.
func (p *parser) bodyStart() heading {
	var h heading
	found := false
	p.paren = p.parenStyle()
	if p.items = p.itemStyle(); p.items {
		if h, ok := p.firstItemCase(); ok {
			p.cases, p.paren = true, false
			return h
		}
	}
	for i, l := range p.lines {
		got, ok := p.headingAt(p.s[l.from:l.to], l.from)
		if !ok || got.kind != "conclusion" || got.number > mostAbove+1 {
			continue
		}
		if got.number > 1 { // sections of another kind come first
			if got, ok = p.plainAbove(i, got.number); !ok {
				continue
			}
		}
		h, found = p.before(i, got), true
		break
	}
	if m := firstWords.FindStringIndex(p.s); m != nil && (!found || m[0] < h.label.from) {
		h = heading{kind: "conclusion", label: span{m[0], m[1]}, words: m[0]}
		if n := numberBefore.FindStringIndex(p.s[max(0, m[0]-16):m[0]]); n != nil {
			h.label.from = max(0, m[0]-16) + n[0]
		}
		return h
	}
	if found {
		return h
	}
	if h, ok := p.answerAlone(); ok {
		return h
	}
	said, ok := p.verdict()
	m := answers.FindStringIndex(p.s)
	if !ok && m == nil {
		said, ok = p.opinion()
	}
	for _, l := range p.lines {
		if ok && said <= l.from { // the letter says it, above the sections
			break
		}
		if got, ok := p.headingAt(p.s[l.from:l.to], l.from); ok && got.number == 1 {
			if p.s[got.words:got.label.to] == opinionFirst {
				got.kind = "conclusion"
			}
			return got
		}
	}
	if ok {
		return heading{kind: "conclusion", label: span{said, said}, words: said, verdict: true}
	}
	if m != nil {
		if at, ok := p.saidBelow(m[1]); ok {
			return heading{kind: "conclusion", label: span{at, at}, words: at, verdict: true}
		}
		return heading{kind: "text", label: span{m[1], m[1]}, words: m[1]}
	}
	return heading{kind: "text"}
}

// before finds the heading that the body of unnumbered or marked sections, or a
// preface, begins with above the conclusion got of line i: below the sentence
// that says the council answers.
func (p *parser) before(i int, got heading) heading {
	if above, ok := p.firstCase(i, got); ok {
		return above
	}
	for _, l := range p.lines[:i] {
		if h, ok := p.headingAt(p.s[l.from:l.to], l.from); ok && h.label.to == l.to && p.s[l.from:l.to] == "はじめに" {
			return h
		}
	}
	m := answers.FindStringIndex(p.s[:p.lines[i].from])
	if m == nil || got.number > 0 && !preface.MatchString(p.s[m[1]:got.label.from]) {
		return got
	}
	for _, l := range p.within(span{m[1], p.lines[i].from}) {
		h, ok := p.headingAt(p.s[l.from:l.to], l.from)
		if ok && h.number == 0 && h.label.to == l.to && p.starts(l.from) && h.kind != "conclusion" && h.kind != "members" && (h.marked && got.marked || preface.MatchString(p.s[l.from:l.to])) {
			return h
		}
	}
	return got
}

// firstCase finds the line that names the first of several cases, above the
// heading got of line i.
func (p *parser) firstCase(i int, got heading) (heading, bool) {
	if i == 0 || got.number > 1 {
		return heading{}, false
	}
	above := p.lines[i-1]
	s := p.s[above.from:above.to]
	if _, size := p.numberHere(s); size == 0 && !headingMark.MatchString(s) || got.number > 0 || !caseLine.MatchString(s) || strings.HasSuffix(s, "。") {
		return heading{}, false
	}
	p.cases = true
	return heading{kind: "text", label: above.span, words: above.from}, true
}

// preface is a heading without a number that stands before the first section.
var preface = regexp.MustCompile(`^(?:記|別紙)*はじめに`)

// parenStyle tells that the sections are numbered (1), (2): the first heading of
// a conclusion that stands alone on its line is (1).
func (p *parser) parenStyle() bool {
	for _, l := range p.lines {
		s := p.s[l.from:l.to]
		re := parenNumber
		m := re.FindStringSubmatch(s)
		if m == nil {
			re, m = sectionNumber, sectionNumber.FindStringSubmatch(s)
		}
		if m == nil {
			continue
		}
		if word := headingWords[0].word.FindString(s[len(m[0]):]); word != "" && len(m[0])+len(word) == len(s) {
			n, _ := jadate.Int(m[1])
			return re == parenNumber && n == 1
		}
	}
	return false
}

// mostAbove is how many sections at most stand above the conclusion.
const mostAbove = 4

// plainAbove finds section 1 above section n of line i, known or of no known words,
// where the numbers between them count down.
func (p *parser) plainAbove(i, n int) (heading, bool) {
	const each = 30 // lines of a section
	style := styleOf(p.s[p.lines[i].from:])
	for j := i - 1; j >= 0 && j > i-each*(n-1); j-- {
		l := p.lines[j]
		if styleOf(p.s[l.from:]) != style { // 1 of an item below 第1
			continue
		}
		h, ok := p.headingAt(p.s[l.from:l.to], l.from)
		if !ok || h.number != n-1 {
			h, ok = p.plainHeading(p.s[l.from:l.to], l.from, n-1)
		}
		if !ok {
			continue
		}
		if n--; n == 1 {
			return h, true
		}
	}
	return heading{}, false
}

// body cuts sp into sections, members, annexes and progress.
func (p *parser) body(start heading, sp span) {
	main, table := p.table(sp)
	hs := []heading{start}
	if rest := (span{start.label.to, main.to}); !rest.empty() {
		hs = append(hs, p.headings(start, rest)...)
	}
	last := start.label.to // the last section's, behind which annexes stand
	var course span        // from the section before to the last one, where that tells what was done when
	for i, h := range hs {
		if h.kind != "members" && (h.kind != "history" || h.number > 0) {
			course = span{}
			if h.kind == "history" && i > 0 {
				course = span{last, h.begin()}
			}
			last = h.label.to
		}
	}
	if !slices.ContainsFunc(hs, func(h heading) bool { return h.kind == "members" }) {
		p.members(span{last, main.to}, table)
		if len(p.rec.Members) == 0 && !course.empty() { // they stand above it
			p.members(course, nil)
		}
	}
	hs = append(hs, p.annexes(last, main.to)...)
	slices.SortStableFunc(hs, func(a, b heading) int { return a.begin() - b.begin() })
	if len(p.dates) == 0 {
		p.signature(span{start.label.to, main.to})
	}
	if p.rec.Council == "" && !p.ruling {
		p.closingSender(span{start.label.to, main.to})
	}
	if h := hs[len(hs)-1]; table != nil && h.kind == "annex" && h.label.to == table.from && p.s[h.label.from] == '(' { // (別記)審査会の経過
		p.discard(h.label, record.WhyBoilerplate)
		hs = hs[:len(hs)-1]
	}
	for i, h := range hs {
		to := main.to
		if i+1 < len(hs) {
			to = hs[i+1].begin()
		}
		p.section(h, span{h.label.to, to})
	}
	p.progress(table)
	if p.rec.Conclusion == "" {
		p.itemConclusion()
	}
	if len(p.rec.Conditions) == 0 {
		p.provisos()
	}
}

// saidFirst is the conclusion of a summary whose section gives the reasons too: (1)
// 審査会の結論 …, (2) 理由 ….
func saidFirst(ps []record.Passage) (string, bool) {
	if len(ps) < 2 || !reasonItem.MatchString(folded(ps[1].Text)) {
		return "", false
	}
	head, text, below := strings.Cut(ps[0].Text, "\n")
	return text, below && saidItem.MatchString(folded(head))
}

var (
	saidItem   = regexp.MustCompile(`^\(?\d\)?(?:審査会|審議会)の結論$`)
	reasonItem = regexp.MustCompile(`^\(?\d\)?(?:(?:審査会|審議会)の)?(?:判断の?)?理由`)
)

// itemConclusion takes the conclusion from the last item of the judgement, where no
// section says it.
func (p *parser) itemConclusion() {
	for _, s := range p.rec.Sections {
		if s.Kind != "judgement" || len(s.Passages) == 0 {
			continue
		}
		head, text, below := strings.Cut(s.Passages[len(s.Passages)-1].Text, "\n")
		if below && conclusionItem.MatchString(folded(head)) {
			p.rec.Conclusion = text
		}
	}
}

var conclusionItem = regexp.MustCompile(`^(?:\(?\d{1,2}[).]?|[ア-ン]|[イロハニホヘト])?結論$`)

// section adds the section of h, its text in sp.
func (p *parser) section(h heading, sp span) {
	if h.kind == "members" && p.roster(h.label, sp) {
		return
	}
	if h.kind == "members" {
		h.kind = "text"
	}
	if h.kind == "annex" {
		p.annexRoster(sp)
		if len(p.rec.Inquiries) == 0 { // the letter leaves them to the annex
			p.asked = append(p.asked, sp)
		}
	}
	p.edges[h.label.to] = true
	s := record.Section{Kind: h.kind, Label: p.takeAll(h.apart, h.label), Line: p.lineAt(h.words)}
	if h.kind == "history" || h.kind == "annex" && p.rowsOnly(sp) {
		p.lineRows(s.Label, sp)
	}
	p.listedItem(h, sp)
	if h.label.empty() && !h.verdict {
		for _, l := range p.within(sp) {
			if !formal.MatchString(p.s[l.from:l.to]) {
				break
			}
			p.discard(l.span, record.WhyBoilerplate)
		}
	}
	if h.verdict {
		if ls := p.within(sp); len(ls) > 1 && p.s[ls[len(ls)-1].from:ls[len(ls)-1].to] == "記" {
			p.discard(ls[len(ls)-1].span, record.WhyBoilerplate)
		}
	}
	for _, run := range p.left(sp) {
		s.Passages = append(s.Passages, p.passages(run)...)
	}
	if len(s.Passages) > 0 { // else the number is residue, for nothing is numbered by it
		if item := p.take(h.item); item != "" {
			s.Passages[0].Text = item + "\n" + s.Passages[0].Text
		}
	}
	switch h.kind {
	case "conclusion":
		if said, ok := saidFirst(s.Passages); ok {
			p.rec.Conclusion = said
			break
		}
		var texts []string
		for _, x := range s.Passages {
			texts = append(texts, x.Text)
		}
		if p.rec.Conclusion != "" { // of the case before
			texts = append([]string{p.rec.Conclusion}, texts...)
		}
		p.rec.Conclusion = strings.Join(texts, "\n")
	case "conditions":
		p.conditions(s.Passages)
	}
	if s.Label != "" || len(s.Passages) > 0 {
		p.rec.Sections = append(p.rec.Sections, s)
	}
}
