package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// rosterColumns are the heads of a roster's columns and what they hold.
var rosterColumns = map[string]string{
	"氏名": "name", "委員名": "name", "名前": "name", "委員氏名": "name",
	"役職": "title", "職名": "title", "役職名": "title", "職": "title", "役名": "title", "区分": "title", "職名等": "title",
	"所属": "affiliation", "所属等": "affiliation", "団体名": "affiliation", "所属団体": "affiliation", "選出区分": "affiliation", "選出団体": "affiliation", "所属・役職": "affiliation", "所属・役職等": "affiliation",
	"出欠": "attendance", "出席": "attendance", "出欠状況": "attendance", "出席状況": "attendance", "出席の有無": "attendance",
	"分野": "affiliation", "推薦団体": "affiliation", "所属団体等": "affiliation", "所属機関": "affiliation", "所属・職名": "affiliation", "所属及び役職": "affiliation", "選出母体": "affiliation", "選出区分等": "affiliation", "委員の区分": "affiliation", "所属名": "affiliation", "機関名": "affiliation", "団体名等": "affiliation",
	"委員": "name", "氏名（敬称略）": "name", "氏名(敬称略)": "name", "出席者氏名": "name", "お名前": "name",
	"委員区分": "title", "会議役職": "title", "会での役職": "title", "№": "", "議席No": "", "席": "", "号": "", "順": "",
	"出欠席": "attendance", "備考": "note", "番号": "", "議席": "", "議席番号": "", "No": "", "NO": "",
}

// table reads a roster that is a table with heads over its columns: 氏名 | 所属 |
// 出欠. It returns the lines that are no rows of it.
func (r *roster) table(lines []line) []line {
	var rest []line
	lines, columns := r.p.ruled(lines)
	guess, base := false, r.group
	defer func() { r.group = base }()
	if columns == nil {
		if columns = r.inferred(lines); columns == nil && r.carries(lines) {
			columns = r.p.overTable
		}
		guess = columns != nil
	}
	defer func() {
		if len(columns) > 1 {
			r.p.overTable = columns
		}
	}()
	for i := 0; i < len(lines); {
		j := i + 1
		for j < len(lines) && lines[j].n == lines[i].n && lines[j].cell == otherCell {
			j++
		}
		row := lines[i:j]
		if len(row) < 2 || row[0].cell == noCell {
			if g, after, ok := groupAt(row[0].text); ok && row[0].cell == noCell && (after == "" || isCount(after)) { // 【会員】 over rows
				r.group = g
			}
			rest = append(rest, row...)
			i = j
			continue
		}
		heads := 0
		cs := map[int]string{}
		for _, c := range row {
			what, ok := rosterColumns[textutil.Key(c.text)]
			if ok {
				heads++
			}
			cs[c.col] = what
		}
		switch {
		case heads == len(row):
			columns, guess = cs, false
		case len(columns) > 0 && len(row) <= len(columns) && (!guess || hasName(row, columns)):
			r.p.sign(row[0].n, SignColumns)
			r.guessed = guess
			r.row(row, columns)
		case r.marked(row):
		case len(row) > 2 && seated(row):
			x := row[0]
			for _, c := range row[1:] {
				x.text += "　" + c.text
			}
			r.line(x)
		default:
			rest = append(rest, row...)
		}
		i = j
	}
	return rest
}

func (r *roster) row(row []line, columns map[int]string) {
	if c := row[0]; columns[c.col] == "group" {
		r.group = groupName(textutil.Key(c.text))
	}
	a := record.Attendee{Group: r.group, Absent: r.absent, Line: row[0].n}
	above := r.above
	r.above = map[int]string{}
	for _, c := range row {
		key := textutil.Key(c.text)
		if (key == "〃" || key == "同" || key == "\"" || key == "”" || key == "同上") && above[c.col] != "" {
			c.text = above[c.col]
			key = textutil.Key(c.text)
		}
		r.above[c.col] = c.text
		switch columns[c.col] {
		case "name":
			for _, t := range pieces(c.text) {
				one := &roster{p: r.p, field: r.field, group: r.group, legend: r.legend}
				one.piece(t, false, false)
				if len(one.people) > 0 {
					p := one.people[0]
					a.Name, a.Note = p.Name, p.Note
					if p.Title != "" {
						a.Title = p.Title
					}
				}
			}
		case "title":
			if _, _, has := roleOf(textutil.Key(a.Title)); a.Title != "" && (has == "chair" || has == "vice-chair" || has == "other") { // 会長 | 見晴市 | 副市長
				a.Affiliation = strings.TrimLeft(a.Affiliation+" "+c.text, " ")
				continue
			}
			if key == "監事" || key == "幹事" || key == "顧問" {
				a.Title = c.text
				continue
			}
			if _, _, role := roleOf(key); (role == "" || role == "expert" || role == "other" || role == "observer") && a.Affiliation == "" { // 区分: 学識経験者
				a.Affiliation = c.text
			} else if !memberWord(key) {
				a.Title = c.text
			}
		case "affiliation":
			if _, _, role := roleOf(key); r.guessed && a.Title == "" && a.Affiliation != "" && role == "executive" { // 学校教育課 | 氏名 | 指導主事
				a.Title = c.text
				continue
			}
			a.Affiliation = c.text
		case "attendance":
			absent, _ := attends(key)
			a.Absent = a.Absent || absent || strings.Contains(key, "欠")
			if strings.Contains(key, "代理") || strings.Contains(key, "オンライン") || strings.Contains(key, "遅") {
				a.Note = c.text
			}
		case "note":
			if absent, ok := attends(key); ok {
				a.Absent = a.Absent || absent
			} else if before, _, role := roleOf(key); (role == "chair" || role == "vice-chair") && before == "" && a.Title == "" {
				a.Title = c.text
			} else {
				a.Note = c.text
			}
		}
	}
	if a.Name != "" {
		r.people = append(r.people, a)
	}
}
