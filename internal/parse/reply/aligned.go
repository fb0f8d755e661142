package reply

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// cell is a run of a line that blanks part from the one before, and where it
// stands on the page.
type cell struct {
	span
	column int // in half-width columns from the line's beginning
	gap    int // blanks before it
}

// cellsOf are the runs of l between blanks.
func (p *parser) cellsOf(l span) []cell {
	var cs []cell
	for i := range p.s[l.from:l.to] {
		off := l.from + i
		if i > 0 && !p.gap(off) {
			cs[len(cs)-1].to = off + len(first(p.s[off:], 1))
			continue
		}
		cs = append(cs, cell{span{off, off + len(first(p.s[off:], 1))}, p.column(off), p.blanks(off)})
	}
	return cs
}

// column is where on its line the character at off stands, in half-width columns.
func (v *view) column(off int) int {
	at := int(v.at[off])
	return columns(v.src[strings.LastIndexByte(v.src[:at], '\n')+1 : at])
}

// alignedRows reads the lines ls as rows of a table without rules: a column
// begins where in every row that goes so far a cell stands at the same place,
// wide blanks before it. A name set to a fixed width, its blanks as wide as those
// between the columns (秦　野　千恵子 / 藤　沢　　　巌), stays in one cell. rows is nil
// where there are no two columns.
func (p *parser) alignedRows(ls []line) (rows [][]string) {
	const wide = 2 // blanks before a column
	if len(ls) < 2 {
		return nil
	}
	var all [][]cell
	for _, l := range ls {
		all = append(all, p.cellsOf(l.span))
	}
	at := func(row []cell, column int) int {
		for i, c := range row {
			if c.column == column {
				return i
			}
		}
		return -1
	}
	isColumn := map[int]bool{}
	for _, row := range all {
		for _, c := range row[1:] {
			isColumn[c.column] = true
		}
	}
	found := false
	for column := range isColumn {
		reach := 0
		for _, row := range all {
			if row[len(row)-1].column < column {
				continue // its last cells are empty
			}
			i := at(row, column)
			if i < 1 || row[i].gap < wide {
				reach = -1
				break
			}
			reach++
		}
		isColumn[column] = reach > 1
		found = found || reach > 1
	}
	if !found {
		return nil
	}
	for _, row := range all {
		var texts []string
		from := row[0].from
		for i, c := range row {
			if i > 0 && isColumn[c.column] {
				texts = append(texts, p.s[from:c.from])
				from = c.from
			}
		}
		rows = append(rows, append(texts, p.s[from:row[len(row)-1].to]))
	}
	return rows
}

// short tells that the cells of a column are as short as half a name.
func short(rows [][]string, column int) bool {
	const half = 3 // characters
	for _, row := range rows {
		if column >= len(row) || utf8.RuneCountInString(row[column]) > half || rosterTitle.FindString(row[column]) == row[column] {
			return false
		}
	}
	return true
}

// all tells that every one of ss is of the kind that re matches.
func all(ss []string, re *regexp.Regexp) bool {
	return !slices.ContainsFunc(ss, func(s string) bool { return !re.MatchString(s) })
}

// alignedRoster reads the longest run of lines at the start of ls that are such a
// roster: its names, one a line.
func (p *parser) alignedRoster(ls []line) []string {
	n := slices.IndexFunc(ls, func(l line) bool { return strings.Contains(p.s[l.from:l.to], "。") })
	if n < 0 {
		n = len(ls)
	}
	for n = min(n, mostMembers); n > 1; n-- {
		if names := p.alignedNames(ls[:n]); names != nil {
			return names
		}
	}
	return nil
}

// mostMembers is how many members a council may have.
const mostMembers = 60

// alignedNames are the names in the lines of a roster that stand in columns: those
// of the first column in which every row has a person's name.
func (p *parser) alignedNames(ls []line) []string {
	rows := p.alignedRows(ls)
	if rows == nil {
		return nil
	}
	for column := range rows[0] {
		var names []string
		parts := 1
		if short(rows, column) && short(rows, column+1) { // family and given name, far apart
			parts = 2
		}
		for _, row := range rows {
			if column+parts > len(row) {
				break
			}
			name := strings.Join(row[column:column+parts], "")
			if n := utf8.RuneCountInString(name); n < 2 || n > 8 || !personName.MatchString(name) || job.MatchString(name) || rosterTitle.FindString(name) == name {
				break
			}
			names = append(names, name)
		}
		if len(names) == len(rows) && !all(names, place) {
			return names
		}
	}
	return nil
}
