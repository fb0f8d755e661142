package minutes

import (
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

const (
	ruling  = "─━│┃┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋═║╔╗╚╝╠╣╦╩╬"
	borders = "│┃|║｜"
)

// isRule knows the lines between the rows of a drawn table: ├──┼──┤, ---|---|.
func isRule(s string) bool {
	n := 0
	for _, r := range s {
		switch {
		case textutil.IsBlank(r):
		case strings.ContainsRune(ruling, r) || strings.ContainsRune("-|+=:―—–－_＿", r):
			n++
		default:
			return false
		}
	}
	return n > 2
}

// cells takes the rows of tables apart: drawn (│日時│…│), of Markdown (日時 | … |),
// or with tabs between the cells. Rules and borders are residue.
func (p *parser) cells(lines []line) []line {
	var out []line
	left := false // a row of the table at hand has its first cell
	for i, l := range lines {
		if isRule(l.text) {
			p.residue(l, record.WhyFurniture)
			continue
		}
		if isCalendar(l.text) || !textutil.HasAny(l.text, "\t", "│", "┃", "|", "║", "｜", "<br>") {
			out = append(out, l)
			left = left && i+1 < len(lines) && strings.ContainsAny(lines[i+1].text, "\t") // a cell's second line
			continue
		}
		if !strings.Contains(l.text, "\t") && !rowLike(l.text, lines, i) {
			out = append(out, l)
			continue
		}
		if out == nil {
			out = append(make([]line, 0, len(lines)+8), lines[:i]...)
		}
		row := p.row(l)
		left = left || len(row) > 1 && row[0].cell == firstCell
		if len(row) > 1 && row[0].cell == otherCell && !left { // the whole table is set in: its first column is the second
			if m, ok := matchLabel(row[0].text); ok && m.value == "" && m.field != "" && m.field != "body" {
				row[0].cell = firstCell
			}
		}
		out = append(out, row...)
	}
	return p.wrapped(out)
}

// rowLike reports whether a line with borders is a row: it begins or ends with
// one, or a neighbour is a rule.
func rowLike(s string, lines []line, i int) bool {
	if strings.ContainsRune(borders, textutil.FirstRune(s)) || strings.ContainsRune(borders, textutil.LastRune(s)) {
		return true
	}
	return i > 0 && isRule(lines[i-1].text) || i+1 < len(lines) && isRule(lines[i+1].text)
}

func (p *parser) row(l line) []line {
	var out []line
	at, s := 0, l.text
	outer := strings.ContainsRune(borders, textutil.FirstRune(s))
	column := 0
	if outer {
		column = -1
	}
	if l.cell == otherCell {
		column = 1
	}
	put := func(end, width int, border bool) {
		left := textutil.TrimLeft(s[at:end])
		if t := textutil.Trim(left); t != "" {
			x := l
			x.text, x.cell, x.col = t, firstCell, max(column, 0)
			if column > 0 {
				x.cell = otherCell
			}
			if len(out) > 0 {
				x.gap = 0
			}
			out = append(out, x)
		}
		if border {
			p.residue(line{n: l.n, text: s[end : end+width]}, record.WhyFurniture)
		}
		at = end + width
	}
	for i, r := range s {
		if i < at {
			continue
		}
		switch {
		case strings.ContainsRune(borders, r):
			put(i, utf8.RuneLen(r), true)
			column++
		case r == '\t':
			put(i, 1, false)
			column++
		case strings.HasPrefix(s[i:], "<br>"):
			put(i, len("<br>"), true)
		}
	}
	put(len(s), 0, false)
	if len(out) == 1 && out[0].cell == firstCell && !outer {
		out[0].cell = noCell
	}
	return out
}

// wrapped joins a label that its narrow column broke over two rows:
// 条例第7条に基づ | 委員 … / く出席者の氏名 | … .
func (p *parser) wrapped(lines []line) []line {
	for i := 0; i+2 < len(lines); i++ {
		a := lines[i]
		if a.cell != firstCell || textutil.Longer(a.text, 16) {
			continue
		}
		if _, ok := matchLabel(a.text); ok {
			continue
		}
		j := i + 1
		for j < len(lines) && lines[j].cell == otherCell {
			j++
		}
		if j == i+1 || j > i+2 && lines[i+2].n == a.n || j >= len(lines) || lines[j].cell != firstCell || textutil.Longer(lines[j].text, 16) {
			continue
		}
		if _, ok := matchLabel(lines[j].text); ok {
			continue
		}
		if _, ok := columnLabel(a.text); ok || strings.HasSuffix(textutil.Key(a.text), "氏名") { // a label that is whole
			continue
		}
		if strings.Contains(lines[i+1].text, "。") || p.voices.read(a.text).ok && p.voices.read(lines[j].text).ok { // two speakers
			continue
		}
		if _, ok := columnLabel(a.text + lines[j].text); !ok {
			continue
		}
		lines[i].text += "\n" + lines[j].text
		lines = append(lines[:j], lines[j+1:]...)
	}
	return lines
}
