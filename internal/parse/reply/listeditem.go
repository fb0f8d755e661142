package reply

import "regexp"

// courseItem is the heading of an item that lists what was done when, within a
// section of another kind: （１）審議の経過 below 審査会の判断.
var courseItem = regexp.MustCompile(`^(?:\(?\d{1,2}[).．、]?|\([ア-ン]\)|[ア-ン]|[①-⑳])(?:(?:当?審査会|審議会)(?:における|での|の))?(?:調査審議|審議|審査|処理|検討)の?(?:経過|経緯)(?:等|について)?$`)

// listedItem takes the rows of such items out of the section of h in sp.
func (p *parser) listedItem(h heading, sp span) {
	if h.kind == "history" || h.kind == "annex" || h.kind == "members" {
		return
	}
	ls := p.within(sp)
	for i, l := range ls {
		if !courseItem.MatchString(p.s[l.from:l.to]) {
			continue
		}
		first, end := -1, sp.to
		for j := i + 1; j < len(ls); j++ {
			s := p.s[ls[j].from:ls[j].to]
			row := rowDate.FindString(s)
			switch {
			case row != "" && !prose.MatchString(s[len(row):]):
				if first < 0 {
					first = j
				}
			case itemMark.MatchString(s) || sectionNumber.MatchString(s) && !bareRow.MatchString(s):
				end = ls[j].from
			case first < 0 && rowTable.MatchString(s):
				first = j
			}
			if end < sp.to {
				break
			}
		}
		if first >= 0 {
			p.lineRows("", span{ls[first].from, end})
		}
	}
}
