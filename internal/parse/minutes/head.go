package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
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
	zone  string
	cur   *headField
	style string // of the agenda's numbers
	from  int    // the line behind the agenda's label
	entry int    // indent of the agenda's last entry
	limit int    // the last line that is surely of the head
	start int    // the first line that is surely a title
	noted bool   // something was decided under an entry of the agenda
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
	if h.noted && h.from > 0 && h.from < len(p.lines) && len(p.rec.Agenda) > 0 {
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
	if l.cell == otherCell {
		h.value(l)
		return i + 1, false
	}
	if h.zone == "" && len(h.titles) > 0 && l.gap == 0 && isGenre(l.text) && h.titles[len(h.titles)-1].n == l.n-1 {
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
	if m, ok := h.labelAt(i); ok && h.mayLabel(m, i) && !h.voiced(m, i) {
		if h.isBody(m, i) {
			h.open(l, m)
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
	h.zone = m.field
	if m.field == "" {
		h.zone = "other"
	}
	h.style, h.from = "", -1
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
	if f.Text != "" {
		f.Text += "\n"
	}
	f.Text += l.text
	h.cur.lines = append(h.cur.lines, l)
}

// labelAt reads the label of line i; in the first cell of a table's row any
// short text is one.
func (h *header) labelAt(i int) (labelMatch, bool) {
	l := h.lines[i]
	if textutil.Longer(l.text, 400) && !l.cut {
		l.text = clip(l.text, 400)
		if m, ok := matchLabel(l.text); !ok || m.field == "date" {
			return m, false
		}
		l = h.lines[i]
	}
	m, ok := matchLabel(l.text)
	if l.cell != firstCell || i+1 >= len(h.lines) || h.lines[i+1].cell != otherCell {
		if !ok {
			if m, is := peopleLabel(l.text); is {
				return m, true
			}
			return h.strange(l)
		}
		return m, ok
	}
	if ok && m.value == "" {
		m.deco = "|"
		return m, true
	}
	if textutil.Longer(l.text, 24) || strings.Contains(l.text, "。") || h.speaks(i) && h.zone != "" && h.zone != "attendees" {
		return m, false
	}
	w, _ := columnLabel(l.text)
	return labelMatch{field: w.field, word: w.word, label: l.text, deco: "|", firm: true}, true
}

// voiced reports whether what could be a label is none: 事務局 that speaks, 開会
// without an hour.
func (h *header) voiced(m labelMatch, i int) bool {
	switch m.field {
	case "attendees", "staff", "officers", "observers":
		return h.has("date") && h.speaks(i)
	case "date":
		if m.word != "開会" && m.word != "閉会" && m.word != "開議" && m.word != "散会" {
			return false
		}
		value := m.value
		if value == "" && i+1 < len(h.lines) {
			value = h.lines[i+1].text
		}
		_, ok := jadate.First(value)
		return !ok && !hasHours(value)
	}
	return false
}

// strange takes a label that no table has for one where it is set like the
// labels before it: ■委嘱の状況　…, 6 市民委員 ….
func (h *header) strange(l line) (labelMatch, bool) {
	if m, ok := h.plainLabel(l); ok {
		return m, true
	}
	if h.cur == nil || h.cur.m.deco == "" || h.cur.m.deco == "|" || textutil.Longer(l.text, 120) || strings.HasSuffix(l.text, "。") {
		return labelMatch{}, false
	}
	m := labelMatch{}
	s := l.text
	if n, ok := numbered(s); ok {
		m.deco, m.n, s = n.style, n.n, n.rest
		if m.n != h.cur.m.n+1 {
			return m, false
		}
	} else {
		r := textutil.FirstRune(s)
		if !strings.ContainsRune(labelMarks+opening, r) {
			return m, false
		}
		m.deco, s = string(r), textutil.TrimLeft(s[len(string(r)):])
	}
	if m.deco != h.cur.m.deco {
		return m, false
	}
	end := strings.IndexFunc(s, func(r rune) bool { return textutil.IsBlank(r) || r == ':' || r == '：' })
	if i := strings.IndexAny(s, closing); strings.ContainsAny(m.deco, opening) && i > 0 {
		end = i + len(string(textutil.FirstRune(s[i:])))
	}
	if end < 0 {
		end = len(s)
	}
	word := strings.TrimRight(s[:end], closing)
	if word == "" || textutil.Longer(word, 20) || h.voices.read(word).ok && h.zone != "attendees" && h.zone != "absentees" && h.zone != "staff" && h.zone != "officers" {
		return m, false
	}
	m.value = textutil.TrimLeft(strings.TrimLeft(textutil.TrimLeft(s[end:]), ":："))
	m.word = word
	m.label = textutil.Trim(l.text[:len(l.text)-len(m.value)])
	for _, tail := range []string{"者", "員", "役", "側", "部", "課", "出席"} {
		if strings.HasSuffix(word, tail) {
			m.field = "officers"
		}
	}
	return m, true
}

// plainLabel takes the first word of a line for a label where the one before was
// set so: 書記　　門真　薫 below 出席者　　委員長　….
func (h *header) plainLabel(l line) (labelMatch, bool) {
	m := labelMatch{}
	if h.cur == nil || h.cur.m.deco != "" || h.cur.m.value == "" || l.indent != h.cur.line.indent || l.cut || l.cell != noCell || l.gap > 0 || h.zone == "agenda" || h.zone == "handouts" || textutil.Longer(l.text, 160) {
		return m, false
	}
	end := strings.IndexFunc(l.text, textutil.IsBlank)
	if end <= 0 {
		return m, false
	}
	m.value = textutil.TrimLeft(l.text[end:])
	blanks := strings.TrimSuffix(l.text[end:], m.value)
	m.word = textutil.Key(l.text[:end])
	if len([]rune(blanks)) < 2 || textutil.Longer(m.word, 10) || !textutil.Longer(m.word, 1) || strings.HasSuffix(m.value, "。") || strings.ContainsAny(m.word, "、。0123456789") {
		return m, false
	}
	base, _, _ := strings.Cut(m.word, "(")
	_, _, role := roleOf(base)
	switch role {
	case "chair", "vice-chair", "member":
		return m, false
	case "":
	default:
		m.field = "officers"
	}
	m.label = l.text[:end]
	return m, true
}

// mayLabel keeps the lines of a list from being taken for labels.
func (h *header) mayLabel(m labelMatch, i int) bool {
	l := h.lines[i]
	if h.cur == nil {
		return true
	}
	if h.cur.m.deco == "|" || m.deco == "|" {
		return m.deco == "|" || m.firm && l.gap > 0
	}
	switch h.zone {
	case "agenda", "handouts":
		if m.field == "body" && m.firm && m.value == "" && l.indent <= h.cur.line.indent {
			return m.deco == h.cur.m.deco || m.deco == "" || m.n == 0 || h.speaks(i+1)
		}
		if l.cut && m.deco == h.cur.m.deco {
			return m.n == 0 || m.n == h.cur.m.n+1 || h.cur.m.n == 0
		}
		if h.zone == "handouts" && strings.HasSuffix(m.word, "次第") && m.deco == "" && m.value == "" {
			if len(h.cur.lines) > 0 && h.cur.lines[0].indent > l.indent {
				return true
			}
			return !(i+1 < len(h.lines) && strings.HasPrefix(h.lines[i+1].text, "資料")) && l.gap > 0
		}
		if m.deco != h.cur.m.deco {
			return m.firm && l.gap > 0 && l.indent <= h.cur.line.indent && m.n == 0 && strings.Contains("■●○◆◇□◎•", textutil.Trim(m.deco))
		}
		if m.n > 0 && m.n != h.cur.m.n+1 && h.cur.m.n != 1 {
			return false
		}
		return l.indent <= h.cur.line.indent || m.value == "" && l.gap > 0
	case "other":
		return m.word != "委員" || m.firm
	case "attendees", "absentees", "staff", "officers":
		// a roster's own headings stay in its text
		if m.word == "委員" || m.word == "実施機関" && m.value == "" || m.word == "専門委員" || m.word == "臨時委員" {
			return m.deco == h.cur.m.deco && m.deco != "" || m.firm && m.deco == "" && l.gap > 0 && l.indent == 0 && len(h.cur.lines) > 0
		}
		if m.field == "" && !m.firm {
			return l.gap > 0 || m.deco == h.cur.m.deco
		}
		if m.field == "officers" && !m.firm && l.indent > h.cur.line.indent && m.deco == "" {
			return false
		}
	}
	return true
}

// isBody reports whether a label opens the proceedings.
func (h *header) isBody(m labelMatch, i int) bool {
	next := i + 1
	if m.value != "" {
		return m.field == "body" && h.zone != "" && (m.firm || m.deco != "") && sentence(m.value)
	}
	switch m.field {
	case "body":
		if next < len(h.lines) && h.lines[next].cell == otherCell {
			return false
		}
		for k := next; k < len(h.lines) && k < next+3; k++ { // 会議概要 above the head's own labels
			if x, ok := matchLabel(h.lines[k].text); ok && (x.field == "date" || x.field == "venue") && !h.has("date") {
				return false
			}
		}
		return true
	case "agenda":
		if next >= len(h.lines) {
			return false
		}
		if len(h.rec.Agenda) > 0 && h.zone != "" && (h.speaks(next) || h.repeats(h.lines[next].text)) {
			return true
		}
		return h.zone != "" && (h.speaks(next) || stage(h.lines[next].text) && next+1 < len(h.lines) && h.speaks(next+1))
	}
	return false
}

func (h *header) has(name string) bool {
	for _, f := range h.rec.Header {
		if f.Name == name {
			return true
		}
	}
	return false
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

// heading reports whether l is set like a heading: short, numbered or tagged,
// and no sentence.
func (h *header) heading(l line) bool {
	if textutil.Longer(l.text, 60) || strings.HasSuffix(l.text, "。") || l.cell == otherCell {
		return false
	}
	_, is := numbered(l.text)
	_, _, _, tag := caseAt(l.text)
	return is || tag || bracketHeading(l.text) != ""
}

// rewind gives the lines under 議事 back to the proceedings where they turn out
// to be its headings: a sentence stands between them.
func (h *header) rewind(i int) int {
	if h.zone != "agenda" || h.cur == nil || h.from < 0 || h.from >= i {
		return i
	}
	last, ok := number{}, false
	for k := h.from; k < i; k++ {
		if n, is := numbered(h.lines[k].text); is {
			last, ok = n, true
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
