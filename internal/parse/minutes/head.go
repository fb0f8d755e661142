package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// headField is one field of the head with the lines of its value.
type headField struct {
	at    int // in rec.Header
	m     labelMatch
	line  line // of the label
	lines []line
}

// header reads the lines up to the proceedings. zone is the field that a line
// without a label belongs to; "" before the first.
type header struct {
	*parser
	zone   string
	cur    *headField
	style  string         // of the agenda's numbers
	from   int            // the line behind the agenda's label
	entry  int            // indent of the agenda's last entry
	limit  int            // the last line that is surely of the head
	start  int            // the first line that is surely a title
	noted  bool           // something was decided under an entry of the agenda
	outer  labelMatch     // the last label that is no cell
	listed map[int]string // what the columns of the list at hand hold, by the heads over them
	width  int            // columns of the roster table at hand, 0 outside of one
}

// head reads the head into fields and returns the lines of the proceedings.
func (p *parser) head() []line {
	h := &header{parser: p}
	h.limit = h.lastLabel()
	h.start = h.firstTitle()
	for i := 0; i < len(p.lines); {
		next, done := h.step(i)
		if done {
			return p.lines[next:]
		}
		i = next
	}
	// no proceedings: what stood under 議事 is them where more than headings do
	if h.noted && h.zone == "agenda" && h.from > 0 && h.from < len(p.lines) && len(p.rec.Agenda) > 0 {
		return p.lines[h.drop():]
	}
	return nil
}

// step reads line i and says which is next, and whether that is the first line
// of the proceedings.
func (h *header) step(i int) (next int, done bool) {
	l := h.lines[i]
	if id, date, ok := pageLine(l.text); ok && h.zone != "handouts" {
		h.page(l, id, date)
		return i + 1, false
	}
	if h.chrome(i) {
		h.residue(l, record.WhyChrome)
		return i + 1, false
	}
	if end, ok := h.listRow(i); ok {
		return end, false
	}
	if l.cell == otherCell {
		if m, ok := matchLabel(l.text); ok && h.zone == "agenda" && m.field == "agenda" && m.value == "" && m.deco != "" && i+1 < len(h.lines) && h.lines[i+1].cell == otherCell && h.lines[i+1].n == l.n { // 会議次第 | 1 会議の議題 | …
			m.deco = "|"
			h.open(l, m)
			h.from = i + 1
			return i + 1, false
		}
		h.value(l)
		return i + 1, false
	}
	if h.zone == "" && len(h.titles) > 0 && l.gap == 0 && isGenre(l.text) && h.adjoins(h.titles[len(h.titles)-1], l) {
		h.titles = append(h.titles, l)
		h.plain("title", l)
		return i + 1, false
	}
	if end, ok := h.announcement(i); ok {
		return end, false
	}
	if end, ok := h.opening(i); ok {
		return end, false
	}
	if l.cell == firstCell && isColumnHead(l.text+h.at(i+1), h.lines, i) {
		return i, true
	}
	if h.matters(i) {
		return i, true
	}
	if h.zone == "" && h.has("date") && i >= h.limit && h.begins(i) {
		return i, true
	}
	if h.rosterRow(i) {
		h.value(l)
		return i + 1, false
	}
	if m, ok := h.labelAt(i); ok && h.mayLabel(m, i) && !h.voiced(m, i) {
		if h.listsOnly(m, i) {
			m.field = "agenda"
		}
		h.signLabel(l, m)
		if h.isBody(m, i) {
			h.open(l, m)
			if h.headStyle, h.headN = m.deco, m.n; m.deco == "|" { // １０　審議の概要 | …
				if n, is := numbered(l.text); is {
					h.headStyle, h.headN = n.style, n.n
				}
			}
			h.cur.m.field = "body"
			h.rec.Header[h.cur.at].Name = ""
			h.zone = "body"
			if m.value == "" {
				return i + 1, true
			}
			// 8 会議の内容係長（氏名君） …: the label's line goes on with speech
			h.rec.Header[h.cur.at].Text = ""
			h.cur.lines = nil
			h.lines[i].text = m.value
			return i, true
		}
		if end, ok := h.columns(i); ok {
			return end, false
		}
		h.open(l, m)
		h.from = i + 1
		return i + 1, false
	}
	if i < h.start && len(h.titles) == 0 && !titled(l.text) && sentence(l.text) {
		h.residue(l, record.WhyChrome)
		return i + 1, false
	}
	if i < h.limit && h.zone == "" && (sentence(l.text) || h.speaks(i)) {
		if end, ok := h.opening(i); ok {
			return end, false
		}
		if !titled(l.text) {
			h.plain("", l)
			return i + 1, false
		}
	}
	if i >= h.limit && h.speaks(i) || h.zone != "" && (h.opens(i) || isColumnHead(l.text, h.lines, i)) {
		return h.rewind(i), true
	}
	switch {
	case h.dateLine(l), h.openingLine(l):
	case textutil.Key(l.text) == "開会" && h.zone != "agenda":
		h.plain("", l)
	case h.zone == "" && len(h.titles) > 0 && i >= h.limit && stage(l.text) && !labelInside(l.text) && h.speaks(i+1):
		return i, true
	case h.zone == "" && len(h.titles) < 6 && titled(l.text):
		h.titles = append(h.titles, l)
		h.plain("title", l)
	case h.zone == "agenda":
		if h.below(l) {
			last := &h.rec.Agenda[len(h.rec.Agenda)-1]
			last.Label += "\n" + l.text
			h.noted = true
			return i + 1, false
		}
		if i < h.limit && !h.heading(l) {
			h.value(l)
			return i + 1, false
		}
		if stage(l.text) && bracketHeading(l.text) == "" || sentence(l.text) && strings.HasSuffix(l.text, "。") || !h.announce(l, l.text) {
			return h.rewind(i), true
		}
	case h.zone != "":
		h.value(l)
	case sentence(l.text) && strings.HasSuffix(l.text, "。") || i > 14:
		return i, true
	case i < h.start && !strings.HasSuffix(l.text, "会") && len(h.titles) == 0:
		h.residue(l, record.WhyChrome)
	default:
		if len(h.titles) == 0 {
			h.titles = append(h.titles, l)
			h.plain("title", l)
		} else {
			h.plain("", l)
		}
	}
	return i + 1, false
}

