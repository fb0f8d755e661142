package minutes

import (
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// heads reads a heading and opens the item or section it heads.
func (p *parser) heads(out *headings, lines []line, i int) bool {
	l := lines[i]
	if textutil.Longer(l.text, 120) || strings.HasSuffix(l.text, "。") || l.cell == otherCell {
		return false
	}
	text := l.text
	inner := bracketHeading(text)
	if inner != "" && sectionKind(inner) != "" && groupKind(inner) == "" && len(p.rec.Items) > 0 && p.announced(text, "", number{}) == nil {
		if _, ok := numbered(inner); !ok {
			inner = ""
		}
	}
	body := strings.TrimLeft(text, "•●■◆◎▼□○◯〇 　")
	if inner != "" {
		body = inner
	} else if w := whole(text); w != "" { // 【議案第４５号　…】
		if _, _, title, ok := caseAt(w); ok && title != "" {
			body = w
		}
	}
	num, isNum := numbered(body)
	rest := body
	if isNum {
		rest = num.rest
	}
	id, kind, title, tag := caseAt(rest)
	if n, after, ok := topic(text); ok && !isNum {
		num, title, tag = number{style: "議題", text: n, rest: after}, after, true
		num.n = len(out.levels) + 1
		rest = after
		if c, k, t, ok := caseAt(after); ok { // 日程第３　議案第３０号　…
			id, kind, title = c, k, t
		}
	}
	speaking := p.speaking()
	known := p.announced(text, id, num)
	if known == nil && num.style == "議題" {
		if known = p.announced(rest, "", number{}); known == nil && rest == "" { // 議題１ and no more
			if known = p.numberedIn(num.text); known != nil {
				title = known.Title
			}
		}
	}
	next := p.nextOpens(lines, i)
	switch {
	case known != nil && (!speaking || tag || isNum || inner != "" || next || l.gap > 0 || p.ending(lines, i)):
	case tag && (isNum || textutil.FirstRune(rest) != utf8.RuneError && (strings.ContainsRune(opening, textutil.FirstRune(rest)) || !speaking || next || num.style == "議題" && l.gap > 0)):
		if speaking && title == "" && !next {
			return false
		}
	case inner != "":
	case isNum:
		if k := p.sectionFor(out, l, num, rest, speaking, next); k != "" {
			p.openSection(record.Section{Kind: k, Label: l.text, Line: l.n})
			out.enter(num, "", true)
			p.department(l.text)
			return true
		}
		if !p.mayHead(out, lines, i, num, speaking, next) {
			return false
		}
	default:
		return p.plainHeading(out, lines, i, speaking, next)
	}
	if known != nil && isNum && num.style == "ア" && sectionKind(rest) != "" && len(p.rec.Items) > 0 {
		known = nil
	}
	if inner != "" && !isNum && !tag {
		title = inner
	} else if w := whole(text); known != nil && w != "" && !isNum && !tag {
		title = w
	}
	switch {
	case known != nil:
		p.sign(l.n, SignAgenda, firstLine(known.Label))
	case tag && id != "":
		p.sign(l.n, SignTag, id)
	case inner != "":
		p.sign(l.n, SignBracket)
	case isNum:
		p.sign(l.n, SignNumber)
	}
	p.item(l, out, num, id, kind, title, known)
	return true
}

// numberedIn is the matter that the agenda has under a number, nil where it has none
// or several.
func (p *parser) numberedIn(n string) *record.AgendaItem {
	var found *record.AgendaItem
	for i := range p.rec.Agenda {
		if p.rec.Agenda[i].Number == n {
			if found != nil {
				return nil
			}
			found = &p.rec.Agenda[i]
		}
	}
	return found
}

// inlineSection opens the section that a bracket at the head of a line names, and
// gives the rest of the line: 【結論】継続を妥当とする。
func (p *parser) inlineSection(l line) (rest string, ok bool) {
	open := textutil.FirstRune(l.text)
	if open != '【' && open != '〔' && open != '［' || len(p.rec.Items) == 0 {
		return "", false
	}
	end := strings.IndexAny(l.text, "】〕］")
	if end < 0 || end > 40 {
		return "", false
	}
	_, w := utf8.DecodeRuneInString(l.text[end:])
	inner := textutil.Key(l.text[len(string(open)):end])
	rest = textutil.TrimLeft(l.text[end+w:])
	kind := sectionKind(inner)
	if kind == "" || textutil.Longer(inner, 8) || rest == "" || p.notation != nil && p.notation.name == questions && kind != "decision" {
		return "", false
	}
	p.openSection(record.Section{Kind: kind, Label: l.text[:end+w], Line: l.n})
	return rest, true
}

// plainHeading reads a heading without a number: 開会, 質疑, （主な意見）, and a
// title behind which a speech or stage direction follows at once.
func (p *parser) plainHeading(out *headings, lines []line, i int, speaking, next bool) bool {
	l := lines[i]
	key := textutil.Key(l.text)
	open := textutil.FirstRune(l.text)
	bracketed := strings.ContainsRune(opening, open) && strings.ContainsRune(closing, textutil.LastRune(l.text))
	bare := strings.Trim(key, opening+closing)
	if len(p.rec.Items) > 0 || bracketed {
		if k := sectionKind(bare); k != "" && !textutil.Longer(bare, 12) && (bracketed || !textutil.Longer(bare, 6)) && !strings.Contains(bare, "声") && !strings.HasSuffix(bare, "者") && !strings.HasSuffix(bare, "者あり") && !strings.HasSuffix(bare, "なし") && !strings.HasSuffix(bare, "後") && !(open == '《' || open == '≪') && (!speaking || bracketed || l.gap > 0) && (next || !speaking) && !interjected(l.text, next) {
			p.openSection(record.Section{Kind: k, Label: l.text, Line: l.n})
			p.department(l.text)
			return true
		}
	}
	if bracketed || speaking && l.gap == 0 {
		return false
	}
	for _, h := range headingWords {
		if key == h && h != "閉会" && (next || !speaking) {
			p.item(l, out, number{}, "", "", textutil.Trim(l.text), nil)
			return true
		}
	}
	if next && !textutil.Longer(key, 40) && (strings.HasSuffix(key, "について") || strings.HasSuffix(key, "の件")) && l.gap > 0 {
		p.item(l, out, number{}, "", "", l.text, nil)
		return true
	}
	return false
}

// interjected reports whether a bracketed line is what was called out or done
// rather than a heading: （説明）, (質疑なし) stand between speeches.
func interjected(s string, next bool) bool {
	open := textutil.FirstRune(s)
	return (open == '(' || open == '（') && !strings.Contains(s, "主な") && !next
}

// ending reports whether line i is the heading 閉会 with nothing or only the
// hour behind it.
func (p *parser) ending(lines []line, i int) bool {
	return textutil.Key(lines[i].text) == "閉会" && (i+1 >= len(lines) || i+1 >= p.foot || closes(lines[i+1].text))
}

// nextOpens reports whether the line behind i begins something new: a speech, a
// heading, a stage direction.
func (p *parser) nextOpens(lines []line, i int) bool {
	if i+1 >= len(lines) {
		return false
	}
	s := lines[i+1].text
	if p.notation != nil {
		if _, ok := p.notation.at(p.voices, s); ok {
			return true
		}
	}
	if len(p.rec.Agenda) > 0 && !textutil.Longer(s, 60) && p.announced(s, "", number{}) != nil {
		return true
	}
	if stage(s) || bracketHeading(s) != "" || isColumnHead(s, lines, i+1) {
		return true
	}
	if n, ok := numbered(s); ok && !strings.HasSuffix(s, "。") && !textutil.Longer(s, 50) {
		if a, is := numbered(lines[i].text); is && a.style != n.style && n.n == 1 {
			return true
		}
	}
	return false
}

// sectionFor tells the kind of section that a numbered line heads, "" where it
// heads none.
func (p *parser) sectionFor(out *headings, l line, num number, rest string, speaking, next bool) string {
	if len(p.rec.Items) == 0 || textutil.Longer(l.text, 50) || num.style == "①" {
		return ""
	}
	kana := num.style == "ア" || num.style == "(ア)"
	at := out.find(num.style)
	follows := at >= 0 && num.n == out.levels[at].n+1
	if at >= 0 && !out.levels[at].section {
		return ""
	}
	if speaking && !(follows || num.n == 1) {
		return ""
	}
	kind := sectionKind(rest)
	bare := textutil.Key(rest)
	if i, j := strings.IndexByte(bare, '('), strings.IndexByte(bare, ')'); i > 0 && j > i { // 所管課（地域安全課）説明
		bare = bare[:i] + bare[j+1:]
	}
	short := !textutil.Longer(bare, 10)
	switch {
	case kind != "" && (kana || short) && (follows || num.n == 1 && (!speaking || next || l.gap > 0) || !speaking):
		return kind
	case kana && (follows || num.n == 1) && (l.gap > 0 || out.fresh || next) && (!speaking || next || l.gap > 0):
		return "text"
	}
	return ""
}

// mayHead reports whether a numbered line that the agenda does not know heads an
// item: its number goes on with the numbers of the headings so far, or begins a
// level below them.
func (p *parser) mayHead(out *headings, lines []line, i int, num number, speaking, next bool) bool {
	l := lines[i]
	if num.style == "ア" && len(out.levels) > 0 || num.rest == "" || textutil.Longer(num.rest, 60) {
		return false
	}
	if m, ok := matchLabel(l.text); num.style == p.headStyle && num.n == p.headN+1 && (!ok || m.field == "agenda" || m.field == "body") { // goes on with the labels of the head
		p.headN++
		return true
	}
	if sentence(num.rest) && !next && textutil.Longer(num.rest, 12) {
		return false
	}
	switch textutil.Key(num.rest) {
	case "閉会", "散会", "開会":
		return true
	}
	if num.style == "1-1" {
		return !speaking || next
	}
	after := i+1 >= len(lines) || next || lines[i+1].text != "" && (strings.HasSuffix(lines[i+1].text, "。") || lines[i+1].gap > 0 || lines[i+1].indent > l.indent || i+1 == p.foot)
	if m, ok := matchLabel(num.rest); ok && m.field == "next" && m.value == "" && out.follows(num) {
		return true
	}
	if out.follows(num) && wholeHeading(num.rest) {
		return true
	}
	if out.follows(num) {
		return !speaking || after
	}
	if out.find(num.style) >= 0 {
		j := out.find(num.style)
		return num.n == 1 && out.fresh && !out.levels[j].section && len(out.levels) > j+1 || num.n == 1 && next && j > 0
	}
	if len(out.levels) == 0 {
		return !speaking || next
	}
	return num.n == 1 && (!speaking || next) && (out.fresh || next || l.gap > 0)
}
