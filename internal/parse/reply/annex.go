package reply

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// An annex stands behind the judgement: 別表, 別表1, 別表1-2, 【別表】, (別紙), 別添2.
var (
	annexHere  = regexp.MustCompile(`[\[【<(]?(別表|別紙|別記|別添|別図)(\d{0,4})(?:-(\d{1,2}))?([\]】>)]?)`)
	annexTitle = regexp.MustCompile(`^\([^()、。]{2,30}\)$`)
	lastItem   = regexp.MustCompile(`\(?\d{1,2}\)?結論`)
	notAHead   = "のにをはがでとかも、,。」)記掲参及並・以"
)

// annexes finds the headings of the annexes in [from, to). The first stands
// where a line, or the text behind the members or a sentence, begins; where line
// ends are lost the next ones are known by counting on.
func (p *parser) annexes(from, to int) []heading {
	if from >= to {
		return nil
	}
	tail := from
	if ms := textutil.Around(lastItem, p.s[from:to], "結論", 20); ms != nil {
		tail = from + ms[len(ms)-1][1]
		if i := strings.Index(p.s[tail:to], "。"); i >= 0 {
			tail += i
		}
	}
	var hs []heading
	lastWord := ""
	counts := map[string][2]int{} // number and sub-number of the last one of each word
	for _, m := range textutil.Around(annexHere, p.s[tail:to], "別", 30) {
		at := tail + m[0]
		if p.taken[at] {
			continue
		}
		w := p.s[tail+m[2] : tail+m[3]]
		digits, sub := p.s[tail+m[4]:tail+m[5]], 0
		if m[6] >= 0 {
			sub, _ = strconv.Atoi(p.s[tail+m[6] : tail+m[7]])
		}
		end := tail + m[1]
		if at := tail + m[4]; digits != "" && p.starts(at) { // 別表 / 1 …: the text's number
			digits, sub, end, m[8] = "", 0, at, m[9]
		}
		number, _ := strconv.Atoi(digits)
		last, known := counts[w]
		major, minor := last[0], last[1]
		want := major + 1
		// 別添1 1本件…: the digits of the number and of the text run together
		if sub == 0 && number != want && strings.HasPrefix(digits, strconv.Itoa(want)) && m[8] == m[9] {
			number = want
			end = tail + m[4] + len(strconv.Itoa(want))
		}
		if p.s[at] == '(' && p.s[end-1] != ')' || end < to && strings.ContainsRune(notAHead, runeAt(p.s, end)) {
			continue
		}
		page := span{at, at} // the number of the page before: …委員 丙-11-別表1
		if m := pageAtEnd.FindStringIndex(p.s[max(tail, at-len("-100-")):at]); m != nil {
			page.from = max(tail, at-len("-100-")) + m[0]
		}
		begins := p.starts(at) || !page.empty() || p.taken[at-1] || strings.HasSuffix(p.s[:at], "。")
		switch {
		case len(hs) == 0:
			if !begins || number > 1 {
				continue
			}
		case known && sub > 0:
			if !begins || !(number == major && sub == minor+1 || number == major+1 && sub == 1) {
				continue
			}
		case known && number == major+1 && major > 0 && (w == lastWord || begins):
		case known && (w == lastWord || number > 1 || !begins): // an appended document may count anew
			continue
		case !begins || number > 1 || !p.mentioned(w, tail) && !(end == p.lines[p.lineIndex(at)].to && p.mentioned(w, at)):
			continue
		}
		if l := p.lines[p.lineIndex(at)]; end >= l.to {
			// its name may go on over the line's end
		} else if m := annexTitle.FindString(p.s[end:l.to]); m != "" && begins && end+len(m) == l.to {
			end += len(m) // 別紙1(本件対象文書)
		}
		if p.listsAnnexes(at, end) {
			continue
		}
		p.discard(page, record.WhyFurniture)
		counts[w], lastWord = [2]int{number, sub}, w
		hs = append(hs, heading{kind: "annex", label: span{at, end}, words: at})
	}
	return p.ownAnnexes(hs, tail)
}

// ownAnnexes leaves out what the contents of an annex count as theirs, where the
// same name stands twice: the reply's own ones are those that its text speaks
// of, each once.
func (p *parser) ownAnnexes(hs []heading, tail int) []heading {
	name := func(h heading) string { return strings.Trim(p.s[h.label.from:h.label.to], "[]【】<>()") }
	seen, twice := map[string]bool{}, false
	for _, h := range hs {
		twice = twice || seen[name(h)]
		seen[name(h)] = true
	}
	if !twice {
		return hs
	}
	clear(seen)
	return slices.DeleteFunc(hs, func(h heading) bool {
		n := name(h)
		if seen[n] || !strings.Contains(p.s[:tail], n) {
			return true
		}
		seen[n] = true
		return false
	})
}

// listsAnnexes tells of a line that lists annexes: 別紙1(…)、別紙2(…).
func (p *parser) listsAnnexes(at, end int) bool {
	l := p.lines[p.lineIndex(at)]
	if end >= l.to {
		return false
	}
	rest := p.s[end:min(l.to, end+120)]
	for _, m := range annexHere.FindAllStringIndex(rest, -1) {
		if before, _ := utf8.DecodeLastRuneInString(rest[:m[0]]); strings.ContainsRune("、・及", before) {
			return true
		}
	}
	return false
}

// mentioned reports whether the text before at refers to such an annex.
func (p *parser) mentioned(word string, at int) bool { return strings.Contains(p.s[:at], word) }

func runeAt(s string, i int) rune {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return r
}
