package reply

import (
	"regexp"
	"slices"

	"github.com/toshin-archive/toshin/internal/record"
)

// closingRoster finds the members that stand line by line behind the last
// section, each with a title, under the body's or the division's name.
func (p *parser) closingRoster(sp span) {
	ls := p.within(sp)
	if i := slices.IndexFunc(ls, func(l line) bool { return annexWord.MatchString(p.s[l.from:l.to]) }); i >= 0 {
		ls = ls[:i]
	}
	for i := len(ls) - 1; i >= 0; i-- {
		j := i
		n, bare, titled := 0, 0, false
		for ; j >= 0; j-- {
			s := p.s[ls[j].from:ls[j].to]
			ns, ok := p.rosterLine(ls[j].span)
			if !ok || len(ns) == 0 {
				break
			}
			glued := gluedMen.MatchString(s)
			titled = titled || glued || rosterTitle.MatchString(s) || titleBehind.MatchString(s)
			if !glued && !rosterTitle.MatchString(s) && !titleBehind.MatchString(s) {
				bare++
			}
			n += len(ns)
		}
		called := j >= 0 && p.s[ls[j].from:ls[j].to] == "委員" // the title stands above them all
		if !titled && !called || bare > 0 && (j < 0 || !called && !namesBody(p.s[ls[j].from:ls[j].to])) {
			continue
		}
		if n < 2 {
			continue
		}
		p.takeRoster(ls, j+1, i)
		return
	}
}

// namesBody tells of a line that is only the name of a body or its division.
func namesBody(s string) bool {
	m := bodyLine.FindStringSubmatch(s)
	return m != nil && m[1]+m[2] != ""
}

var bodyOfTitle = regexp.MustCompile(`^([\p{Han}\p{Hiragana}\p{Katakana}ー・]{3,24}?(?:審査会|審議会))の?委員`)

// divisionOfTitle is a division that a roster's heading names.
var divisionOfTitle = regexp.MustCompile(`((?:第[\d一二三四五六七八九]|\p{Han}{1,4})部会)の?委員`)

// takeRoster records the lines from first to last, with the name of body and
// division above them.
func (p *parser) takeRoster(ls []line, first, last int) {
	from := ls[first].from
	label := span{}
	if first > 0 {
		above := ls[first-1]
		if t := p.s[above.from:above.to]; t == "委員" {
			label = above.span
		} else if bodyLine.MatchString(t) {
			label = above.span
			p.bodyAndDivision(t)
		}
	}
	if !p.free(span{from, ls[last].to}) {
		return
	}
	if p.rec.Council == "" { // 遠見町行政不服審査会　委員　…
		if m := bodyOfTitle.FindStringSubmatch(p.s[from:ls[first].to]); m != nil {
			p.rec.Council = m[1]
		}
	}
	for _, l := range ls[first : last+1] {
		ns, _ := p.rosterLine(l.span)
		p.rec.Members = append(p.rec.Members, ns...)
	}
	at := from
	if !label.empty() {
		at = label.from
	}
	f := record.Field{Name: "members", Line: p.lineAt(at), Label: p.take(label), Text: p.take(span{from, ls[last].to})}
	p.fieldAt(at, f)
}

// annexRoster reads the members that an annex lists: 別紙　委員名簿.
func (p *parser) annexRoster(sp span) {
	ls := p.within(sp)
	if len(ls) < 2 || len(p.rec.Members) > 0 {
		return
	}
	if h, ok := p.headingAt(p.s[ls[0].from:ls[0].to], ls[0].from); ok && h.kind == "members" && h.label.to == ls[0].to {
		p.roster(ls[0].span, span{ls[1].from, sp.to})
	}
}
