package reply

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/record"
)

var (
	divisionHere = regexp.MustCompile(`\(([^()。、]{1,12}部会|[\p{Han}\p{Hiragana}\p{Katakana}ー・]{0,30}?(?:審査会|審議会)(?:第[\d一二三四五]部会)?)\)《?(?:会長|部会長|委員)`)
	memberTitle  = regexp.MustCompile(`^(?:\((?:部会長|会長|委員)\)|会長職務代理者|会長代理|部会長代理|副会長|部会長|会長|委員)`)
	membersLine  = regexp.MustCompile(`^(?:会長|委員|\((?:部会長|会長|委員)\))[^、。\d]{2,8}(?:[、,](?:会長職務代理者|副会長|委員)?[^、。\d]{2,8})+$`)
	annexWord    = regexp.MustCompile(`^別[表紙添記図]`)
)

// members reads （第一部会）委員 A、委員 B at the body's end. In the table's woven
// heading (《参考》 set beside the names) the rest of the names is picked out of
// it: what is not of the heading's own characters is a name.
func (p *parser) members(sp span, t *table) {
	from, at := -1, 0
	if ms := divisionHere.FindAllStringSubmatchIndex(p.s[sp.from:p.headEnd(sp, t)], -1); ms != nil {
		m := ms[len(ms)-1]
		from, at = sp.from+m[0], sp.from+m[3]+1
		p.bodyAndDivision(p.s[sp.from+m[2] : sp.from+m[3]])
	} else {
		for _, l := range p.within(sp) {
			if membersLine.MatchString(p.s[l.from:l.to]) {
				from, at = l.from, l.from
			}
		}
	}
	if from < 0 && p.attended(sp) {
		return
	}
	if from < 0 {
		p.closingRoster(sp)
		return
	}
	end := p.names(at, p.headEnd(sp, t))
	runs := []span{{at, end}}
	if t != nil && end >= t.span.from && t.woven {
		runs = append([]span{{at, max(at, t.span.from)}}, p.unweave(t)...)
		p.wovenNames(runs)
		p.wovenAt = from
	}
	if i := p.lineIndex(from); i > 0 && at == from && p.starts(from) && p.lines[i-1].from >= sp.from && namesBody(p.s[p.lines[i-1].from:p.lines[i-1].to]) && p.free(p.lines[i-1].span) {
		from = p.lines[i-1].from
		p.bodyAndDivision(p.s[from:p.lines[i-1].to])
	}
	f := record.Field{Name: "members", Line: p.lineAt(from)}
	f.Label = p.take(span{from, at})
	f.Text = p.takeAll(runs...)
	p.fieldAt(from, f)
}

// attendedWord begins a line of members below a letter: 出席委員　A、B.
var attendedWord = regexp.MustCompile(`^(?:出席委員|(?:審議|審査|出席)した委員|担当委員|審議委員):?`)

// attended reads such a line.
func (p *parser) attended(sp span) bool {
	for _, l := range p.within(sp) {
		m := attendedWord.FindString(p.s[l.from:l.to])
		if m == "" || len(m) == l.to-l.from || !p.free(l.span) {
			continue
		}
		names, ok := p.rosterLine(span{l.from + len(m), l.to})
		if !ok {
			continue
		}
		p.rec.Members = names
		p.metOn(sp)
		p.fieldAt(l.from, record.Field{Name: "members", Line: l.n, Label: p.take(span{l.from, l.from + len(m)}), Text: p.take(span{l.from + len(m), l.to})})
		return true
	}
	return false
}

// metDay is the line above or below them that tells when they met: 審議の日　平成20年2月14日.
var metDay = regexp.MustCompile(`^(?:審議|審査|会議|開催)(?:を行った|の|年月)?日:?`)

// metOn keeps that line as a field of the head, so that it ends no conclusion.
func (p *parser) metOn(sp span) {
	for _, l := range p.within(sp) {
		m := metDay.FindString(p.s[l.from:l.to])
		if m == "" || letterDate.FindString(p.s[l.from+len(m):l.to]) != p.s[l.from+len(m):l.to] || !p.free(l.span) {
			continue
		}
		p.notCites = append(p.notCites, l.span)
		p.fieldAt(l.from, record.Field{Line: l.n, Label: p.take(span{l.from, l.from + len(m)}), Text: p.take(span{l.from + len(m), l.to})})
	}
}

// bodyAndDivision reads （見晴市情報公開審査会第一部会）.
func (p *parser) bodyAndDivision(s string) {
	m := bodyLine.FindStringSubmatch(s)
	switch {
	case m == nil:
		if strings.HasSuffix(s, "部会") {
			p.rec.Division = s
		}
		return
	case m[2] != "":
		p.rec.Division = m[2]
	}
	if p.rec.Council == "" && utf8.RuneCountInString(m[1]) > 3 {
		p.rec.Council = m[1]
	}
}

// headEnd is how far names may go: to the table's first row.
func (p *parser) headEnd(sp span, t *table) int {
	if t != nil && t.woven {
		return t.rows
	}
	return sp.to
}

// names reads 委員 A、委員 B from at and returns where it ends.
func (p *parser) names(at, limit int) int {
	start, bracketed := at, strings.HasPrefix(p.s[at:limit], "(") // (委員)A、B、C
	for at < limit {
		m := p.titleAt(memberTitle, at, p.s[at:limit])
		if m == "" && !(at > start && bracketed && strings.ContainsAny(lastRune(p.s[:at]), "、,")) {
			break
		}
		name, n := "", at+len(m)
		for n < limit {
			r, size := utf8.DecodeRuneInString(p.s[n:])
			if strings.ContainsRune("、,。《》()【】<>-0123456789", r) || annexWord.MatchString(p.s[n:]) ||
				name != "" && (p.starts(n) || p.gap(n) && memberTitle.MatchString(p.s[n:])) || utf8.RuneCountInString(name) > 7 {
				break
			}
			name += string(r)
			n += size
		}
		if name == "" {
			return at + len(m)
		}
		p.rec.Members = append(p.rec.Members, name)
		at = n
		switch {
		case strings.HasPrefix(p.s[at:limit], "、"), strings.HasPrefix(p.s[at:limit], ","):
			at += len(first(p.s[at:], 1))
		case !p.gap(at): // the next one may stand on the next line, or behind blanks
			return at
		}
	}
	return at
}

// titleAt reads the title at the start of s, which stands at off. 委員　長曽我 is
// no 委員長: the blank stands before the name.
func (p *parser) titleAt(title *regexp.Regexp, off int, s string) string {
	m := title.FindString(s)
	if short, ok := strings.CutSuffix(m, "長"); ok && short != "" && title.FindString(short) == short &&
		p.gap(off+len(short)) && !p.gap(off+len(short)-len("員")) {
		return short
	}
	return m
}

// wovenNames reads the names in runs: those followed by 、委員 in their order, the
// one with nothing behind it last.
func (p *parser) wovenNames(runs []span) {
	p.rec.Members = nil
	var last []string
	for _, run := range runs {
		s := p.s[run.from:run.to]
		for s != "" {
			s = strings.TrimPrefix(s, memberTitle.FindString(s))
			name, rest, more := strings.Cut(s, "、")
			switch {
			case name != "" && more:
				p.rec.Members = append(p.rec.Members, name)
			case name != "":
				last = append(last, name)
			}
			s = rest
		}
	}
	p.rec.Members = append(p.rec.Members, last...)
}
