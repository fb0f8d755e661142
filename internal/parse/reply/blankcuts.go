package reply

import (
	"regexp"
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
)

// blankCuts does so for lines that begin with 1, 2, 3 …, where a blank parts the
// heading from its text: several of them say that it does so everywhere.
func (p *parser) blankCuts() map[int][]int {
	const least = 3
	cuts := map[int][]int{}
	want := 1
	for _, l := range p.lines {
		s := p.s[l.from:l.to]
		m := sectionNumber.FindString(s)
		if m == "" || styleOf(s) != 'd' || p.spaced(l.span) {
			continue
		}
		if n, _ := jadate.Int(strings.TrimRight(m, ".．、)")); n != want {
			continue
		}
		switch n := p.gluedWords(span{l.from + len(m), l.to}); {
		case n == 0:
		case len(m)+n == len(s):
			want++
		case p.gap(l.from + len(m) + n):
			cuts[l.from] = []int{l.from + len(m) + n}
			want++
		}
	}
	if len(cuts) < least {
		return p.bareBlankCuts()
	}
	return cuts
}

// bareBlankCuts does so for headings without a number, as the answers to several
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
