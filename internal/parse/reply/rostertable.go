package reply

import (
	"regexp"
	"slices"
	"unicode/utf8"
)

// rosterColumn is the head of a column in a table of members.
var rosterColumn = regexp.MustCompile(`氏名|役職名?|職業|現職|肩書|専門|任期|職名?|区分|所属|分野|備考|摘要|番号`)

// rosterTable reads a table of members: a head that names its columns (氏名　職業等
// 備考), then a row a member. names is nil where sp is none; end is behind the
// last row.
func (p *parser) rosterTable(sp span) (names []string, end int) {
	ls := p.within(sp)
	if len(ls) < 2 || !rosterHead.MatchString(p.s[ls[0].from:ls[0].to]) {
		return nil, 0
	}
	columns := rosterColumn.FindAllString(p.s[ls[0].from:ls[0].to], -1)
	at := slices.Index(columns, "氏名")
	if at < 0 || len(columns) < 2 {
		return nil, 0
	}
	for _, l := range ls[1:] {
		name := p.cellName(l.span, at, len(columns))
		if name == "" {
			break
		}
		names, end = append(names, name), l.to
	}
	if aligned := p.alignedRoster(ls[1:]); len(aligned) > 1 && len(aligned) >= len(names) {
		return aligned, ls[len(aligned)].to
	}
	return names, end
}

// cellName is the name in cell at of a row of at most n cells, which wide blanks
// part; a name may have narrower ones within.
func (p *parser) cellName(sp span, at, n int) string {
	for wide := 2; wide < 12; wide++ {
		var cells []string
		from := sp.from
		for i := range p.s[sp.from:sp.to] {
			if off := sp.from + i; off > from && p.blanks(off) >= wide {
				cells = append(cells, p.s[from:off])
				from = off
			}
		}
		cells = append(cells, p.s[from:sp.to])
		if len(cells) > n || len(cells) < 2 || at >= len(cells) {
			continue
		}
		name := cells[at]
		if at == 0 { // the job may be but one blank away
			name = p.beforeJob(span{sp.from, sp.from + len(name)}, name)
		}
		if personName.MatchString(name) && utf8.RuneCountInString(name) >= 2 && utf8.RuneCountInString(name) <= 8 {
			return name
		}
	}
	return ""
}
