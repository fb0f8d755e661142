package minutes

import (
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// recut cuts lines that were joined where labels, speakers and headings show
// where they ended. A line is left alone unless several of them stand in it.
func (p *parser) recut(lines []line) []line {
	var out []line
	for i, l := range lines {
		at := p.joints(l)
		if len(at) == 0 {
			if out != nil {
				out = append(out, l)
			}
			continue
		}
		if out == nil {
			out = append(make([]line, 0, len(lines)+len(at)), lines[:i]...)
		}
		if n := tailNumber(l.text); n > 0 && i == len(lines)-1 {
			p.residue(line{n: l.n, text: l.text[len(l.text)-n:]}, record.WhyFurniture)
			l.text = textutil.Trim(l.text[:len(l.text)-n])
		}
		p.joinedLines++
		if p.joinedLines == 1 {
			p.fault("P121", l.n, clip(l.text, 120))
		}
		from := 0
		for _, to := range append(at, len(l.text)) {
			if t := textutil.Trim(l.text[from:to]); t != "" {
				x := l
				x.text = t
				if from > 0 {
					x.gap, x.indent, x.page, x.cut = 0, 0, false, true
				}
				out = append(out, x)
			}
			from = to
		}
	}
	if out == nil {
		return lines
	}
	return out
}

// tailNumber is the length of the page's number behind the last sentence.
func tailNumber(s string) int {
	rest := strings.TrimRight(s, "0123456789")
	n := len(s) - len(rest)
	if n == 0 || n > 3 || !textutil.IsBlank(textutil.LastRune(rest)) || !strings.HasSuffix(textutil.Trim(rest), "。") {
		return 0
	}
	return n
}

// joints are the bytes of a line at which another begins.
func (p *parser) joints(l line) []int {
	if !textutil.Longer(l.text, 24) {
		return nil
	}
	labels, fields, voices := []int{}, map[string]bool{}, []int{}
	first := -1 // where speech begins: behind it are no labels
	until := 0  // where the last label ends
	firm := 0   // labels with a colon
	after, word := ' ', ' '
	numberEnd := 0 // behind the number of the line itself nothing new begins
	if n, ok := numbered(l.text); ok {
		numberEnd = len(l.text) - len(n.rest)
	}
	if p.notation != nil && p.notation.sharp { // nor inside of the label it begins with: 加藤(ま)委員：…
		if x, ok := p.notation.at(p.voices, l.text); ok && x.text != "" {
			numberEnd = max(numberEnd, len(l.text)-len(x.text)-1)
		}
	}
	for i, r := range l.text {
		prev, said := after, word
		if after = r; !textutil.IsBlank(r) {
			word = r
		}
		if textutil.IsBlank(r) || i > 0 && !ends(prev) && !(textutil.IsBlank(prev)) {
			continue
		}
		s := clip(l.text[i:], 240)
		if i > numberEnd || isMark(r) {
			if p.interior(s, i == 0 || ends(said)) {
				voices = append(voices, i)
				if first < 0 {
					first = i
				}
				continue
			}
			if m, ok := matchLabel(s); ok && m.field == "next" && first >= 0 && m.deco != "" {
				voices = append(voices, i)
				continue
			}
		}
		if first < 0 && i >= until {
			if k := p.bodyLabel(s); k > 0 && len(fields) > 1 {
				labels, voices = append(labels, i), append(voices, i+k)
				first = i + k
				continue
			}
			if m, ok := matchLabel(s); ok && (m.value != "" || m.deco != "") && m.word != "資料" {
				if m.firm && m.value != "" {
					firm++
				}
				if m.field != "" && (m.field != "body" || len(fields) > 1) {
					fields[m.field] = true
				}
				labels = append(labels, i)
				until = i + len(m.label)
			}
		}
	}
	var at []int
	if len(fields) >= 3 || len(fields) >= 2 && firm >= 2 && fields["date"] || len(fields) == 2 && fields["date"] && textutil.Longer(l.text, 60) {
		for _, i := range labels {
			if i > 0 {
				at = append(at, i)
			}
		}
	}
	if textutil.Longer(l.text, 200) {
		at = append(at, echoes(l.text)...)
	}
	if len(voices) > 1 || len(voices) == 1 && voices[0] > 0 && p.notation != nil {
		for _, i := range voices {
			if i > 0 {
				at = append(at, i)
			}
		}
		at = append(at, stages(l.text)...)
	}
	return sorted(at)
}

// bodyLabel is the length of a label of the proceedings at the head of s, where a
// speech follows it on the line: 会議の経過 会長 ….
func (p *parser) bodyLabel(s string) int {
	for _, l := range labelsByFirst[textutil.FirstRune(s)] {
		if l.field != "body" || p.notation == nil {
			continue
		}
		rest, ok := cutSpaced(s, l.word)
		if !ok || rest == "" || !textutil.IsBlank(textutil.FirstRune(rest)) {
			continue
		}
		t := textutil.TrimLeft(rest)
		if x, is := p.notation.at(p.voices, t); is && x.voice.plain && x.text != "" {
			return len(s) - len(t)
		}
	}
	return 0
}

// ends reports whether a sentence or bracket can end with r, so that something
// new may begin behind it.
func ends(r rune) bool {
	switch r { // asked of every character of the text
	case '。', '．', '）', ')', '〕', '」', '】':
		return true
	}
	return false
}

// interior reports whether s begins a speech inside of a line, by a notation
// that cannot be mistaken there: ○会長, 【会長】, and 会長： behind a sentence.
func (p *parser) interior(s string, sentenceEnd bool) bool {
	n := p.notation
	if n == nil || !n.sharp {
		return false
	}
	x, ok := n.at(p.voices, s)
	if !ok || x.text == "" || !x.voice.plain {
		return false
	}
	if !n.marked && !sentence(x.text) && !textutil.Longer(x.text, 40) { // 市長（評価庁）　資産税課長　本橋　圭
		return false
	}
	return sentenceEnd || n.marked
}

// stages finds the interjections between two sentences: 。（異議なし）○会長 … .
func stages(s string) []int {
	var at []int
	for i, r := range s {
		if r != '（' && r != '(' && r != '〔' || i == 0 {
			continue
		}
		before := textutil.Trim(clip(s, i))
		if before == "" || !ends(textutil.LastRune(before)) {
			continue
		}
		if end := strings.IndexAny(s[i:], "）)〕"); end > 0 && end < 90 {
			_, w := utf8.DecodeRuneInString(s[i+end:])
			if interjection(s[i : i+end+w]) {
				at = append(at, i, i+end+w)
			}
		}
	}
	return at
}

func sorted(at []int) []int {
	for i := range at {
		for j := i; j > 0 && at[j] < at[j-1]; j-- {
			at[j], at[j-1] = at[j-1], at[j]
		}
	}
	n := 0
	for _, x := range at {
		if n == 0 || at[n-1] != x {
			at[n] = x
			n++
		}
	}
	return at[:n]
}
