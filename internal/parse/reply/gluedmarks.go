package reply

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// Headings without numbers that stand in the midst of a line are known by the mark or
// the bracket before them, or by the sentence that ends there; three kinds of section
// at least must be so, the conclusion among them.

// markInside is such a mark; pairs tells what closes it where it is a bracket.
var (
	markInside = regexp.MustCompile(`[■□●○◎◆◇▼▽★☆【〔\[<]`)
	pairs      = map[string]string{"【": "】", "〔": "〕", "[": "]", "<": ">"}
)

// markedCuts are the offsets around such headings, listed by where the line begins.
func (p *parser) markedCuts() map[int][]int {
	const least = 3 // kinds of section
	cuts := map[string]map[int][]int{}
	kinds := map[string]map[string]bool{}
	for _, l := range p.lines {
		s := p.s[l.from:l.to]
		for _, m := range markInside.FindAllStringIndex(s, -1) {
			mark := s[m[0]:m[1]]
			kind, n := wordsHere(s[m[1]:])
			end := m[1] + n
			if closing := pairs[mark]; closing != "" {
				if !strings.HasPrefix(s[end:], closing) {
					continue
				}
				end += len(closing)
			}
			if n == 0 || kind == "text" {
				continue
			}
			if kinds[mark] == nil {
				kinds[mark], cuts[mark] = map[string]bool{}, map[int][]int{}
			}
			kinds[mark][kind] = true
			cuts[mark][l.from] = append(cuts[mark][l.from], l.from+m[0], l.from+end)
		}
	}
	for mark, ks := range kinds {
		if len(ks) >= least && ks["conclusion"] {
			return cuts[mark]
		}
	}
	return nil
}

// sentenceEnd is where a heading without number or mark may stand within a line.
var sentenceEnd = regexp.MustCompile(`。(?:以上|\(以上\))?`)

// bareCuts are the offsets around headings that have neither.
func (p *parser) bareCuts() map[int][]int {
	const least, short = 3, 4
	cuts := map[int][]int{}
	kinds := map[string]bool{}
	for _, l := range p.lines {
		s := p.s[l.from:l.to]
		for _, m := range append([][]int{{0, 0}}, sentenceEnd.FindAllStringIndex(s, -1)...) {
			kind, n := wordsHere(s[m[1]:])
			at := l.from + m[1]
			if n == 0 || kind == "members" || utf8.RuneCountInString(s[m[1]:m[1]+n]) < short && at+n < l.to && !p.gap(at+n) {
				continue
			}
			kinds[kind] = true
			if at > l.from {
				cuts[l.from] = append(cuts[l.from], at)
			}
			if at+n < l.to {
				cuts[l.from] = append(cuts[l.from], at+n)
			}
		}
		if m := rulingTitle.FindStringSubmatchIndex(s); m != nil { // 裁決書主文本件…
			kinds["conclusion"] = true
			cuts[l.from] = append(cuts[l.from], l.from+m[2], l.from+m[3])
		}
	}
	if len(kinds) < least || !kinds["conclusion"] {
		return nil
	}
	return cuts
}

// rulingTitle is the first heading of a ruling, behind its title or its parties.
var rulingTitle = regexp.MustCompile(`[^のはがをにでとも、。「]((?:主文|(?:審議会|審査会)の(?:結論|意見)))[^のはがをにでとへもや、,。・」]`)
