package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// inferred tells what the columns of a table of people hold that has no heads over
// them, by what stands in each: one has the names, the others posts and bodies. nil
// where that is not sure.
func (r *roster) inferred(lines []line) map[int]string {
	type tally struct{ names, posts, roles, marks, numbers, groups, all int }
	columns, rows := map[int]*tally{}, 0
	for i := 0; i < len(lines); {
		row := rowOf(lines, i)
		i += len(row)
		if len(row) < 2 || row[0].cell == noCell {
			continue
		}
		rows++
		heads := 0
		for _, c := range row {
			if _, ok := rosterColumns[textutil.Key(c.text)]; ok {
				heads++
			}
		}
		if heads == len(row) {
			return nil // they stand over the columns
		}
		for _, c := range row {
			if columns[c.col] == nil {
				columns[c.col] = &tally{}
			}
			t := columns[c.col]
			key := textutil.Key(c.text)
			_, marked := attends(key)
			rest, seated := seat(key)
			before, _, role := roleOf(key)
			t.all++
			if c.col == 0 && (isGroup(key) && key != "委員" || key == "学校" || key == "行政" || strings.HasSuffix(key, "委員") && bodied(strings.TrimSuffix(key, "委員")) || side(key)) {
				t.groups++
			}
			switch {
			case marked:
				t.marks++
			case seated && rest == "" || strings.Trim(key, "0123456789.()") == "":
				t.numbers++
			case role == "chair" && before == "", role == "vice-chair" && before == "", role == "member" && before == "":
				t.roles++
			case r.holds(c.text, name, given):
				t.names++
			case r.holds(c.text, post, body), r.holds(c.text, body, post):
				t.posts++
			}
		}
	}
	if rows < 2 || len(columns) < 2 || len(columns) > 6 {
		return nil
	}
	out, named, bodies := map[int]string{}, 0, 0
	var posts []int
	staff := !(&reader{roster: r}).committee()
	for k, t := range columns {
		switch most := t.all - t.all/4; {
		case t.groups*2 > t.all && t.all*2 <= rows: // 事務局 and the like, each over the rows below it
			out[k] = "group"
		case t.names >= most:
			out[k] = "name"
			named++
		case t.marks >= most:
			out[k] = "attendance"
		case t.numbers >= most:
			out[k] = ""
		case t.roles*2 >= t.all && t.roles+t.posts >= most:
			out[k] = "title"
		case t.posts+t.roles >= most:
			out[k] = "affiliation"
			if r.postColumn(lines, k) {
				posts = append(posts, k)
			} else {
				bodies++
			}
		default:
			return nil
		}
	}
	if named != 1 {
		return nil
	}
	for _, k := range posts {
		if staff || bodies > 0 && !has(out, "title") { // 組合 | 組合長 | 氏名
			out[k] = "title"
		}
	}
	return out
}

func has(columns map[int]string, what string) bool {
	for _, w := range columns {
		if w == what {
			return true
		}
	}
	return false
}

// carries reports whether the rows of a table go on with the columns of the one before:
// 欠席者 below 出席者.
func (r *roster) carries(lines []line) bool {
	rows := 0
	for i := 0; i < len(lines) && (r.field == "attendees" || r.field == "absentees"); {
		row := rowOf(lines, i)
		i += len(row)
		if len(row) < 2 || row[0].cell == noCell || !hasName(row, r.p.overTable) {
			return false
		}
		for _, c := range row {
			what, ok := r.p.overTable[c.col]
			if !ok || what == "name" && (nameShape(textutil.Key(c.text)) < 1 || strings.ContainsAny(c.text, "、，")) || what != "title" && rosterColumns[textutil.Key(c.text)] != "" { // heads
				return false
			}
		}
		rows++
	}
	return rows > 0
}

// postColumn reports whether most cells of a column are posts rather than bodies.
func (r *roster) postColumn(lines []line, col int) bool {
	posts, all := 0, 0
	for _, l := range lines {
		if l.cell != noCell && l.col == col {
			key := textutil.Key(l.text)
			if all++; postShape(key) > bodyShape(key) || roleWordOf(key) == "executive" {
				posts++
			}
		}
	}
	return posts*2 > all
}

func roleWordOf(key string) string { _, _, role := roleOf(key); return role }

// rowOf are the cells of the row that begins at lines[i], or the one line there.
func rowOf(lines []line, i int) []line {
	j := i + 1
	for j < len(lines) && lines[i].cell != noCell && lines[j].n == lines[i].n && lines[j].cell == otherCell {
		j++
	}
	return lines[i:j]
}

// hasName reports whether a row has a cell in the column of names.
func hasName(row []line, columns map[int]string) bool {
	for _, c := range row {
		if columns[c.col] == "name" {
			return true
		}
	}
	return false
}
