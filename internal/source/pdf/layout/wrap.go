package layout

import (
	"regexp"
	"slices"
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

var (
	// opens are what a line may begin with that begins a paragraph whatever stood
	// before: speakers, marks, items.
	opens = regexp.MustCompile(`^(?:[○◯〇◎●■□◆◇▲△▼▽★☆※・•➢【〔≪《<＜]|第[0-9一二三四五六七八九十]+(?:[  　]|$|回|条|章|号議案)|議題|議案|日程第|(?:諮問|報告)案件|[0-9]{1,2}[.．、 　\t]|[ア-ン][  　.．、]|[①-⑳]|[⑴-⒇])`)
	// mayOpen begin one only behind the end of a sentence.
	mayOpen = regexp.MustCompile(`^[(（][0-9ア-ンa-zA-Z一-龠]{1,8}[)）]|^[0-9]{1,2}[^0-9年月日時分条項号名人件回円%点]|^[ア-ン][ァ-ヴー]?[  　]`)
	closed  = regexp.MustCompile(`[。．.)）」』】:：]$`)
	item    = regexp.MustCompile(`^(?:[0-9]{1,2}|[(（][0-9ア-ン]{1,2}[)）]|[ア-ン]|[①-⑳]|[⑴-⒇]|・|※)`)
)

// join puts lines that only the margin cut together again. A line is cut where it
// reaches the right margin and the next one goes on at the left of the same
// paragraph; where either is in doubt the line end stays.
func join(rows []*row) []Line {
	var out []Line
	margins := map[int][2]float64{}
	size := bodyOf(rows)
	for _, r := range rows {
		if r.why != "" {
			continue
		}
		k := r.column()
		m, ok := margins[k]
		if !ok {
			m = [2]float64{r.x0, r.x1}
		}
		margins[k] = [2]float64{min(m[0], r.x0), max(m[1], r.x1)}
	}
	var last *row // of the paragraph being made
	var part int  // which of its lines last is, from 0
	var hang float64
	at := -1 // its line in out
	for _, r := range rows {
		if r.why != "" {
			out = append(out, Line{Text: r.text, N: r.n, Page: r.page, Why: r.why})
			continue
		}
		if at >= 0 && last != nil && goesOn(last, r, part, hang, margins[last.column()][1]) {
			out[at].Text = glue(out[at].Text, r.text)
			out[at].Readings = append(out[at].Readings, r.readings...)
			if part == 0 {
				hang = r.x0
			}
			part++
			last = r
			continue
		}
		if at >= 0 && last != nil && r.page == last.page && last.lowest()-r.y > 2.2*max(size, r.em) && !r.vertical && r.y < last.y && (!r.table || r.paper > 0) && (!last.table || last.paper > 0) {
			out = append(out, Line{N: r.n, Page: r.page}) // the gap that stands there
		}
		l := Line{Text: indent(r, margins[r.column()][0]) + r.text, N: r.n, Page: r.page, Readings: r.readings}
		if r.em > 1.15*size && !textutil.Longer(r.text, 60) {
			l.Heading = 2
			if r.em > 1.4*size {
				l.Heading = 1
			}
		}
		out = append(out, l)
		at, last, part, hang = len(out)-1, r, 0, r.x0
	}
	return out
}

// lowest is the baseline of the row's last line.
func (r *row) lowest() float64 {
	if r.paper > 0 {
		return r.low
	}
	return r.y
}

// indent is the blank before a line that begins right of the margin: rosters and
// items are read by it.
func indent(r *row, margin float64) string {
	if r.table || r.em <= 0 || strings.HasPrefix(r.text, "　") {
		return ""
	}
	n := int((r.x0-margin)/r.em + 0.4)
	return strings.Repeat("　", max(0, min(n, 20)))
}

// column tells the columns of a page from each other, roughly: lines of one share
// their margin.
func (r *row) column() int {
	if r.vertical {
		return -1
	}
	return r.col*1000 + int(r.em+0.5) // larger type has a margin of its own
}

// goesOn reports whether next is the rest of the paragraph whose last line is r.
func goesOn(r, next *row, part int, hang, margin float64) bool {
	em := r.em
	if r.vertical != next.vertical || abs(em-next.em) > 0.1*em {
		return false
	}
	if next.page > r.page+1 {
		return false
	}
	if r.table || next.table || r.col != next.col {
		return false
	}
	if r.vertical && r.y-next.y > 2.1*em {
		return false
	}
	if next.page == r.page && !r.vertical && (r.y-next.y > 2.6*em || r.y-next.y < 0.8*em && next.y < r.y) {
		return false
	}
	if margin-r.x1 > 1.7*em || r.x1-r.x0 < 10*em {
		return false
	}
	first := strings.TrimLeftFunc(next.text, record.IsBlank)
	if opens.MatchString(textutil.Fold(first)) {
		return false
	}
	if closed.MatchString(r.text) && mayOpen.MatchString(textutil.Fold(first)) {
		return false
	}
	if strings.Contains(next.text, "　　　") {
		return false
	}
	if strings.HasPrefix(next.text, "　") && !strings.HasPrefix(r.text, "　　") {
		return false
	}
	near := func(x float64) bool { return abs(next.x0-x) < 0.6*em }
	switch {
	case part > 0:
		return near(hang)
	case len(r.cells) > 1 && slices.ContainsFunc(r.cells[1:], near): // under its cell
		return true
	case near(r.x0), near(r.x0 - em), strings.HasPrefix(r.text, "　") && near(r.x0-em):
		return true
	case next.x0 > r.x0 && next.x0-r.x0 < 4.5*em: // a hanging indent
		return item.MatchString(textutil.Fold(r.text))
	}
	return false
}

// glue joins two lines: with a blank where two words of letters meet.
func glue(a, b string) string {
	b = strings.TrimLeftFunc(b, record.IsBlank)
	last, first := lastRune(a), textutil.FirstRune(b)
	if last < 0x80 && first < 0x80 && last > ' ' && isLetter(last) && isLetter(first) {
		return a + " " + b
	}
	return a + b
}

func lastRune(s string) rune {
	r := []rune(s)
	if len(r) == 0 {
		return 0
	}
	return r[len(r)-1]
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }
