package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/textutil"
)

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
			if m, is := h.firstTopic(i); is {
				return m, true
			}
			if m, is := agendaLabel(l.text); is && h.cur != nil && h.zone != "agenda" {
				return m, true
			}
			if m, is := h.officer(i); is {
				return m, true
			}
			return h.strange(l)
		}
		return m, ok
	}
	if ok && m.value == "" {
		if h.peopled() && h.cur.m.deco != "|" && (m.word == "委員" || m.word == "構成員") { // the first column says what they are
			return m, false
		}
		m.deco = "|"
		return m, true
	}
	if textutil.Longer(l.text, 24) || strings.Contains(l.text, "。") || h.speaks(i) && (h.zone != "" && h.zone != "attendees" || h.has("date") && strings.Contains(h.lines[i+1].text, "。")) {
		return m, false
	}
	w, known := columnLabel(l.text)
	if h.peopled() && h.cur.m.deco != "|" && (!known || strings.HasSuffix(textutil.Key(l.text), "委員")) { // a row of people below a label that is no cell
		return m, false
	}
	if before := strings.TrimSuffix(textutil.Key(l.text), w.word); known && (w.field == "attendees" || w.field == "absentees") && side(before) {
		w = headLabel{"officers", textutil.Key(l.text)} // 町出席者
	}
	if !known { // 処分庁（福祉事務所）
		base, _, _ := strings.Cut(textutil.Key(l.text), "(")
		switch _, _, role := roleOf(base); role {
		case "chair":
			w = headLabel{"attendees", "議長"}
		case "secretariat":
			w = headLabel{"staff", l.text}
		case "department", "agency", "applicant", "expert", "observer", "executive":
			w = headLabel{"officers", l.text}
		}
	}
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
		if value == "" && i+1 < len(h.lines) && !h.speaks(i+1) {
			value = h.lines[i+1].text
		}
		_, ok := jadate.First(value)
		return !ok && !hasHours(value)
	}
	return false
}

// peopled reports whether the field that is open lists people.
func (h *header) peopled() bool {
	return h.cur != nil && (h.zone == "attendees" || h.zone == "absentees" || h.zone == "staff" || h.zone == "officers")
}

// strange takes a label that no table has for one where it is set like the
// labels before it: ■委嘱の状況　…, 6 市民委員 ….
func (h *header) strange(l line) (labelMatch, bool) {
	if m, ok := h.plainLabel(l); ok {
		return m, true
	}
	if m, ok := h.colonLabel(l); ok {
		return m, true
	}
	if h.cur == nil || h.cur.m.deco == "" || h.cur.m.deco == "|" || l.indent > h.cur.line.indent && strings.ContainsAny(h.cur.m.deco, "・•") || textutil.Longer(l.text, 120) || strings.HasSuffix(l.text, "。") {
		return labelMatch{}, false
	}
	m := labelMatch{}
	s := l.text
	if n, ok := numbered(s); ok {
		m.deco, m.n, s = n.style, n.n, n.rest
		if m.n != h.cur.m.n+1 && !(m.n == 1 && h.cur.m.n == 1 && len(h.fields) > 2 && h.fields[len(h.fields)-2].m.n == 1) { // all are numbered 一
			return m, false
		}
	} else {
		r := textutil.FirstRune(s)
		if !isLabelMark(r) && !strings.ContainsRune(opening, r) {
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
	if word == "" || textutil.Longer(word, 20) || m.n == 0 && h.voices.read(word).ok && h.zone != "attendees" && h.zone != "absentees" && h.zone != "staff" && h.zone != "officers" {
		return m, false
	}
	m.value = textutil.TrimLeft(strings.TrimLeft(textutil.TrimLeft(s[end:]), ":："))
	if i := strings.IndexAny(word, "(（"); i > 0 && counts(word[i:]) { // 推進委員（２人）
		word, m.note = word[:i], word[i:]
	}
	m.word = word
	if m.value == "" && m.n > 0 && wholeHeading(word) { // 6 協議
		return m, false
	}
	m.label = textutil.Trim(l.text[:len(l.text)-len(m.value)])
	for _, tail := range []string{"者", "員", "役", "側", "部", "課", "出席"} {
		if strings.HasSuffix(word, tail) {
			m.field = "officers"
		}
	}
	if before, _, role := roleOf(textutil.Key(word)); role != "" && before == "" && role != "chair" && role != "vice-chair" && role != "member" {
		m.field = "officers" // ７　書記　…
	}
	return m, true
}

// plainLabel takes the first word of a line for a label where the one before was
// set so: 書記　　門真　薫 below 出席者　　委員長　….
func (h *header) plainLabel(l line) (labelMatch, bool) {
	m := labelMatch{}
	if name, rest, ok := dutyLabel(l.text); ok && h.cur != nil && h.cur.m.deco == "" && l.indent == h.cur.line.indent && h.zone != "agenda" && h.zone != "handouts" {
		return labelMatch{field: "officers", word: name, label: name, value: rest}, true
	}
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
	if h.cur.m.deco == "|" && m.deco != "|" && m.n > 0 && m.deco == h.outer.deco && m.n == h.outer.n+1 { // 4 欠席者 below a table of 3 出席者
		return true
	}
	if h.cur.m.deco == "|" || m.deco == "|" {
		return m.deco == "|" || m.firm && (l.gap > 0 || m.field == "body" && m.value == "" && l.cell == noCell)
	}
	switch h.zone {
	case "agenda", "handouts":
		if m.field == "attendees" && m.firm && m.value == "" && l.gap > 0 && l.indent == 0 && m.word != "委員" && m.word != "構成員" { // ＜出席者名簿＞
			return true
		}
		if n := len(h.rec.Agenda); m.field == "agenda" && m.value == "" && m.deco == "" && l.gap == 0 && n > 0 && h.rec.Agenda[n-1].Kind == "開会" {
			return false // 開会 / 議事 / …
		}
		if m.field == "body" && m.firm && m.value == "" && l.indent <= h.cur.line.indent {
			return m.deco == h.cur.m.deco || m.deco == "" || m.n == 0 || h.speaks(i+1)
		}
		if l.cut && m.deco == h.cur.m.deco {
			return m.n == 0 || m.n == h.cur.m.n+1 || h.cur.m.n == 0
		}
		if h.zone == "handouts" && m.field == "agenda" && m.deco == h.cur.m.deco && m.value == "" && i+1 < len(h.lines) {
			if n, ok := numbered(h.lines[i+1].text); ok && n.n == 1 && (wholeHeading(n.rest) || strings.ContainsAny(m.label, ":：")) {
				return true
			}
		}
		if h.zone == "handouts" && m.field == "agenda" && sized(m.value) { // 次第 [82KB pdfファイル] is a paper
			return false
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
		return m.word != "委員" || m.firm || m.deco != "" && m.deco == h.cur.m.deco && m.n == h.cur.m.n+1
	case "attendees", "absentees", "staff", "officers":
		// a roster's own headings stay in its text
		if m.word == "委員" || m.word == "実施機関" && m.value == "" || m.word == "専門委員" || m.word == "臨時委員" {
			return m.deco == h.cur.m.deco && m.deco != "" && (l.indent <= h.cur.line.indent || !strings.ContainsAny(m.deco, "・•")) || m.firm && m.deco == "" && l.gap > 0 && l.indent == 0 && len(h.cur.lines) > 0
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

// sized reports whether s is nothing but the size and kind of a file: [82KB pdfファイル].
func sized(s string) bool {
	key := strings.ToLower(textutil.Key(s))
	if key == "" || !strings.ContainsRune("([", textutil.FirstRune(textutil.Fold(key))) && !strings.ContainsRune(opening, textutil.FirstRune(key)) {
		return false
	}
	for _, w := range []string{"kb", "mb", "pdf", "ファイル", "キロバイト", "バイト", "word", "excel"} {
		if strings.Contains(key, w) {
			return true
		}
	}
	return false
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
			end := i + len(rowOf(h.lines, i))
			_, is := numbered(h.lines[next].text)
			return h.lines[i].cell == firstCell && end < len(h.lines) && is && h.speaks(end) // 審議の概要 | (1)… / 委員 | …
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

// officer takes a role alone on its line, with a name set deeper below it, for a
// label among those of the people: 議長 /　　越川　直.
func (h *header) officer(i int) (labelMatch, bool) {
	l := h.lines[i]
	if h.cur == nil || h.cur.m.deco != "" || l.indent != h.cur.line.indent || l.cell != noCell || i+1 >= len(h.lines) || h.lines[i+1].indent <= l.indent || sentence(h.lines[i+1].text) || textutil.Longer(l.text, 12) {
		return labelMatch{}, false
	}
	switch key := textutil.Key(l.text); key {
	case "議長", "副議長", "紹介議員", "提出者", "委員外委員", "傍聴議員", "書記", "幹事", "監事", "説明員", "司会", "町長", "市長", "村長", "区長", "教育長":
		return labelMatch{field: "officers", word: key, label: l.text, firm: true}, true
	}
	return labelMatch{}, false
}

// colonLabel takes the word before a colon for a label where the one before was
// set so and labels follow: 施行者：紫波区画整理課長.
func (h *header) colonLabel(l line) (labelMatch, bool) {
	if h.cur == nil || !strings.ContainsAny(h.cur.m.label, ":：") || l.indent != h.cur.line.indent || l.n >= h.lines[max(h.limit, 0)].n || l.cell != noCell {
		return labelMatch{}, false
	}
	i := strings.IndexAny(clip(l.text, 48), ":：")
	if i <= 0 {
		return labelMatch{}, false
	}
	word := textutil.Key(l.text[:i])
	if textutil.Longer(word, 12) || strings.ContainsAny(word, "、。()") {
		return labelMatch{}, false
	}
	w := len(string(textutil.FirstRune(l.text[i:])))
	m := labelMatch{word: word, label: l.text[:i+w], value: textutil.TrimLeft(l.text[i+w:]), firm: true}
	for _, tail := range []string{"者", "員", "側", "課", "部", "局", "館", "院"} {
		if strings.HasSuffix(word, tail) {
			m.field = "officers"
		}
	}
	if before, _, role := roleOf(word); role == "chair" && before == "" { // 会　長：見晴市長　…
		m.field, m.word = "attendees", "議長"
	}
	return m, true
}

// firstTopic takes 議題　１　… for the agenda's label with its first entry where no
// agenda stood before and no speech follows.
func (h *header) firstTopic(i int) (labelMatch, bool) {
	l := h.lines[i]
	rest, ok := cutSpaced(l.text, "議題")
	if !ok || h.cur == nil || len(h.rec.Agenda) > 0 || h.zone == "agenda" || h.zone == "handouts" || l.indent != h.cur.line.indent || h.speaks(i+1) && (l.gap > 0 || h.lines[i+1].gap == 0) {
		return labelMatch{}, false
	}
	value := textutil.TrimLeft(rest)
	if _, is := numbered(value); !is || len(value) == len(rest) || !textutil.IsDigit(textutil.FirstRune(value)) {
		return labelMatch{}, false
	}
	return labelMatch{field: "agenda", word: "議題", label: textutil.Trim(l.text[:len(l.text)-len(value)]), value: value}, true
}