// plain adds a field without a label.
func (h *header) plain(name string, l line) {
	h.rec.Header = append(h.rec.Header, record.Field{Name: name, Text: l.text, Line: l.n})
	if name == "date" || name == "venue" {
		h.fields = append(h.fields, headField{at: len(h.rec.Header) - 1, m: labelMatch{field: name, value: l.text}, line: l, lines: []line{l}})
	}
}

// open begins the field of a label.
func (h *header) open(l line, m labelMatch) {
	h.rec.Header = append(h.rec.Header, record.Field{Name: m.field, Label: m.label, Line: l.n})
	h.fields = append(h.fields, headField{at: len(h.rec.Header) - 1, m: m, line: l})
	h.cur = &h.fields[len(h.fields)-1]
	h.zone, h.listed = m.field, nil
	if m.deco != "|" {
		h.outer = m
	}
	if m.field == "" {
		h.zone = "other"
	}
	h.style, h.from, h.noted = "", -1, false
	if m.value == "" {
		return
	}
	x := l
	x.text, x.gap = m.value, 0
	if h.zone == "agenda" {
		for _, part := range enumerated(m.value) {
			x.text = part
			h.enter(x, part)
		}
		return
	}
	h.value(x)
}

// value adds a line to the field that is open.
func (h *header) value(l line) {
	if h.zone == "agenda" {
		h.enter(l, l.text)
		return
	}
	if h.cur == nil {
		h.plain("", l)
		return
	}
	f := &h.rec.Header[h.cur.at]
	if last := len(h.rec.Header) - 1; h.cur.at != last && f.Line < h.rec.Header[last].Line && h.rec.Header[last].Name == "page" {
		// a page's date between label and value: the value has a field of its own
		h.rec.Header = append(h.rec.Header, record.Field{Name: f.Name, Text: "", Line: l.n})
		h.cur.at = len(h.rec.Header) - 1
		f = &h.rec.Header[h.cur.at]
	}
	end := ""
	if f.Text != "" {
		end = "\n"
	}
	f.Text = h.text.add(f.Text, end, l.text)
	h.cur.lines = append(h.cur.lines, l)
}

func (h *header) has(name string) bool {
	for _, f := range h.rec.Header {
		if f.Name == name {
			return true
		}
	}
	return false
}

// labelInside reports whether a line in brackets is a label with its value:
// （傍聴者 0人）.
func labelInside(s string) bool {
	m, ok := matchLabel(strings.TrimLeft(strings.TrimRight(s, closing), opening))
	return ok && m.value != ""
}

// begins reports whether line i is the first heading of proceedings that no label
// opens: 第1　… with a sentence or a deeper number below it.
func (h *header) begins(i int) bool {
	l := h.lines[i]
	n, ok := numbered(l.text)
	if !ok || n.n != 1 || !h.heading(l) || i+1 >= len(h.lines) {
		return false
	}
	if _, is := matchLabel(l.text); is {
		return false
	}
	next := h.lines[i+1].text
	m, deeper := numbered(next)
	return strings.HasSuffix(next, "。") || deeper && m.style != n.style && m.n == 1 && sectionKind(m.rest) != ""
}

// matters reports whether line i heads the matters of one kind in the proceedings:
// 【審議事項】 with a numbered heading and a sentence below it.
func (h *header) matters(i int) bool {
	l := h.lines[i]
	if h.cur == nil || i < h.limit || i+2 >= len(h.lines) || groupKind(bracketHeading(l.text)) == "" || strings.ContainsAny(h.cur.m.deco, opening) {
		return false
	}
	n, ok := numbered(h.lines[i+1].text)
	return ok && n.n == 1 && !strings.HasSuffix(h.lines[i+1].text, "。") && strings.HasSuffix(h.lines[i+2].text, "。")
}
