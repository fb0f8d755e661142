package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// below reports whether l is a note under the entry of the agenda before it: what
// was decided, set deeper than the entry.
func (h *header) below(l line) bool {
	n := len(h.rec.Agenda)
	return n > 0 && l.gap == 0 && sentence(l.text) && l.indent > h.entry && h.rec.Agenda[n-1].Line >= h.cur.line.n && !textutil.Longer(l.text, 80)
}

// lastLabel finds the last label that is surely of the head: what stands before
// it, sentence or not, is no speech yet.
func (h *header) lastLabel() int {
	last, speeches := -1, 0
	for i, l := range h.lines {
		if i > 400 || last >= 0 && i > last+40 || speeches > 2 {
			break
		}
		if textutil.Longer(l.text, 200) {
			speeches++
			continue
		}
		m, ok := matchLabel(l.text)
		if ok && m.field == "body" && m.firm && m.value == "" && last > 0 && l.gap > 0 {
			if x, is := matchLabel(h.at(i + 1)); !is || x.field == "" {
				break
			}
		}
		speaks := h.speaks(i)
		if ok && !(speaks && m.value != "") {
			switch m.field {
			case "date":
				if m.word != "時間" && m.word != "とき" && (m.value != "" || hasDate(h.at(i+1)) || hasDate(h.at(i+2))) {
					last = i
				}
			case "venue", "absentees", "observers":
				last = i
			case "attendees":
				if m.word != "委員" && m.word != "構成員" {
					last = i
				}
			case "staff", "officers":
				if m.deco != "" && m.word != "実施機関" && !speaks {
					last = i
				}
			}
		} else if speaks {
			speeches++
		}
	}
	return last
}

func (h *header) at(i int) string {
	if i < len(h.lines) {
		return clip(h.lines[i].text, 300)
	}
	return ""
}

func hasDate(s string) bool {
	d, ok := jadate.First(s)
	return ok && (d.Day > 0 || d.Faults != 0) || hasHours(s)
}

// firstTitle finds the first line that is surely the title: with the round or
// the genre, before the labels. -1 where there is none.
func (h *header) firstTitle() int {
	for i, l := range h.lines {
		if i > 60 || i > h.limit && h.limit >= 0 {
			break
		}
		if m, ok := matchLabel(l.text); ok && m.field == "date" {
			break
		}
		if isTrail(l.text) || !titled(l.text) {
			continue
		}
		if _, _, ok := round(l.text, "回"); ok {
			return i
		}
		for _, g := range genres {
			if strings.Contains(textutil.Key(l.text), g) {
				return i
			}
		}
	}
	return -1
}

// speaks reports whether line i begins a speech.
func (p *parser) speaks(i int) bool {
	if p.notation == nil || i >= len(p.lines) {
		return false
	}
	l := p.lines[i]
	x, ok := p.notation.at(p.voices, l.text)
	if !ok {
		return false
	}
	if x.text != "" || i+1 >= len(p.lines) {
		return sentence(x.text)
	}
	return says(p.lines, i+1)
}

