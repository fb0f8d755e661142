package source

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// placer finds lines and columns of offsets without counting from the start
// each time.
type placer struct {
	text  string
	lines []Line
	from  []int
}

func places(text string) *placer {
	p := &placer{text: text, lines: Split(text)}
	at := 0
	for _, l := range p.lines {
		p.from = append(p.from, at)
		at += len(l.Text)
		if strings.HasPrefix(text[at:], "\r\n") {
			at++
		}
		at++
	}
	return p
}

// of is the 1-based line and column (in characters) of the byte at off, and
// the line's text.
func (p *placer) of(off int) (line, column int, text string) {
	i := sort.SearchInts(p.from, off+1) - 1
	if i < 0 || i >= len(p.lines) {
		return 0, 0, ""
	}
	l := p.lines[i]
	return l.N, utf8.RuneCountInString(l.Text[:min(off-p.from[i], len(l.Text))]) + 1, l.Text
}
