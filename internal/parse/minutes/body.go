package minutes

import (
	"fmt"
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// sectionWords are the words by which a short heading tells what follows.
var sectionWords = []struct{ word, kind string }{
	{"質疑", "questions"}, {"質問", "questions"}, {"説明", "explanation"}, {"審議", "deliberation"}, {"討議", "deliberation"},
	{"協議", "deliberation"}, {"意見", "opinion"}, {"結論", "decision"}, {"採決", "decision"}, {"結果", "decision"},
}

// body reads the proceedings.
func (p *parser) body(lines []line) {
	itemStyle, sectionStyle, sectionN := "", "", 0
	for i, l := range lines {
		switch {
		case isTail(l.text):
			for _, t := range lines[i:] {
				p.residue(t, record.WhyChrome)
			}
			return
		case isFurniture(l.text):
			p.residue(l, record.WhyFurniture)
			continue
		case isChrome(l.text):
			p.residue(l, record.WhyChrome)
			continue
		}
		if p.notation != nil {
			if x, ok := p.notation.at(p.voices, l.text); ok {
				sp := x.voice.speaker
				sp.Mark = x.mark
				p.passage(&sp, x.text, l.n)
				continue
			}
		}
		if textutil.Longer(l.text, 120) || strings.HasSuffix(l.text, "。") {
			p.prose(l)
			continue
		}
		num, isNum := numbered(l.text)
		rest := l.text
		if isNum {
			rest = num.rest
		}
		id, kind, title, tag := caseAt(rest)
		known := p.announced(l.text, id)
		speaking := p.speaking()
		if known != nil || tag || isNum && (itemStyle == "" && !speaking && num.style != "ア" || num.style == itemStyle && !speaking) && len(p.rec.Agenda) == 0 || isNum && num.style == itemStyle && p.sameNumber(num) {
			if isNum && (itemStyle == "" || known != nil && sectionStyle != num.style) {
				itemStyle = num.style
			}
			p.item(l, num, id, kind, title, known)
			sectionStyle, sectionN = "", 0
			continue
		}
		if k, ok := p.section(l, num, isNum, sectionStyle, sectionN, speaking); ok {
			p.openSection(record.Section{Kind: k, Label: l.text, Line: l.n})
			if isNum {
				sectionStyle, sectionN = num.style, num.n
			}
			if it := p.last(); it.Department == "" {
				it.Department = departmentIn(l.text)
			}
			continue
		}
		p.prose(l)
	}
	if p.notation == nil {
		p.fault("P120", 0, "")
	}
}

// section decides whether a short line heads a section.
func (p *parser) section(l line, num number, isNum bool, style string, n int, speaking bool) (string, bool) {
	if textutil.Longer(l.text, 50) || len(p.rec.Items) == 0 {
		return "", false
	}
	bracketed := strings.ContainsRune(opening, textutil.FirstRune(l.text)) && strings.ContainsRune(closing, textutil.LastRune(l.text))
	if !isNum && !bracketed && textutil.Longer(l.text, 6) || num.style == "①" {
		return "", false
	}
	kind := ""
	if !sentence(l.text) || isNum {
		for _, w := range sectionWords {
			if strings.Contains(l.text, w.word) {
				kind = w.kind
				break
			}
		}
	}
	next := isNum && (num.style == style && num.n == n+1 || style == "" && num.n == 1 && !speaking)
	switch {
	case kind != "" && isNum && (next || !speaking):
		return kind, true
	case kind != "" && !isNum && !textutil.Longer(l.text, 14) && !strings.Contains(l.text, "声") && !strings.Contains(l.text, "者"):
		return kind, true
	case next && l.gap > 0 && num.style == "ア":
		return "text", true
	}
	return "", false
}

func departmentIn(label string) string {
	for _, w := range []string{"所管課", "担当課", "実施機関", "原課", "説明"} {
		if _, after, ok := strings.Cut(label, w); ok && strings.ContainsAny(clip(after, 3), "(（") {
			if i := strings.IndexAny(after, ")）"); i > 0 {
				return strings.TrimLeft(after[:i], "(（")
			}
		}
	}
	return ""
}

// announced finds the agenda item that text heads, by its case or its title.
func (p *parser) announced(text, id string) *record.AgendaItem {
	key := titleKey(text)
	for i := range p.rec.Agenda {
		a := &p.rec.Agenda[i]
		other := titleKey(a.Label)
		if id != "" && id == a.Case || key != "" && key == other || textutil.Longer(key, 3) && strings.HasPrefix(other, key) {
			return a
		}
	}
	return nil
}

// sameNumber reports whether the agenda has the number of a heading.
func (p *parser) sameNumber(n number) bool {
	for _, a := range p.rec.Agenda {
		if a.Number == n.text && !strings.HasSuffix(n.rest, "。") && textutil.FirstRune(titleKey(a.Label)) == textutil.FirstRune(textutil.Key(n.rest)) {
			return true
		}
	}
	return false
}

func (p *parser) item(l line, num number, id, kind, title string, known *record.AgendaItem) {
	h := record.Heading{Text: l.text, Line: l.n}
	it := record.Item{Number: num.text, Case: id, Title: title, Kind: kindOf(title, kind), Line: l.n, Labels: []record.Heading{h}}
	if it.Number == "" && len(p.rec.Items) > 0 {
		it.Number = p.last().Number
	}
	if known != nil {
		if known.Number != "" && num.text == "" {
			it.Number = known.Number
		}
		if it.Kind == "" {
			it.Kind = known.Kind
		}
		if it.Case == "" {
			it.Case = known.Case
		}
	}
	for i, old := range p.rec.Items { // put off and taken up again
		if it.Case != "" && old.Case == it.Case || it.Case == "" && old.Title != "" && old.Title == it.Title && old.Number == it.Number {
			old.Labels = append(old.Labels, h)
			if i == len(p.rec.Items)-1 {
				p.rec.Items[i] = old
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
	sec.Passages = append(sec.Passages, record.Passage{ID: fmt.Sprintf("s%04d", p.passages), Speaker: s, Text: text, Line: n})
}

// prose goes on with the passage before it; a stage direction or interjection
// stands alone.
func (p *parser) prose(l line) {
	ps := p.current().Passages
	r := textutil.FirstRune(l.text)
	if len(ps) == 0 || closes(l.text) || (r == '(' || r == '（' || r == '〔') && strings.ContainsRune(")）〕", textutil.LastRune(l.text)) {
		p.passage(nil, l.text, l.n)
		return
	}
	last := &ps[len(ps)-1]
	if last.Text != "" {
		last.Text += "\n"
	}
	last.Text += l.text
}

// closes knows the words that end the paper and are nobody's speech: 以上, 閉会.
func closes(s string) bool {
	if textutil.Longer(s, 8) {
		return false
	}
	switch strings.Trim(textutil.Key(s), "()-―") {
	case "以上", "閉会", "散会", "了":
		return true
	}
	return false
}