// opens reports whether line i belongs to the proceedings though no label says so.
func (h *header) opens(i int) bool {
	l := h.lines[i]
	if i < h.limit {
		return false
	}
	if len(h.rec.Agenda) > 0 && h.repeats(l.text) {
		return true
	}
	if n, ok := numbered(bracketHeading(l.text)); ok && n.n == 1 && strings.HasSuffix(h.at(i+1), "。") { // ≪1.開会≫
		return true
	}
	if n, ok := numbered(l.text); ok && n.n == 1 && h.cur != nil && h.cur.m.deco == "|" && l.cell == noCell && l.gap > 0 && h.has("date") && h.heading(l) { // below the table that is the head
		if _, is := matchLabel(l.text); !is {
			return true
		}
	}
	if part := whole(l.text); part != "" && subMeeting.MatchString(textutil.Key(part)) && h.speaks(i+1) { // 【第１分科会】
		return true
	}
	if h.notation != nil && h.asker(l.text) && h.speaks(i+1) { // ◆雨宮議員 above 問
		return true
	}
	people := h.zone == "attendees" || h.zone == "absentees" || h.zone == "staff" || h.zone == "officers"
	if h.zone != "agenda" && (h.heading(l) || stage(l.text)) && (l.gap > 0 || !people) && i+1 < len(h.lines) {
		if h.speaks(i+1) || isColumnHead(h.lines[i+1].text, h.lines, i+1) || h.heading(h.lines[i+1]) && h.speaks(i+2) && h.lines[i+1].indent >= l.indent && l.gap > 0 {
			return true
		}
	}
	key := strings.Trim(textutil.Key(l.text), "()〔〕<>≪≫《》【】")
	if n, ok := numbered(l.text); ok {
		key = textutil.Key(n.rest)
	}
	if key == "開会" {
		if i+1 < len(h.lines) { // above a label of the head it is only a line
			if m, ok := matchLabel(h.lines[i+1].text); ok && m.field == "agenda" && h.zone != "agenda" {
				return false
			}
		}
		return h.zone != "agenda" || len(h.rec.Agenda) > 0
	}
	return h.zone != "handouts" && textutil.Longer(l.text, 40) && strings.HasSuffix(l.text, "。")
}

// listsOnly reports whether a label of the proceedings has only headings below it, up
// to the next label, and that opens the proceedings: 6 内容 / (1) … / 7 会議の記録.
func (h *header) listsOnly(m labelMatch, i int) bool {
	if m.field != "body" || m.value != "" || m.deco == "" && !m.firm {
		return false
	}
	for k := i + 1; k < len(h.lines) && k < i+30; k++ {
		l := h.lines[k]
		if x, ok := matchLabel(l.text); ok && x.deco == m.deco && (m.n == 0 || x.n == m.n+1) && x.field == "body" && x.value == "" && l.indent == h.lines[i].indent {
			return k > i+1
		}
		if !h.heading(l) || h.speaks(k) {
			return false
		}
	}
	return false
}

// heading reports whether l is set like a heading: short, numbered or tagged,
// and no sentence.
func (h *header) heading(l line) bool {
	if textutil.Longer(l.text, 60) || strings.HasSuffix(l.text, "。") || l.cell == otherCell {
		return false
	}
	_, is := numbered(l.text)
	_, _, _, tag := caseAt(l.text)
	_, _, headed := topic(l.text)
	return is || tag || headed || bracketHeading(l.text) != ""
}

// rewind gives the lines under 議事 back to the proceedings where they turn out
// to be its headings: a sentence stands between them.
func (h *header) rewind(i int) int {
	if h.zone != "agenda" || h.cur == nil || h.from < 0 || h.from >= i {
		return i
	}
	last, ok := number{}, false
	for k := h.from; k < i; k++ {
		for _, part := range enumerated(h.lines[k].text) {
			if n, is := numbered(part); is {
				last, ok = n, true
			}
		}
	}
	if !ok || !h.goesOn(i, last) {
		return i
	}
	return h.drop()
}

// drop takes back what was announced since the agenda's label.
func (h *header) drop() int {
	first := h.lines[h.from].n
	for k, a := range h.rec.Agenda {
		if a.Line >= first {
			h.rec.Agenda = h.rec.Agenda[:k]
			break
		}
	}
	if n := len(h.rec.Agenda); n > 0 && h.from > 0 && h.rec.Agenda[n-1].Line == h.lines[h.from-1].n { // what went on below the label's own line
		a := &h.rec.Agenda[n-1]
		next := h.lines[h.from].text
		if at := strings.Index(a.Label, "\n"+next); at >= 0 {
			a.Label = a.Label[:at]
			if at := strings.Index(a.Title, next); at > 0 {
				a.Title = a.Title[:at]
			}
		}
	}
	return h.from
}

// goesOn reports whether the numbers of last go on in headings behind line i.
func (h *header) goesOn(i int, last number) bool {
	for k := i; k < len(h.lines) && k < i+2000; k++ {
		l := h.lines[k]
		if n, ok := numbered(l.text); ok && n.style == last.style && n.n == last.n+1 && !textutil.Longer(l.text, 60) && !strings.HasSuffix(l.text, "。") {
			return true
		}
	}
	return false
}
