package reply

import (
	"regexp"
	"slices"
	"strings"
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
	if names := p.headedNames(ls, at); len(names) > 1 && !p.tabbed(ls[1]) {
		return names, ls[len(names)].to
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

// tabbed tells that tabs part the cells of l, which say nothing of where they stand.
func (p *parser) tabbed(l line) bool {
	return strings.ContainsRune(p.src[p.at[l.from]:p.end(l.to)], '\t')
}

// headedNames are the names in the lines below the head ls[0], where each begins
// in the column that the head's word at begins in, up to the next column.
func (p *parser) headedNames(ls []line, at int) (names []string) {
	var begins []int // in half-width columns
	for _, m := range rosterColumn.FindAllStringIndex(p.s[ls[0].from:ls[0].to], -1) {
		begins = append(begins, p.column(ls[0].from+m[0]))
	}
	next := 1 << 30
	if at+1 < len(begins) {
		next = begins[at+1]
	}
	for _, l := range ls[1:] {
		name, beginsThere, nextThere := "", false, true
		for _, c := range p.cellsOf(l.span) {
			switch {
			case c.column == begins[at]:
				beginsThere, name = true, p.s[c.from:c.to]
			case c.column > begins[at] && c.column < next:
				name += p.s[c.from:c.to]
				nextThere = c.column+columns(p.s[c.from:c.to]) <= next
			}
		}
		if !beginsThere || !nextThere || !personName.MatchString(name) || utf8.RuneCountInString(name) < 2 || utf8.RuneCountInString(name) > 8 {
			break
		}
		names = append(names, name)
	}
	return names
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
