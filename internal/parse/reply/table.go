package reply

import (
	"regexp"
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// table is the 審議経過 at the end of a reply: its heading, then rows.
type table struct {
	span
	rows  int  // where its first row begins
	woven bool // the heading's words are torn apart and set among others
}

var (
	tableHead = regexp.MustCompile(`(?:《参考》)?(?:(?:審査会|審議会|委員会)の|調査審議の|審議の|審査の)(?:処理|審査|審議)?経過(?:年月日)?(?:(?:審査|審議|処理)の?(?:経過|内容)|内容|経過)?`)
	wovenHead = regexp.MustCompile(`《[^《]{0,120}?(?:平成|令和|成\d|・)`)
	rowStart  = regexp.MustCompile(`(?:平成|令和|昭和|成)[\d元]`)
	note      = regexp.MustCompile(`^(?:※|\(?注)`)
)

// headWords are the characters of 《参考》審査会の経過 年月日 審査の経過.
const headWords = "《》参考審査会議の経過年月日"

// table finds the table in sp and returns the text before it. Where the body
// only speaks of what was done, there is none.
func (p *parser) table(sp span) (main span, t *table) {
	s := p.s[sp.from:sp.to]
	for _, m := range textutil.Around(tableHead, s, "経過", 80) {
		rest := s[m[1]:]
		at := sp.from + m[0]
		if r := rowStart.FindStringIndex(rest); r == nil || r[0] > 0 && !strings.HasPrefix(rest, "・") && !p.starts(at) && !strings.HasPrefix(s[m[0]:], "《") {
			continue
		}
		if p.ownSection(at, sp.from+m[1]) {
			continue
		}
		if l := p.lines[p.lineIndex(at)]; l.from < at && p.courseHeading(l) || l.from < at && sectionNumber.MatchString(p.s[l.from:at]) && len(p.s[l.from:at]) < 8 {
			continue // a numbered section of its own
		}
		t = &table{span: span{at, sp.to}, rows: sp.from + m[1]}
	}
	if t != nil {
		p.headTorn(sp, t)
		return span{sp.from, t.from}, t
	}
	i := strings.LastIndex(s, "《")
	if i < 0 {
		return sp, nil
	}
	m := wovenHead.FindStringIndex(s[i:])
	if m == nil || m[0] != 0 || !strings.Contains(s[i:i+m[1]], "経") || !strings.Contains(s[i:i+m[1]], "参") {
		return sp, nil
	}
	end := i + m[1]
	if r := rowStart.FindStringIndex(s[i:]); r != nil && i+r[0] < end {
		end = i + r[0]
	} else if strings.HasSuffix(s[:end], "・") {
		end -= len("・")
	}
	t = &table{span: span{sp.from + i, sp.to}, rows: sp.from + end, woven: true}
	return span{sp.from, t.from}, t
}

// courseHeading tells that l is nothing but a numbered heading: 6 審査会の審議の経過.
func (p *parser) courseHeading(l line) bool {
	h, ok := p.headingAt(p.s[l.from:l.to], l.from)
	return ok && h.kind == "history" && h.number > 0 && h.label.to == l.to
}

// headTorn widens t to the beginning 《 of its heading where the page has set that
// among the members' names (委員A、委員《B、委員参考C》審査会の経過), or its first rows,
// their eras printed elsewhere, among its words (《参考》審年月査会日成20年8月22第64回…経過
// 審査の経過).
func (p *parser) headTorn(sp span, t *table) {
	const most = 300 // bytes
	s := p.s[max(sp.from, t.from-most):t.from]
	i := strings.LastIndex(s, "《")
	if i < 0 || !strings.Contains(s[i:], "》") {
		return
	}
	torn := tornEraAt.FindStringIndex(s[i:])
	if torn == nil && !strings.Contains(s[i:], "委員") && strings.Trim(s[i:], headWords) != "" {
		return
	}
	words := span{t.from, t.rows}
	t.from, t.woven = t.from-len(s)+i, true
	if torn != nil {
		t.rows = t.from + torn[0]
		words.from -= len(p.s[t.rows:words.from]) - len(strings.TrimRight(p.s[t.rows:words.from], headOnly))
		p.discard(words, record.WhyBoilerplate)
	}
}

// tornEraAt is the day of a row whose era was printed in another place; headOnly
// are words of the heading that no row ends in.
var tornEraAt = regexp.MustCompile(`成(?:\d{1,2}|元)年\d{1,2}月\d{1,2}(?:日|第|・)`)

const headOnly = "経過年月"

// ownSection tells that the words at [at, to) are the heading of a section like
// the others: a line of its own, perhaps with a mark or a number, that no
// 《参考》 stands above; only its rows stand below it, not to the end of the text.
func (p *parser) ownSection(at, to int) bool {
	i := p.lineIndex(at)
	l := p.lines[i]
	if strings.HasPrefix(p.s[at:], "《") || l.to > to || l.from < at && !headingMark.MatchString(p.s[l.from:at]) && !parenNumber.MatchString(p.s[l.from:at]) && handout.FindString(p.s[l.from:at]) != p.s[l.from:at] {
		return false
	}
	return i == 0 || !strings.Contains(p.s[p.lines[i-1].from:p.lines[i-1].to], "参考")
}

// unweave returns the runs of the heading that are not of its own words.
func (p *parser) unweave(t *table) []span {
	var runs []span
	from := -1
	for i, r := range p.s[t.from:t.rows] {
		own := strings.ContainsRune(headWords, r)
		if !own && from < 0 {
			from = t.from + i
		}
		if own && from >= 0 {
			runs = append(runs, span{from, t.from + i})
			from = -1
		}
	}
	if from >= 0 {
		runs = append(runs, span{from, t.rows})
	}
	return runs
}

// progress reads the table: heading, rows, and notes below them.
func (p *parser) progress(t *table) {
	if t == nil {
		return
	}
	for _, run := range p.left(span{t.from, t.rows}) {
		p.discard(run, record.WhyBoilerplate)
	}
	after, end := p.annexesAfter(t)
	end = p.tableFoot(span{t.rows, end})
	p.rows(span{t.rows, end})
	for i, h := range after {
		to := t.to
		if i+1 < len(after) {
			to = after[i+1].label.from
		}
		p.section(h, span{h.label.to, to})
	}
}

var annexLine = regexp.MustCompile(`^[\[【<(]?(?:別表|別紙|別記|別添)\d{0,2}[\]】>)]?$`)

// annexesAfter finds the annexes that stand behind the table, and ends it there.
func (p *parser) annexesAfter(t *table) (hs []heading, end int) {
	end = t.to
	for _, l := range p.within(span{t.rows, t.to}) {
		if h, ok := p.headingAt(p.s[l.from:l.to], l.from); ok && h.kind == "members" && h.label.to == l.to && len(p.rec.Members) == 0 && p.rosterBelow(l) {
			end = min(end, l.from)
			hs = append(hs, h)
			continue
		}
		m := annexHere.FindStringIndex(p.s[l.from:l.to])
		if m == nil || m[0] > 0 {
			continue
		}
		if at := l.from + m[1]; at == l.to || p.gap(at) && !p.spaced(l.span) {
			end = min(end, l.from)
			hs = append(hs, heading{kind: "annex", label: span{l.from, at}, words: l.from})
		}
	}
	return hs, end
}

// tableFoot takes page numbers and notes below the last row and returns where the
// rows end.
func (p *parser) tableFoot(sp span) int {
	for _, l := range p.within(sp) { // the web page around it goes on to the end
		if pageTail.MatchString(p.s[l.from:l.to]) {
			p.discard(span{l.from, sp.to}, record.WhyChrome)
			sp.to = l.from
			break
		}
	}
	var notes []span
	for _, l := range p.within(sp) {
		s := p.s[l.from:l.to]
		switch {
		case furniture.MatchString(s), bareNumber.MatchString(s), strings.Trim(s, "?") == "":
			p.discard(l.span, record.WhyFurniture)
		case endOfReply.MatchString(s):
			p.discard(l.span, record.WhyBoilerplate)
		case note.MatchString(s):
			notes = append(notes, l.span)
		}
	}
	end := sp.to
	if i := strings.LastIndex(p.s[sp.from:sp.to], "※"); i >= 0 && len(notes) == 0 && !rowStart.MatchString(p.s[sp.from+i:sp.to]) {
		notes = append(notes, span{sp.from + i, sp.to})
	}
	if m := pageAtEnd.FindStringIndex(p.s[sp.from:sp.to]); m != nil && len(notes) == 0 {
		end = sp.from + m[0]
		p.discard(span{end, sp.to}, record.WhyFurniture)
	}
	for _, n := range notes {
		if ps := p.passages(n); ps != nil {
			p.rec.Sections = append(p.rec.Sections, record.Section{Kind: "history", Line: ps[0].Line, Passages: ps})
		}
	}
	return end
}

var pageAtEnd = regexp.MustCompile(`-\d{1,3}-$`)
