package reply

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// A text that lost its line ends is cut again where nothing but the beginning of
// a line can stand: before the labels of a head, around the headings 第１, 第２ … as
// far as they count on, and before the numbered days of a list.
var (
	gluedLabel = regexp.MustCompile(`(?:諮問庁|諮問実施機関|諮問機関|審査庁|処分庁|諮問(?:年月)?日|諮問番号|答申(?:年月)?日|答申番号|事件名|件名):`)
	gluedTitle = regexp.MustCompile(`答申書第[1一]`)
	gluedRow   = regexp.MustCompile(`[①-⑳](?:平成|令和|昭和|同年|同月|同日)`)
)

var (
	gluedCase  = regexp.MustCompile(`(?:答申(?:します|いたします|する)|意見を述べます)。(記)`)
	gluedReply = regexp.MustCompile(`(?:諮問第\d{1,5}号\)?|事件|事案|の件|に関する件)(答申書?)(?:第[1一]|1|\(1\)|審査会|主文|「)`)
	// gluedField is a label of a head without a colon.
	gluedField = regexp.MustCompile(`(?:諮問庁|諮問実施機関|実施機関|審査庁|処分庁|諮問(?:年月)?日|諮問番号|答申(?:年月)?日|答申番号|事件名|案件名|事案名|件名)(?:[^のはがをにでとへもや、,。・」)]|$)`)
)

// fieldCuts are the offsets of such labels in the first line, where at least three
// different ones stand there.
func (p *parser) fieldCuts(l line) (cuts []int) {
	const least, most = 3, 900 // labels, bytes
	if l.from > most {
		return nil
	}
	seen := map[string]bool{}
	s := first(p.s[l.from:l.to], most/3)
	for _, m := range gluedField.FindAllStringIndex(s, -1) {
		for _, row := range headLabels {
			if word := row.label.FindString(s[m[0]:]); word != "" && !seen[word] {
				seen[word] = true
				cuts = append(cuts, l.from+m[0])
				break
			}
		}
	}
	if len(seen) < least {
		return nil
	}
	return cuts
}

var gluedLine = regexp.MustCompile(`^第(?:\d{1,2}|[一二三四五六七八九十]{1,2})`)

// lineCuts cut a line that begins with a heading whose kind is not told from a
// sentence without its line end, where 第 and a blank say that it is one.
func (p *parser) lineCuts(l line) []int {
	m := gluedLine.FindString(p.s[l.from:l.to])
	if m == "" || !p.gap(l.from+len(m)) || p.spaced(l.span) {
		return nil
	}
	if at := l.from + len(m) + p.gluedWords(span{l.from + len(m), l.to}); at > l.from+len(m) && at < l.to {
		return []int{at}
	}
	return nil
}

// gluedWords is how long the heading at the start of sp is to which its text is
// glued, or which is all of sp; 0 where there is none. No particle follows it, and
// behind 委員, with which other headings begin (委員会の判断), a blank must.
func (p *parser) gluedWords(sp span) int {
	for _, row := range headingWords {
		n := len(row.word.FindString(p.s[sp.from:sp.to]))
		if n == sp.to-sp.from || n > 0 && !strings.ContainsRune("のはがをにでとも、。", runeAt(p.s, sp.from+n)) && (row.kind != "members" || p.gap(sp.from+n)) {
			return n
		}
	}
	return 0
}

// recut cuts the lines of the view at the headings and labels within them.
func (p *parser) recut() {
	const long = 200 // characters
	var out []line
	counting, inside := p.countedCuts(), p.insideCuts()
	if inside == nil {
		inside = p.markedCuts()
	}
	if inside == nil && counting == nil {
		inside = p.bareCuts()
	}
	for i, l := range p.lines {
		cuts := append(counting[l.from], inside[l.from]...)
		if utf8.RuneCountInString(p.s[l.from:l.to]) >= long {
			cuts = append(cuts, p.gluedCuts(l)...)
		}
		slices.Sort(cuts)
		cuts = slices.Compact(cuts)
		if cuts == nil {
			cuts = p.lineCuts(l)
		}
		if cuts == nil && strings.Count(p.s[l.from:l.to], ":") > 1 {
			cuts = p.labelCuts(l)
		}
		if len(cuts) == 0 {
			if out != nil {
				out = append(out, l)
			}
			continue
		}
		if out == nil {
			out = append(make([]line, 0, len(p.lines)+len(cuts)), p.lines[:i]...)
		}
		for _, at := range append(cuts, l.to) {
			if at > l.from {
				out = append(out, line{span{l.from, at}, l.n})
				l.from = at
			}
		}
	}
	if out != nil {
		p.lines = out
	}
}

// labelCuts are the offsets of the labels in l, where it has several.
func (p *parser) labelCuts(l line) (cuts []int) {
	if ms := gluedLabel.FindAllStringIndex(p.s[l.from:l.to], 20); len(ms) > 1 {
		for _, m := range ms {
			cuts = append(cuts, l.from+m[0])
		}
	}
	return cuts
}

// gluedCuts are the offsets in l at which a line must begin, in order, but for those of
// its headings.
func (p *parser) gluedCuts(l line) []int {
	s := p.s[l.from:l.to]
	cuts := append(p.labelCuts(l), p.fieldCuts(l)...)
	if m := gluedCase.FindStringSubmatchIndex(s); m != nil && !strings.ContainsRune("録載者念事憶章入号", runeAt(s+" ", m[3])) {
		cuts = append(cuts, l.from+m[2], l.from+m[3])
	}
	if m := gluedReply.FindStringSubmatchIndex(s); m != nil {
		cuts = append(cuts, l.from+m[2], l.from+m[3])
	}
	if m := gluedTitle.FindStringIndex(s); m != nil {
		cuts = append(cuts, l.from+m[0])
	}
	return cuts
}
