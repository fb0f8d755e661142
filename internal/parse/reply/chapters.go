package reply

import (
	"regexp"
	"strconv"
	"strings"
)

// proposal is what a report calls its chapters: 提言1　開館の時間を延ばすこと.
var proposal = regexp.MustCompile(`^(?:提言|論点|方策|項目|意見)(\d{1,2})[^。]{2,60}$`)

// chapters finds the headings 1, 2 … of remarks that follow a letter which itself
// says what the council thinks, whatever their words: short lines that count on,
// each with sentences below it. A list of cases below 記 has none.
func (p *parser) chapters(sp span) []heading {
	const least = 2
	var hs []heading
	ls := p.within(sp)
	for i, l := range ls {
		h, ok := p.plainHeading(p.s[l.from:l.to], l.from, len(hs)+1)
		if m := proposal.FindStringSubmatch(p.s[l.from:l.to]); m != nil && m[1] == strconv.Itoa(len(hs)+1) {
			h, ok = heading{kind: "text", number: len(hs) + 1, label: l.span, words: l.from}, true
		}
		style := styleOf(p.s[l.from:])
		if !ok || i+1 == len(ls) || style == '(' || len(hs) > 0 && style != styleOf(p.s[hs[0].label.from:]) {
			continue
		}
		told := false
		for _, below := range ls[i+1 : min(len(ls), i+4)] {
			if _, next := p.plainHeading(p.s[below.from:below.to], below.from, len(hs)+2); next && styleOf(p.s[below.from:]) == style {
				break
			}
			told = told || strings.HasSuffix(p.s[below.from:below.to], "。")
		}
		if !told {
			return nil
		}
		hs = append(hs, h)
	}
	if len(hs) < least {
		return nil
	}
	return hs
}
