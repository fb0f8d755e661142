package minutes

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// body reads the proceedings: each line is a speech's beginning, a heading, a
// stage direction, or goes on with what stands before it.
func (p *parser) body(lines []line) {
	p.foot = p.footAt(lines)
	out := &headings{}
	for i := range lines {
		l := lines[i]
		p.at = i
		switch {
		case i >= p.foot:
			p.end(lines[i:])
			return
		case isChrome(l.text) || isTrail(l.text):
			p.residue(l, record.WhyChrome)
			continue
		case isColumnHead(l.text, lines, i):
			p.residue(l, record.WhyFurniture)
			continue
		}
		if l.cell != otherCell || !p.speaking() {
			if p.speech(lines, i) {
				out.fresh = false
				continue
			}
			if p.pending() {
				p.prose(l)
				continue
			}
			if rest, ok := p.inlineSection(l); ok {
				l.text, l.gap = rest, 0
				p.prose(l)
				continue
			}
			if p.heads(out, lines, i) {
				out.fresh = true
				continue
			}
			if stage(l.text) {
				p.direction(l)
				continue
			}
		}
		out.fresh = false
		p.prose(l)
	}
	if p.notation == nil {
		p.fault("P120", 0, "")
	}
}

// pending reports whether a speaker's label stands alone and waits for its text.
func (p *parser) pending() bool {
	if !p.speaking() {
		return false
	}
	ps := p.current().Passages
	return ps[len(ps)-1].Text == ""
}

// speech begins a speech where line i names a speaker.
func (p *parser) speech(lines []line, i int) bool {
	if p.notation == nil {
		return false
	}
	l := lines[i]
	x, ok := p.notation.at(p.voices, l.text)
	if !ok || x.text == "" && !p.mayStand(x, lines, i) {
		return false
	}
	if x.text == "登壇" || x.text == "降壇" {
		p.direction(l)
		return true
	}
	sp := x.voice.speaker
	sp.Mark = x.mark
	p.passage(&sp, x.text, l.n)
	return true
}

