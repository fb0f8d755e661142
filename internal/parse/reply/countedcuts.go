package reply

import (
	"regexp"
	"strings"
)

// countedCuts cut the lines that begin with a section's heading to which its text is
// glued. They are listed by where the line begins.
func (p *parser) countedCuts() map[int][]int {
	const least = 3 // several of them say that it is so everywhere
	if cuts := p.numberedCuts('1', false); len(cuts) >= least {
		return cuts
	}
	if cuts := p.numberedCuts('d', true); len(cuts) >= least {
		return cuts
	}
	return p.bareBlankCuts()
}

// numberedCuts do so for numbers of that style, 第1 or 1, as far as they count on; for
// apart a blank must part the heading from its text.
func (p *parser) numberedCuts(style byte, apart bool) map[int][]int {
	cuts := map[int][]int{}
	want := 1
	for _, l := range p.lines {
		s := p.s[l.from:l.to]
		n, size := p.numberHere(s)
		if n != want || styleOf(s) != style || p.spaced(l.span) {
			continue
		}
		at := l.from + size
		if n := p.gluedWords(span{at, l.to}); n == 0 {
			continue
		} else if at += n; at < l.to {
			if apart && !p.gap(at) {
				continue
			}
			cuts[l.from] = []int{at}
		}
		want++
	}
	return cuts
}

// bareBlankCuts do so for headings without a number, as the answers to several
// cases repeat them (結論　…, 理由　…) and tables have them in their first cell.
func (p *parser) bareBlankCuts() map[int][]int {
	const wide = 2 // blanks between cells
	cuts := map[int][]int{}
	kinds := map[string]bool{}
	for _, l := range p.lines {
		s := p.s[l.from:l.to]
		if p.spaced(l.span) {
			continue
		}
		for _, row := range headingWords {
			m := row.word.FindString(s)
			if m == "" {
				continue
			}
			at := l.from + len(m)
			if at < l.to && p.gap(at) && row.kind != "members" && row.kind != "text" && (wordsAlone.MatchString(m) || p.blanks(at) >= wide) && !strings.ContainsRune("のはがをにでとも、。", runeAt(s, len(m))) {
				cuts[l.from] = []int{at}
				kinds[row.kind] = true
			}
			break
		}
	}
	if len(kinds) < 2 || !kinds["conclusion"] {
		return nil
	}
	return cuts
}

// wordsAlone are headings that stand in such lines also where only one blank
// parts them from their text.
var wordsAlone = regexp.MustCompile(`^(?:結論|理由|答申|審議会の意見)$`)
