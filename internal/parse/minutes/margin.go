package minutes

import "github.com/toshin-archive/toshin/internal/textutil"

const (
	narrow = 50  // columns: no page is set narrower
	wide   = 116 // and no page wider: longer lines are paragraphs
)

// columns is how wide a line is in print: two for a full-width glyph, one for
// any other. Beyond the widest page it only says so.
func columns(s string) int {
	n := 0
	for _, r := range s {
		if n > wide {
			break
		}
		if n++; r > 0xff && (r < 0xff61 || r > 0xff9f) {
			n++
		}
	}
	return n
}

// marginOf finds the column at which print broke the lines: none is longer, and
// several reach it. 0 where the lines end as their sentences do.
func marginOf(widths []int) int {
	most := 0
	for _, w := range widths {
		most = max(most, w)
	}
	if most < narrow || most > wide {
		return 0
	}
	n := 0
	for _, w := range widths {
		if w > most-4 {
			n++
		}
	}
	if n < 5 || n*25 < len(widths) {
		return 0
	}
	return most
}

// unbroken joins the lines of a list that print broke inside of a word: an open
// bracket at the margin, or a comma's list that goes on below it.
func unbroken(lines []line) []line {
	var out []line
	for i, l := range lines {
		if n := len(out); n > 0 && l.gap == 0 && l.cell == noCell && out[n-1].cell == noCell && breaksOff(out[n-1], l.text, i > 0 && lines[i-1].full) {
			out[n-1].text += l.text
			continue
		}
		out = append(out, l)
	}
	return out
}

// breaksOff reports whether a line of a list goes on with next.
func breaksOff(l line, next string, full bool) bool {
	depth, commas := 0, 0
	for _, r := range l.text {
		switch r {
		case '(', '（':
			depth++
		case ')', '）':
			depth = max(depth-1, 0)
		case '、', '，':
			commas++
		}
	}
	last := textutil.LastRune(l.text)
	if last == '、' || last == '，' || textutil.Longer(l.text, 400) {
		return false // the list goes on by itself
	}
	return depth > 0 && (full || textutil.Longer(l.text, 20)) || full && (commas > 1 || closesFirst(next))
}

func closesFirst(s string) bool {
	r := textutil.FirstRune(s)
	return r == ')' || r == '）' || r == '、'
}