// mayStand reports whether a speaker's label may stand alone on its line: what
// follows is speech, not a list of names or another label.
func (p *parser) mayStand(x speech, lines []line, i int) bool {
	if x.mark != "" {
		return !strings.HasSuffix(x.voice.speaker.Label, "登壇")
	}
	if i+1 >= len(lines) {
		return false
	}
	_, next := p.notation.at(p.voices, lines[i+1].text)
	return !next && !isSeal(lines[i+1].text)
}

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
	}
	speaking := p.speaking()
	known := p.announced(text, id, num)
	if known == nil && num.style == "議題" {
		known = p.announced(rest, "", number{})
	}
	next := p.nextOpens(lines, i)
	switch {
	case known != nil && (!speaking || tag || isNum || inner != "" || next || l.gap > 0):
	case tag && (isNum || textutil.FirstRune(rest) != utf8.RuneError && (strings.ContainsRune(opening, textutil.FirstRune(rest)) || !speaking || next)):
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
	p.item(l, out, num, id, kind, title, known)
	return true
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

// item opens the item that l heads, or goes on with it where it was put off.
func (p *parser) item(l line, out *headings, num number, id, kind, title string, known *record.AgendaItem) {
	h := record.Heading{Text: l.text, Line: l.n}
	var office string
	title, office = departmentTail(title)
	above := out.kind(num.style)
	it := record.Item{Number: num.text, Case: id, Title: title, Kind: kindOf(title, kind), Line: l.n, Labels: []record.Heading{h}, Department: office}
	if it.Number == "" && id != "" && len(p.rec.Items) > 0 {
		it.Number = p.last().Number
	}
	if known != nil {
		if known.Number != "" && (num.text == "" || num.style == "議題") {
			it.Number = known.Number
		}
		if it.Kind == "" {
			it.Kind = known.Kind
		}
		if it.Case == "" {
			it.Case = known.Case
		}
		if it.Department == "" {
			for _, s := range strings.Split(known.Label, "\n") {
				if _, d := departmentTail("。" + s); d != "" {
					it.Department = d
				}
			}
		}
		if it.Title == "" && it.Case != "" {
			it.Title = ""
		}
	}
	group := groupKind(title)
	if it.Kind == "" {
		it.Kind = group
	}
	if it.Kind == "" {
		it.Kind = above
	}
	if num.style == "" && group != "" {
		out.levels = []level{{style: "≪", n: 0, kind: group}}
	} else {
		out.enter(num, group, false)
	}
	for i, old := range p.rec.Items { // put off and taken up again
		if len(p.rec.Items) > 500 {
			break
		}
		same := it.Case != "" && old.Case == it.Case || it.Case == "" && old.Title != "" && old.Title == it.Title && old.Number == it.Number && old.Kind == it.Kind
		if same {
			old.Labels = append(old.Labels, h)
			if i == len(p.rec.Items)-1 {
				p.rec.Items[i] = old
				if len(old.Sections) > 0 {
					p.openSection(record.Section{Kind: "text"})
				}
				return
			}
			rest := append(append([]record.Item{}, p.rec.Items[:i]...), p.rec.Items[i+1:]...)
			p.rec.Items = append(rest, old)
			p.openSection(record.Section{Kind: "text"})
			return
		}
	}
	p.rec.Items = append(p.rec.Items, it)
}

func (p *parser) department(label string) {
	if it := p.last(); it.Department == "" {
		it.Department = departmentIn(label)
	}
}

func (p *parser) last() *record.Item {
	if len(p.rec.Items) == 0 {
		p.rec.Items = append(p.rec.Items, record.Item{})
	}
	return &p.rec.Items[len(p.rec.Items)-1]
}

func (p *parser) openSection(s record.Section) {
	it := p.last()
	it.Sections = append(it.Sections, s)
}

func (p *parser) current() *record.Section {
	it := p.last()
	if len(it.Sections) == 0 {
		it.Sections = append(it.Sections, record.Section{Kind: "text"})
	}
	return &it.Sections[len(it.Sections)-1]
}

// speaking reports whether the line before belongs to a labelled speech.
func (p *parser) speaking() bool {
	if len(p.rec.Items) == 0 || len(p.last().Sections) == 0 {
		return false
	}
	ps := p.current().Passages
	return len(ps) > 0 && ps[len(ps)-1].Speaker != nil
}

func (p *parser) passage(s *record.Speaker, text string, n int) {
	p.passages++
	sec := p.current()
	if sec.Kind == "stage" { // what follows goes on with the section before
		kind := "text"
		if it := p.last(); len(it.Sections) > 1 {
			kind = it.Sections[len(it.Sections)-2].Kind
		}
		p.openSection(record.Section{Kind: kind})
		sec = p.current()
	}
	sec.Passages = append(sec.Passages, record.Passage{ID: fmt.Sprintf("s%04d", p.passages), Speaker: s, Text: text, Line: n})
	p.said = p.at
}

// direction adds a stage direction or interjection, apart from speech.
func (p *parser) direction(l line) {
	if p.current().Kind != "stage" {
		if sec := p.current(); len(sec.Passages) == 0 && sec.Label == "" {
			sec.Kind = "stage"
		} else {
			p.openSection(record.Section{Kind: "stage"})
		}
	}
	p.passages++
	sec := p.current()
	sec.Passages = append(sec.Passages, record.Passage{ID: fmt.Sprintf("s%04d", p.passages), Text: l.text, Line: l.n})
}

// prose goes on with the passage before it; closing words stand alone.
func (p *parser) prose(l line) {
	if it := p.last(); it.Department == "" && len(it.Labels) > 0 {
		it.Department = departmentIn(clip(l.text, 90))
	}
	if p.current().Kind == "stage" {
		p.passage(nil, l.text, l.n)
		return
	}
	ps := p.current().Passages
	apart := len(ps) > 0 && l.gap > 0 && p.notation != nil && p.notation.name == questions && ps[len(ps)-1].Speaker != nil
	if m, ok := matchLabel(l.text); ok && (m.field == "next" || m.field == "openness" || m.field == "observers") && (m.deco != "" || l.gap > 0 || m.firm) && !strings.HasPrefix(l.text, "・") {
		apart = true
	}
	if len(ps) == 0 || apart || closes(l.text) || ps[len(ps)-1].Speaker == nil && closes(ps[len(ps)-1].Text) {
		p.passage(nil, l.text, l.n)
		return
	}
	last := &ps[len(ps)-1]
	if last.Text != "" && (p.said != p.at-1 || !flows(last.Text, l)) {
		last.Text += "\n"
	}
	last.Text += l.text
	p.said = p.at
}

// flows reports whether a line only goes on with a sentence that print broke
// off before it.
func flows(before string, l line) bool {
	if i := strings.LastIndexByte(before, '\n'); i >= 0 {
		before = before[i+1:]
	}
	r, first := textutil.LastRune(before), textutil.FirstRune(l.text)
	if r == utf8.RuneError || first == utf8.RuneError || l.cell != noCell || l.gap > 0 && !l.page || strings.ContainsRune("。．」』）)】？?！!…:：", r) {
		return false
	}
	if strings.ContainsRune("・•○●◎◆◇■□▲△※〇◯-－―(（【［[「『①②③④⑤⑥⑦⑧⑨", first) {
		return first == '「' || first == '『' || (first == '(' || first == '（') && !strings.HasSuffix(before, "と")
	}
	if _, ok := numbered(l.text); ok {
		return false
	}
	return l.page || r == '、' || r == ',' || r == '，' || textutil.Longer(before, 18)
}

// isColumnHead knows the heads of a table's columns: 発言者　会議の経過.
func isColumnHead(s string, lines []line, i int) bool {
	key := textutil.Key(s)
	switch key {
	case "発言者会議の経過", "発言者発言内容", "発言者内容", "発言者議事の経過", "発言者発言要旨", "発言者発言", "発言者質疑・意見等", "発言者議事内容", "発言者審議内容", "意見・質問回答", "質問・意見回答", "委員からの意見・質問それに対する回答等", "委員からの意見・質問それに対する回答", "質問回答", "意見等回答", "質疑回答", "発言者発言の要旨", "議題・発言者・発言内容", "議題発言者発言内容":
		return true
	case "発言者", "発言内容", "会議の経過":
		return lines[i].cell != noCell
	}
	return false
}
