package reply

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/record"
)

// A page of a PDF gives its lines as they stood on the paper, cut at the margin
// in the midst of a word (条例第７条第２ / 号). Where many lines end at the same
// width, that is the margin, and a line that reaches it goes on in the next one.
const (
	narrowMargin, wideMargin = 28, 60 // characters of full width
	atMargin                 = 3      // lines that must reach the margin
	narrowest, atNarrowest   = 24, 6  // a margin narrower than others needs more of them
)

// unwrap joins the lines that the margin cut.
func (p *parser) unwrap() {
	margin, width := p.margin()
	weak := margin == 0
	if weak {
		margin, width = p.weakMargin()
	}
	if margin == 0 {
		return
	}
	var out []line
	full := false // the line before reaches the margin
	for i, l := range p.lines {
		if full && !p.newLine(l) && p.follows(i) && (!weak || p.goesOn(p.lines[i-1], l, width(i) >= margin-2)) {
			out[len(out)-1].to = l.to
			p.joined[l.from] = true
		} else {
			out = append(out, l)
		}
		// a half-width character may be left over at the margin
		full = width(i) >= margin-2 && width(i) <= margin && !strings.HasSuffix(p.s[l.from:l.to], "。")
	}
	p.lines = out
}

// follows tells that line i is the next of the source's lines, or stands behind
// lines that were page numbers.
func (p *parser) follows(i int) bool {
	const between = 4 // lines of a page's foot and head
	n := p.below(p.lines[i-1], p.lines[i])
	return n == 1 || n <= between && p.pageBetween(p.lines[i-1].n, p.lines[i].n)
}

func (p *parser) pageBetween(a, b int) bool {
	for _, x := range p.pages {
		if x.Line > a && x.Line < b {
			return true
		}
	}
	return false
}

// itsOwn begins lines that are no rest of another one.
var itsOwn = regexp.MustCompile(`^(?:第?[\d一二三四五六七八九十]{1,2}[.．、)]?(?:審査会|審議会|異議|審査請求|実施機関|申立人|請求人|答申|附帯)|[①-⑳・■□●○◎◆]|《|【|\([^()]{2,16}\)$)`)

// newLine tells that l begins something new however full the line before it is.
func (p *parser) newLine(l line) bool {
	s := p.s[l.from:l.to]
	if itsOwn.MatchString(s) || letterDate.FindString(s) == s {
		return true
	}
	return p.indent(l) > 1 // the margin's rest hangs by one blank at most
}

// indent is how many full-width characters stand blank before l.
func (p *parser) indent(l line) int {
	at := int(p.at[l.from])
	from := strings.LastIndexByte(p.src[:at], '\n') + 1
	return columns(p.src[from:at]) / 2
}

// margin finds the width that several lines end at and no line goes beyond, in
// half-width columns, and how wide each line of p.lines is. Some tools cut by the
// count of characters, others by the columns that they fill.
func (p *parser) margin() (int, func(i int) int) {
	source := func(l line) string {
		at := int(p.at[l.from])
		from := strings.LastIndexByte(p.src[:at], '\n') + 1
		return p.src[from:p.end(l.to)]
	}
	for _, measure := range []func(string) int{func(s string) int { return 2 * utf8.RuneCountInString(s) }, columns} {
		widest, n := 0, 0
		ws := make([]int, len(p.lines))
		for i, l := range p.lines {
			ws[i] = measure(source(l))
			widest = max(widest, ws[i])
		}
		for _, w := range ws {
			if w >= widest-2 {
				n++
			}
		}
		if n >= atMargin && widest >= 2*narrowMargin && widest <= 2*wideMargin || n >= atNarrowest && widest >= 2*narrowest && widest < 2*narrowMargin {
			return widest, func(i int) int { return ws[i] }
		}
		if w := p.usualMargin(ws); w > 0 {
			return w, func(i int) int { return ws[i] }
		}
	}
	return 0, nil
}

// usualMargin is the width of a fourth of all lines, where only a few go beyond it: rows
// of tables are not cut.
func (p *parser) usualMargin(ws []int) int {
	const least, share, beyond = 10, 4, 10
	count := map[int]int{}
	for i, w := range ws {
		if w >= 2*narrowest && w <= 2*wideMargin && !strings.HasSuffix(p.s[p.lines[i].from:p.lines[i].to], "。") {
			count[w]++
		}
	}
	best := 0
	for w, n := range count {
		if n > count[best] || n == count[best] && w > best {
			best = w
		}
	}
	wider := 0
	for _, w := range ws {
		if w > best {
			wider++
		}
	}
	if n := count[best]; n < least || n*share < len(ws) || wider*beyond > n {
		return 0
	}
	return best
}

// weakMargin is the width of the widest line, for a text of so few lines that hardly one
// reaches the margin: what goes on must then be seen in the words, see goesOn.
func (p *parser) weakMargin() (int, func(i int) int) {
	source := func(l line) string {
		at := int(p.at[l.from])
		return p.src[strings.LastIndexByte(p.src[:at], '\n')+1 : p.end(l.to)]
	}
	widest := 0
	for _, l := range p.lines {
		widest = max(widest, utf8.RuneCountInString(source(l)))
	}
	if widest < narrowMargin || widest > wideMargin {
		return 0, nil
	}
	return 2 * widest, func(i int) int { return 2 * utf8.RuneCountInString(source(p.lines[i])) }
}

// goesOn tells that a breaks off in the midst of a sentence that ends in b, or that b
// is full too.
func (p *parser) goesOn(a, b line, full bool) bool {
	s, next := p.s[a.from:a.to], p.s[b.from:b.to]
	return (full || strings.Contains(next, "。")) && !complete.MatchString(s) && (kanaEnd.MatchString(s) || kanaStart.MatchString(next))
}

var (
	complete  = regexp.MustCompile(`(?:[。)」】〕>:]|について|こと|もの|の件|様|殿)$`)
	kanaEnd   = regexp.MustCompile(`[\p{Hiragana}、]$`)
	kanaStart = regexp.MustCompile(`^[\p{Hiragana}、。ー]`)
)

// columns is how many half-width columns s fills.
func columns(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r < 0x80, r >= '｡' && r <= 'ﾟ', r == 0xa0:
			n++
		case record.IsBlank(r) && r != '\u3000':
			n++
		default:
			n += 2
		}
	}
	return n
}

// rejoinNumbers puts the number that the page had in a column of its own, now a
// line, back before its heading, where all of them count on from 1.
func (p *parser) rejoinNumbers() {
	const least = 3 // headings
	join := map[int]bool{}
	for i := 0; i+1 < len(p.lines); i++ {
		l, next := p.lines[i], p.lines[i+1]
		n, size := p.numberHere(p.s[l.from:l.to])
		if size != l.to-l.from || n != len(join)+1 {
			continue
		}
		if h, ok := p.headingAt(p.s[next.from:next.to], next.from); ok && h.number == 0 && h.label.to == next.to {
			join[i] = true
		}
	}
	if len(join) < least {
		return
	}
	var out []line
	for i, l := range p.lines {
		if i > 0 && join[i-1] {
			out[len(out)-1].to = l.to
			continue
		}
		out = append(out, l)
	}
	p.lines = out
}
