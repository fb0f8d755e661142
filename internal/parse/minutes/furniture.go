package minutes

import (
	"strings"
	"sync"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// furniture sets page numbers and running heads aside. The line behind them
// knows that a page ended before it.
func (p *parser) furniture(lines []line) []line {
	away := make([]bool, len(lines))
	some := false
	two := sync.OnceValue(func() int { return lastBare(lines, 2) }) // one look, however many lines ask
	counted := 0                                                    // bare numbers, each one more than the one before
	for i, l := range lines {
		switch {
		case l.cell == noCell && isFurniture(l.text):
			away[i], some = true, true
		case l.cell == noCell && isBare(l.text) && !labelled(lines, i+1):
			if n, _ := jadate.Int(l.text); n == counted+1 && (n > 1 || i == len(lines)-1 || i < two()) {
				counted, away[i], some = n, true, true
			}
		}
	}
	titles := firstThree(lines)
	for i, l := range lines { // a running head that print did not repeat to the letter
		if i > 3 && l.page && titles[textutil.Key(l.text)] {
			away[i], some = true, true
		}
	}
	if !some {
		return lines
	}
	heads := map[string]int{}
	beside := func(i int) bool { return i > 0 && away[i-1] || i+1 < len(lines) && away[i+1] }
	for i, l := range lines {
		if !away[i] && beside(i) && textutil.Longer(l.text, 7) && !strings.HasSuffix(l.text, "。") {
			heads[textutil.Key(l.text)]++
		}
	}
	running := make([]bool, len(lines))
	for i, l := range lines {
		key := textutil.Key(l.text)
		running[i] = !away[i] && beside(i) && (heads[key] > 1 || i > 3 && titles[key])
	}
	out := make([]line, 0, len(lines))
	page := false
	for i, l := range lines {
		if away[i] || running[i] {
			p.residue(l, record.WhyFurniture)
			page = true
			continue
		}
		l.page, page = l.page || page, false
		out = append(out, l)
	}
	return out
}

// firstThree are what the first three lines say, alone and together: a running head
// repeats the title on one line that had two on the first page.
func firstThree(lines []line) map[string]bool {
	m := map[string]bool{}
	for i := 0; i < 3; i++ {
		key := ""
		for k := i; k < 3 && k < len(lines); k++ {
			if key += textutil.Key(lines[k].text); textutil.Longer(key, 9) && !textutil.Longer(key, 80) {
				m[key] = true
			}
		}
	}
	return m
}

func labelled(lines []line, i int) bool {
	if i >= len(lines) {
		return false
	}
	m, ok := matchLabel(lines[i].text)
	return ok && !strings.Contains(m.value, "。")
}

// numbersAlone joins the number of a label that conversion left on a line of its
// own: 4 / 出席委員の氏名.
func (p *parser) numbersAlone(lines []line) []line {
	var out []line
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		if isBare(l.text) && l.cell == noCell && labelled(lines, i+1) && lines[i+1].gap == 0 {
			if out == nil {
				out = append(make([]line, 0, len(lines)), lines[:i]...)
			}
			l.text += "\n" + lines[i+1].text
			i++
		}
		if out != nil {
			out = append(out, l)
		}
	}
	if out == nil {
		return lines
	}
	return out
}

func isBare(s string) bool {
	return len(s) <= 9 && strings.Trim(textutil.Fold(s), "0123456789") == ""
}

// lastBare is the last line that is the bare number n, -1 where none is.
func lastBare(lines []line, n int) int {
	for i := len(lines) - 1; i >= 0; i-- {
		if isBare(lines[i].text) {
			if k, _ := jadate.Int(lines[i].text); k == n {
				return i
			}
		}
	}
	return -1
}

// isFurniture knows page numbers: - 3 -, －１１－, 1 / 17, Page 3.
func isFurniture(s string) bool {
	if textutil.Longer(s, 12) {
		return false
	}
	key := strings.TrimSuffix(textutil.Key(s), ":")
	if a, b, ok := strings.Cut(key, "/"); ok {
		_, x := jadate.Int(a)
		_, y := jadate.Int(b)
		return x && y
	}
	if rest, ok := strings.CutPrefix(key, "Page"); ok {
		_, is := jadate.Int(rest)
		return is
	}
	inner := strings.Trim(key, "-－―‐−ー─–")
	if inner == key || len(inner) == 0 {
		return false
	}
	_, ok := jadate.Int(inner)
	return ok
}
