package reply

import (
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
		}
	}
	p.field("sender", span{sp.from + from, sp.from + from + split})
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
	if city := cityOf.FindString(p.rec.Council); city != "" {
		if i := strings.Index(s[min(title+len("一"), len(s)):], city); i >= 0 {
			return title + len("一") + i
		}
	}
	if utf8.RuneCountInString(s[title:]) <= longestName {
		return len(s)
	}
	return title
}

// longestName is the most characters that a person's name has here.
const longestName = 9
