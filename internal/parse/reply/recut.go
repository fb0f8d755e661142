package reply

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/jadate"
)

// A text that lost its line ends is cut again where nothing but the beginning of
// a line can stand: before the labels of a head, around the headings 第１, 第２ … as
// far as they count on, and before the numbered days of a list.
var (
	gluedLabel   = regexp.MustCompile(`(?:諮問庁|諮問実施機関|諮問機関|審査庁|処分庁|諮問(?:年月)?日|諮問番号|答申(?:年月)?日|答申番号|事件名|件名):`)
	gluedTitle   = regexp.MustCompile(`答申書第[1一]`)
	gluedHeading = regexp.MustCompile(`第(\d{1,2}|[一二三四五六七八九十]{1,2})`)
	gluedRow     = regexp.MustCompile(`[①-⑳](?:平成|令和|昭和|同年|同月|同日)`)
)

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

// gluedSigns are what a line has that is worth cutting.
var gluedSigns = []string{"諮問庁:", "答申日:", "事件名:", "件名:", "第1審", "第一審", "第1結", "第一結", "第1諮", "第1主", "1審査会の結論"}

// recut cuts the long lines of the view.
func (p *parser) recut() {
	const long = 200 // characters
	var out []line
	counting := p.countedCuts()
	for i, l := range p.lines {
		cuts := counting[l.from]
		if utf8.RuneCountInString(p.s[l.from:l.to]) >= long {
			cuts = append(cuts, p.gluedCuts(l)...)
			slices.Sort(cuts)
			cuts = slices.Compact(cuts)
		}
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

// bareNumberHere is a section's number behind the end of the sentence before.
var bareNumberHere = regexp.MustCompile(`(?:^|[。」申])(\d{1,2})`)

// bareCuts are the offsets around the headings 1審査会の結論 … 5審査会の判断 of a text in
// one line, as far as they count on.
func (p *parser) bareCuts(l line) (cuts []int) {
	const least = 4
	s := p.s[l.from:l.to]
	if !strings.Contains(s, "1審査会の結論") || !strings.Contains(s, "審査会の判断") {
		return nil
	}
	want := 1
	for _, m := range bareNumberHere.FindAllStringSubmatchIndex(s, -1) {
		n, _ := jadate.Int(s[m[2]:m[3]])
		if n != want {
			continue
		}
		for _, row := range headingWords {
			if word := row.word.FindString(s[m[3]:]); word != "" && endsHeading(s[m[3]:], len(word), row.kind) {
				cuts = append(cuts, l.from+m[2], l.from+m[3]+len(word))
				want++
				break
			}
		}
	}
	if want <= least {
		return nil
	}
	return cuts
}

// countedCuts cut the lines that begin with 第1, 第2 … as far as they count on, each
// with a heading to which its text is glued. They are listed by where the line
// begins.
func (p *parser) countedCuts() map[int][]int {
	const least = 3
	cuts := map[int][]int{}
	want := 1
	for _, l := range p.lines {
		s := p.s[l.from:l.to]
		m := gluedHeading.FindStringSubmatch(s)
		if m == nil || !strings.HasPrefix(s, m[0]) || p.spaced(l.span) {
			continue
		}
		if n, _ := jadate.Int(m[1]); n != want {
			continue
		}
		switch n := p.gluedWords(span{l.from + len(m[0]), l.to}); {
		case n == 0:
		case len(m[0])+n == len(s):
			want++
		default:
			cuts[l.from] = []int{l.from + len(m[0]) + n}
			want++
		}
	}
	if len(cuts) < least {
		return p.blankCuts()
	}
	return cuts
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

// gluedCuts are the offsets in l at which a line must begin, in order.
func (p *parser) gluedCuts(l line) []int {
	s := p.s[l.from:l.to]
	var cuts []int
	if !slices.ContainsFunc(gluedSigns, func(sign string) bool { return strings.Contains(s, sign) }) {
		return nil // the cheap look that spares most lines the patterns
	}
	cuts = p.labelCuts(l)
	if m := gluedTitle.FindStringIndex(s); m != nil {
		cuts = append(cuts, l.from+m[0])
	}
	want, heads := 1, []int(nil)
	for _, m := range gluedHeading.FindAllStringSubmatchIndex(s, -1) {
		if n, _ := jadate.Int(s[m[2]:m[3]]); n != want {
			continue
		}
		for _, row := range headingWords {
			if word := row.word.FindString(s[m[1]:]); word != "" && (row.kind != "members" || want > 3) {
				heads = append(heads, l.from+m[0], l.from+m[1]+len(word))
				want++
				break
			}
		}
	}
	if want == 1 {
		heads = p.bareCuts(l)
		cuts = append(cuts, heads...)
	}
	if want > 3 { // three headings that count on are no chance
		cuts = append(cuts, heads...)
		for _, m := range gluedRow.FindAllStringIndex(s, -1) {
			cuts = append(cuts, l.from+m[0])
		}
	}
	slices.Sort(cuts)
	return slices.DeleteFunc(slices.Compact(cuts), func(at int) bool { return strings.HasPrefix(p.s[at:], "。") })
}
