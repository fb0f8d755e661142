package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// rowAt returns the cells of the row that begins with line i, none where no row
// begins there.
func (h *header) rowAt(i int) []line {
	if h.lines[i].cell != firstCell {
		return nil
	}
	j := i + 1
	for j < len(h.lines) && j < i+20 && h.lines[j].n == h.lines[i].n && h.lines[j].cell == otherCell {
		j++
	}
	if j == i+1 {
		return nil
	}
	return h.lines[i:j]
}

// rosterRow reports whether line i begins a row of a table of people: its heads
// (役職 | 氏名 | 出欠) or, below them, a row as wide. The heads open a field of
// their own where none is open.
func (h *header) rosterRow(i int) bool {
	row := h.rowAt(i)
	if row == nil {
		h.width = 0
		return false
	}
	heads, name := 0, false
	for _, c := range row {
		what, ok := rosterColumns[textutil.Key(c.text)]
		if ok {
			heads++
		}
		name = name || what == "name"
	}
	if heads == len(row) && name {
		if h.zone != "attendees" && h.zone != "absentees" && h.zone != "staff" && h.zone != "officers" {
			h.open(line{n: row[0].n}, labelMatch{field: "attendees", word: "委員"})
		}
		h.width = len(row)
		return true
	}
	if h.width == 0 && len(row) > 2 && (h.zone == "attendees" || h.zone == "absentees") && seated(row) {
		h.width = len(row)
		return true
	}
	if h.width == 0 {
		return false
	}
	if m, ok := matchLabel(row[0].text); len(row) > h.width || len(row) < h.width-2 || ok && m.value == "" && m.field != "attendees" && m.field != "" && len(row) == 2 && h.width != 2 {
		h.width = 0
		return false
	}
	return true
}

// seated reports whether a cell of a row is a seat's number: 会長 | 7番 | 氏名.
func seated(row []line) bool {
	for _, c := range row {
		if rest, ok := seat(textutil.Key(c.text)); ok && rest == "" {
			return true
		}
	}
	return false
}

// attends reads the cell that says who was there: ○, ×, 出席, 欠. ok is false for
// any other.
func attends(s string) (absent, ok bool) {
	switch textutil.Key(s) {
	case "○", "〇", "◯", "出", "出席", "●", "◎":
		return false, true
	case "×", "✕", "✖", "╳", "欠", "欠席", "／", "/", "-", "－", "―", "X", "x":
		return true, true
	}
	return false, false
}

// marked reads a row without heads over it that says in a cell of its own whether
// someone was there: 会長 | 安斎 達也 | ○.
func (r *roster) marked(row []line) bool {
	absent, found, text := false, false, ""
	for k, c := range row {
		if a, ok := attends(c.text); ok && k > 0 {
			absent, found = a, true
			continue
		}
		if text != "" {
			text += "　"
		}
		text += c.text
	}
	if !found || strings.TrimSpace(text) == "" {
		return false
	}
	from := len(r.people)
	x := row[0]
	x.text = text
	r.line(x)
	for i := from; i < len(r.people); i++ {
		r.people[i].Absent = r.people[i].Absent || absent
	}
	return len(r.people) > from
}
