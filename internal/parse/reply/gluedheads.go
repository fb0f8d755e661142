package reply

import (
	"regexp"
	"slices"
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
)

// A heading that stands in the midst of a line, where its line ends are lost, is
// known by its number and its words together, and by the others: they must count
// on from the first one to the last.

// numberInside is a number as it may stand before a heading, anywhere.
var numberInside = regexp.MustCompile(`第?(\d{1,2}|[一二三四五六七八九十]{1,2}|[Ⅰ-Ⅻ])[.．、)]?|\((\d{1,2})\)`)

// notBefore is what a number that only mentions a section follows: 上記3, 第4の1.
const notBefore = "前後上下述記第の「はがをにでともや・~-.,(0123456789"

// counters follow a number that counts something.
const counters = "年月日号条項件枚頁回期次、,-/"

// inside is a heading of known words.
type inside struct {
	from, words, to int // where its number, its words and what follows them begin
	kind            string
	number          int
	style           byte
	worth           int // a heading with a line of its own says more than one within a line
}

const ownLine, lineStart, midLine = 5, 4, 3 // worth

// insides finds what may be a heading of known words, by the style of its number.
func (p *parser) insides() map[byte][]inside {
	const most = 400 // of one style: more are a list
	found := map[byte][]inside{}
	for _, l := range p.lines {
		s := p.s[l.from:l.to]
		if !strings.Contains(s, "結論") && !headingSign.MatchString(s) {
			continue // the cheap look
		}
		for _, m := range numberInside.FindAllStringSubmatchIndex(s, -1) {
			h := inside{from: l.from + m[0], words: l.from + m[1], style: styleOf(s[m[0]:]), worth: midLine}
			digits := m[2:4]
			if h.style == '(' {
				digits = m[4:6]
			}
			kind, n := wordsHere(s[m[1]:])
			if n == 0 || len(found[h.style]) > most || strings.HasPrefix(s[m[1]:], "紙申") { // 別1紙申, woven
				continue
			}
			h.number, _ = jadate.Int(s[digits[0]:digits[1]])
			if r := runeAt(s, digits[0]); r >= 'Ⅰ' && r <= 'Ⅻ' {
				h.number = int(r-'Ⅰ') + 1
			}
			h.to = h.words + n
			h.kind = kind
			rest := s[m[1]+n:]
			switch {
			case m[0] == 0 && rest == "":
				h.worth = ownLine
			case kind == "text" && rest != "" && h.style != '1' && !p.gap(h.to):
				continue
			case m[0] == 0:
				h.worth = lineStart
			case strings.ContainsAny(s[m[1]:m[1]+n], "をは") || strings.ContainsRune(counters, runeAt(s, m[1])):
				continue
			case strings.ContainsAny(lastRune(s[:m[0]]), notBefore) && !(h.number == 1 && strings.HasSuffix(s[:m[0]], "記")):
				continue
			}
			found[h.style] = append(found[h.style], h)
		}
	}
	return found
}

// headingSign is what all headings of known words that matter here have.
var headingSign = regexp.MustCompile(`主文|意見|判断|理由|趣旨|要旨|経[過緯]|主張|内容|概要`)

// wordsHere is the row of headingWords that s begins with, and how long its words are:
// the shortest ones with which no sentence goes on.
func wordsHere(s string) (kind string, n int) {
	for _, row := range headingWords {
		m := len(row.word.FindString(s))
		if m > 0 && (n == 0 || m < n) && !strings.ContainsRune("のはがをにでとへもや、,。・」", runeAt(s[m:]+" ", 0)) {
			kind, n = row.kind, m
		}
	}
	return kind, n
}

// lastRune is the last character of s.
func lastRune(s string) string {
	rs := []rune(s[max(0, len(s)-4):])
	if len(rs) == 0 {
		return ""
	}
	return string(rs[len(rs)-1])
}

// chain is the run of headings that count on, each by three at most, which is worth
// most; the first one is among the first sections.
func chain(hs []inside) []inside {
	const step = 3
	best := make([]int, len(hs))
	prev := make([]int, len(hs))
	end := -1
	for i, h := range hs {
		prev[i] = -1
		if h.number <= mostAbove {
			best[i] = 10*h.worth - h.number
		}
		for j := i - 1; j >= 0; j-- {
			if by := h.number - hs[j].number; by > 0 && by <= step && best[j] > 0 && best[j]+10*h.worth-by >= best[i] {
				best[i], prev[i] = best[j]+10*h.worth-by, j
			}
		}
		if best[i] > 0 && (end < 0 || best[i] > best[end]) {
			end = i
		}
	}
	var out []inside
	for ; end >= 0; end = prev[end] {
		out = append(out, hs[end])
	}
	slices.Reverse(out)
	return out
}

// insideCuts are the offsets around the headings that stand within lines, listed by where
// the line begins.
func (p *parser) insideCuts() map[int][]int {
	const least = 3 // headings that count on are no chance, nor are 1 結論, 2 理由
	var run []inside
	found := p.insides()
	for _, style := range []byte{'1', 'd', '(', 'k', 'r'} {
		if hs := chain(found[style]); len(hs) > len(run) {
			run = hs
		}
	}
	if len(run) < least && !(len(run) == 2 && run[0].kind == "conclusion" && run[0].number == 1 && run[1].number == 2) {
		return nil
	}
	run = append(run, p.judgementInside(run)...)
	cuts := map[int][]int{}
	for _, h := range run {
		if h.worth != midLine {
			continue
		}
		for _, at := range []int{h.from, h.to} { // which two lines may share
			from := p.lines[p.lineIndex(at)].from
			cuts[from] = append(cuts[from], at)
		}
	}
	return cuts
}

// judgementInside finds the heading of the judgement, whose number went astray or is its
// first item's, behind a sentence of the last section of run: …である。5(1)審査会の判断.
// Its number is a line of its own.
func (p *parser) judgementInside(run []inside) []inside {
	if slices.ContainsFunc(run, func(h inside) bool { return h.kind == "judgement" }) {
		return nil
	}
	last := run[len(run)-1].to
	m := judgementAlone.FindStringSubmatchIndex(p.s[last:])
	if m == nil || p.starts(last+m[4]) || p.starts(last+m[5]) { // else wovenHeading knows it
		return nil
	}
	return []inside{{from: last + m[2], to: last + m[4], worth: midLine}, {from: last + m[4], to: last + m[5], worth: midLine}}
}

var judgementAlone = regexp.MustCompile(`。(\d{0,2}[.)]?)((?:\(1\))?(?:当?審査会|審議会)の判断)(?:[^のはがをにでとへもや、,。・」]|$)`)
