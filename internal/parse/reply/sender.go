package reply

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// senderAndSubject reads from the addressee's end to （答申） and returns where
// the rest begins, as an offset in sp.
func (p *parser) senderAndSubject(sp span, from, subjectEnd int) int {
	end := subjectEnd
	if end < from {
		end = p.senderOnly(sp, from)
	}
	s := p.s[sp.from+from : sp.from+end]
	split := 0
	if m := chairOfSender.FindStringSubmatchIndex(s); m != nil {
		split = p.nameEnd(s, sp.from+from, m[1])
		if name := s[m[2]:m[3]]; p.rec.Council == "" && councilWord.MatchString(name) {
			p.rec.Council = name
		}
	} else if m := councilWord.FindStringIndex(s); m != nil && p.starts(sp.from+from+m[1]) {
		split = m[1]
		if p.rec.Council == "" {
			p.rec.Council = s[:m[1]]
			if own := p.s[p.lines[p.lineIndex(sp.from+from+m[1]-1)].from : sp.from+from+m[1]]; bodyName.MatchString(own) { // lines stand above it
				p.rec.Council = own
			}
		}
	}
	split = p.boardBelow(span{sp.from + from, sp.from + end}, split)
	p.field("sender", span{sp.from + from, sp.from + from + split})
	p.edges[sp.from+from+split] = true
	if subjectEnd > 0 {
		p.subject = span{sp.from + from + split, sp.from + end}
		p.field("subject", p.subject)
	}
	return end
}

// senderOnly ends the sender where the letter has no subject line: at the end of
// the line that names the chair, or of the line itself.
func (p *parser) senderOnly(sp span, from int) int {
	s := p.s[sp.from+from : sp.to]
	if m := chairOfSender.FindStringIndex(s); m != nil && m[1] < 300 {
		return from + p.nameEnd(s, sp.from+from, m[1])
	}
	if ls := p.within(span{sp.from + from, sp.to}); len(ls) > 0 && bodyName.MatchString(p.s[ls[0].from:ls[0].to]) {
		return ls[0].to - sp.from
	}
	return from
}

// nameEnd tells where in s the chair's name behind the title ends: with its
// line, or, where line ends are lost, where the city's name begins the subject.
func (p *parser) nameEnd(s string, base, title int) int {
	for i, l := range p.within(span{base + title, base + len(s)}) {
		if end := l.to - base; i > 0 || end < len(s) {
			if i == 0 && utf8.RuneCountInString(p.s[l.from:l.to]) > longestName {
				break
			}
			if end-title >= len("一二") {
				return end
			}
		}
	}
	if n := p.nameAgain(s[title:], base+len(s)); n > 0 {
		return title + n
	}
	if city := cityOf.FindString(p.rec.Council); city != "" {
		if i := strings.Index(s[min(title+len("一"), len(s)):], city); i >= 0 {
			return title + len("一") + i
		}
	}
	if utf8.RuneCountInString(s[title:]) <= longestName {
		return len(s)
	}
	if m := subjectBegins.FindStringSubmatchIndex(s[title:]); m != nil {
		return title + m[2]
	}
	if name := first(s[title:], usualName); allHan.MatchString(name) {
		return title + len(name)
	}
	return title
}

// Where neither line end nor city parts the name from the subject, words with
// which subjects begin do, and at last the length that most names have.
var (
	subjectBegins = regexp.MustCompile(`^\p{Han}[^、。]{1,6}?((?:保有|特定)?個人情報|(?:行政|公)文書|情報公開|(?:部分|一部|全部)(?:開示|公開)|(?:不|非)(?:開示|公開)|審査請求|異議申立|「|令和|平成|諮問)`)
	allHan        = regexp.MustCompile(`^\p{Han}+$`)
)

const usualName = 4 // characters

// nameAgain finds the chair's name at the start of s by the members' list below
// the letter, which stands behind after: how many bytes it has, 0 where it does
// not stand there.
func (p *parser) nameAgain(s string, after int) int {
	for n := longestName - 2; n >= 3; n-- {
		name := first(s, n)
		if i := strings.Index(p.s[min(after, len(p.s)):], name); i >= 0 && utf8.RuneCountInString(name) == n && !strings.ContainsAny(name, "、。「」()") {
			return len(name)
		}
	}
	return 0
}

// longestName is the most characters that a person's name has here.
const longestName = 9

// boardBelow reads the members that a letter names below its chair, each with the
// title, down to the subject, and tells where in sp they end.
func (p *parser) boardBelow(sp span, split int) int {
	if split == 0 || !p.starts(sp.from+split) {
		return split
	}
	var names []string
	end := split
	for _, l := range p.within(span{sp.from + split, sp.to}) {
		ns, ok := p.rosterLine(l.span)
		if !ok || len(ns) != 1 || !memberTitle.MatchString(p.s[l.from:l.to]) {
			break
		}
		names, end = append(names, ns[0]), l.to-sp.from
	}
	if names == nil {
		return split
	}
	for _, l := range p.within(span{sp.from, sp.from + split}) {
		if m := chairLine.FindString(p.s[l.from:l.to]); m != "" {
			if ns, ok := p.rosterLine(l.span); ok && len(ns) == 1 {
				names = append(ns, names...)
			}
		}
	}
	p.rec.Members = names
	return end
}
