package minutes

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// pending reports whether a speaker's label stands alone and waits for its text.
func (p *parser) pending() bool {
	if !p.speaking() {
		return false
	}
	ps := p.current().Passages
	return ps[len(ps)-1].Text == ""
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
	if l.cell == firstCell && len(ps) > 0 && ps[len(ps)-1].Speaker == nil { // a row of a table stands for itself
		apart = true
	}
	if n := len(ps); n > 0 && ps[n-1].Speaker != nil && ps[n-1].Text != "" && ps[n-1].Speaker.Role != "chair" && concludes(l.text) {
		apart = true
	}
	if len(ps) == 0 || apart || closes(l.text) || ps[len(ps)-1].Speaker == nil && closes(ps[len(ps)-1].Text) {
		p.passage(nil, l.text, l.n)
		return
	}
	last := &ps[len(ps)-1]
	end := ""
	if last.Text != "" && (p.said != p.at-1 || !flows(last.Text, l)) {
		end = "\n"
	}
	last.Text = p.text.add(last.Text, end, l.text)
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
	switch textutil.FirstRune(textutil.TrimLeft(s)) {
	default: // most lines need no key
		return columnHeads(s, lines, i)
	case '発', '意', '質', '委', '議', '会':
	}
	switch textutil.Key(s) {
	case "発言者会議の経過", "発言者発言内容", "発言者内容", "発言者議事の経過", "発言者発言要旨", "発言者発言", "発言者質疑・意見等", "発言者議事内容", "発言者審議内容", "意見・質問回答", "質問・意見回答", "委員からの意見・質問それに対する回答等", "委員からの意見・質問それに対する回答", "質問回答", "意見等回答", "質疑回答", "発言者発言の要旨", "議題・発言者・発言内容", "議題発言者発言内容":
		return true
	case "発言者", "発言内容", "会議の経過":
		return lines[i].cell != noCell
	}
	return columnHeads(s, lines, i)
}

// concludes reports whether a line tells, in the words of the minutes, what the
// meeting decided: 以上により、…了承された。
func concludes(s string) bool {
	if r := textutil.FirstRune(s); (r == '→' || r == '⇒') && !textutil.Longer(s, 24) { // → 一部修正のうえ、承認。
		return decides(strings.TrimLeft(s, "→⇒ 　"))
	}
	for _, w := range []string{"原案のとおり", "原案どおり", "原案通り"} { // in the passive: nobody says it
		if strings.HasPrefix(s, w) && strings.HasSuffix(s, "された。") && outcomeIn(s) != "" {
			return true
		}
	}
	for _, w := range []string{"以上により、", "以上のとおり、", "以上の審議を踏まえ、", "以上の結果、", "審議の結果、", "採決の結果、", "協議の結果、", "質疑の後、", "審査の結果、"} {
		if strings.HasPrefix(s, w) {
			return (strings.HasSuffix(s, "された。") || strings.HasSuffix(s, "した。")) && outcomeIn(s) != ""
		}
	}
	return false
}
