package reply

import (
	"regexp"
	"unicode/utf8"
)

// uprightWord is what a narrow cell of a table, or a title set upright, gives a line a
// character: 答 / 申 / 書, 会 / 長.
var uprightWord = regexp.MustCompile(`^(?:答申書?|裁決書|主文|理由|結論|別[紙表記]|氏名|職名|(?:副|部)?会長(?:職務代理者)?|(?:副)?委員長?|職務代理者)$`)

// upright joins the lines of one character that make such a word; a member's title
// goes on with the name below it.
func (p *parser) upright() {
	one := func(i int) bool {
		return i < len(p.lines) && utf8.RuneCountInString(p.s[p.lines[i].from:p.lines[i].to]) == 1
	}
	var out []line
	for i := 0; i < len(p.lines); i++ {
		l := p.lines[i]
		n := i
		for one(i) && one(n+1) && n-i < len("会長職務代理者")/3 {
			n++
		}
		for n > i && !uprightWord.MatchString(p.s[l.from:p.lines[n].to]) {
			n--
		}
		if n > i {
			for _, x := range p.lines[i+1 : n+1] {
				p.joined[x.from] = true
			}
			l.to, i = p.lines[n].to, n
			if word := p.s[l.from:l.to]; rosterTitle.FindString(word) == word && i+1 < len(p.lines) && personName.MatchString(p.s[p.lines[i+1].from:p.lines[i+1].to]) && !one(i+1) {
				i++
				l.to = p.lines[i].to
			}
		}
		out = append(out, l)
	}
	p.lines = out
}
