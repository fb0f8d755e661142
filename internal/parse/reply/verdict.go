package reply

import (
	"regexp"
	"strings"
)

// answerAlone finds 答申 on a line of its own as the heading of the conclusion, whose
// words stand right below it.
func (p *parser) answerAlone() (heading, bool) {
	const most = 3 // lines below that may say it
	for i, l := range p.lines {
		if s := p.s[l.from:l.to]; s != "答申" && s != "答申書" {
			continue
		}
		for j := i + 1; j < len(p.lines) && j <= i+most; j++ {
			below := p.s[p.lines[j].from:p.lines[j].to]
			if _, size := p.numberHere(below); size > 0 || headingMark.MatchString(below) {
				break
			}
			if said := unquoted(below); upheld.MatchString(said) || undone.MatchString(said) || notTaken.MatchString(said) {
				return heading{kind: "conclusion", label: l.span, words: l.from}, true
			}
		}
	}
	return heading{}, false
}

// opinionFirst is the first section 1 意見 of a letter that is asked for nothing else.
const opinionFirst = "意見"

// verdict finds the sentence of a letter without sections that says what the
// council thinks: …については、諮問のとおり認めることが適当であると答申します。
func (p *parser) verdict() (at int, ok bool) {
	for _, l := range p.lines {
		s := p.s[l.from:l.to]
		m := answers.FindStringIndex(s)
		if m == nil {
			continue
		}
		said := s[:m[0]]
		return l.from, (strings.HasSuffix(said, "と") || withOpinion.MatchString(said) || because.MatchString(said)) && (granted.MatchString(said) || refused.MatchString(said) || upheld.MatchString(said))
	}
	return 0, false
}

// because is how it goes on where it is the reason: 適当と認めるので、答申します.
var because = regexp.MustCompile(`(?:認める|認めます|考える|考えます|である|です)(?:ので|から|ため)、?$`)

// saidBelow finds the sentence right below a letter's last one, from off, that says
// what the council thinks: 下記のとおり答申します。記　…決定は、妥当である。
func (p *parser) saidBelow(off int) (at int, ok bool) {
	for _, l := range p.within(span{off, len(p.s)}) {
		s := p.s[l.from:l.to]
		if formal.MatchString(s) {
			continue
		}
		said := unquoted(s)
		return l.from, strings.HasSuffix(s, "。") && (upheld.MatchString(said) || undone.MatchString(said) || notTaken.MatchString(said) || granted.MatchString(said) || refused.MatchString(said))
	}
	return 0, false
}

// withOpinion is how such a sentence goes on where it makes remarks: 妥当と認め、次のとおり意見を付して答申します.
var withOpinion = regexp.MustCompile(`(?:認め|判断し|考え|決定し|承認し|了承し)(?:る(?:が|ので|ものの)|ます(?:が|ので)|て)?、[^。]*(?:意見|条件|要望|事項)[^。]*$`)

// opinion finds the sentence of a letter that says what the council thinks of an
// inquiry without saying that it answers.
func (p *parser) opinion() (at int, ok bool) {
	subject := letterSubject.FindStringIndex(p.s)
	if subject == nil {
		return 0, false
	}
	for _, l := range p.within(span{subject[1], len(p.s)}) {
		s := p.s[l.from:l.to]
		if strings.Contains(s, "諮問") && (granted.MatchString(s) || refused.MatchString(s) || upheld.MatchString(s)) {
			return l.from, true
		}
	}
	return 0, false
}
