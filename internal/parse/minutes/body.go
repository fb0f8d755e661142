package minutes

import (
	"strings"

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
		if p.another(lines, i) {
			p.fault("P108", l.n, l.text, l.text)
			out = &headings{fresh: true}
			p.item(l, out, number{}, "", "", l.text, nil)
			continue
		}
		if l.cell == otherCell && (i == 0 || lines[i-1].n != l.n) && p.headsAgenda(l) { // | （２）…
			l.cell = noCell
			if p.heads(out, append(append([]line{}, lines[max(i-1, 0):i]...), l), min(i, 1)) {
				out.fresh = true
				continue
			}
			l.cell = otherCell
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
		if l.cell == otherCell && strings.ContainsRune("（(〔", textutil.FirstRune(l.text)) && stage(l.text) { // | （異議なし）
			p.direction(l)
			continue
		}
		out.fresh = false
		p.prose(l)
	}
	if p.notation == nil {
		p.fault("P120", 0, "")
	}
}

// headsAgenda reports whether a line is a numbered heading that the agenda has.
func (p *parser) headsAgenda(l line) bool {
	num, ok := numbered(l.text)
	return ok && !strings.HasSuffix(l.text, "。") && p.announced(l.text, "", num) != nil
}

// speech begins a speech where line i names a speaker.
func (p *parser) speech(lines []line, i int) bool {
	if p.notation == nil {
		return false
	}
	l := lines[i]
	x, ok := p.notation.at(p.voices, l.text)
	if !ok && p.asker(l.text) && i+1 < len(lines) && p.opensSpeech(lines[i+1]) { // ◆雨宮議員 above 問
		p.passage(nil, l.text, l.n)
		return true
	}
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

// asker reports whether s is a mark and the name of one whose questions follow, where
// speakers are told by 問 and 答.
func (p *parser) asker(s string) bool {
	r := textutil.FirstRune(s)
	return p.notation.name == questions && isMark(r) && p.voices.read(textutil.TrimLeft(s[len(string(r)):])).ok
}

func (p *parser) opensSpeech(l line) bool {
	_, ok := p.notation.at(p.voices, l.text)
	return ok
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
