package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// stacked joins people whose office stands on one line and whose name, set deeper,
// on the next: 千種川警察署　署長 / 　　　　猿田　正幸. Both must be nothing else.
func (r *roster) stacked(lines []line) []line {
	var out []line
	for _, l := range lines {
		if n := len(out); n > 0 && filled(out[n-1], l) {
			out[n-1].text += l.text
			continue
		}
		if n := len(out); n > 0 && l.indent > out[n-1].indent && l.gap == 0 && l.cell == noCell && out[n-1].cell == noCell && r.holds(out[n-1].text, post, body) && r.holds(l.text, name, given) {
			out[n-1].text += "　" + l.text
			continue
		}
		out = append(out, l)
	}
	return out
}

// bracketsBelow joins the brackets that stand alone on their lines to the people above
// them, where every one has its own: 委員長　曽根崎　明 / （鈴鳴教育大学大学院　教授）.
func bracketsBelow(lines []line) []line {
	people, brackets, end := 0, 0, len(lines)
	for i, l := range lines {
		b := below(l.text)
		inner := textutil.Key(strings.Trim(b, "()（）〔〕"))
		if g, _, ok := groupAt(l.text); b == "" && i > 0 && ok && (isGroup(g) || g == "欠席") && people == brackets { // 事務局　…
			end = i
			break
		}
		switch {
		case l.cell != noCell:
			return lines
		case b == "":
			people++
		case counts(b) || isCount(inner) || noteWords(inner) && brackets == 0:
		case isGroup(inner) || strings.Contains(inner, "席") || len(legendOf(b)) > 0 && !strings.Contains(b, "※") || i == 0 || l.gap > 0 || people != brackets+1:
			return lines
		default:
			brackets++
		}
	}
	if brackets == 0 || brackets != people {
		return lines
	}
	var out []line
	for _, l := range lines[:end] {
		if b := below(l.text); b != "" && len(out) > 0 && !counts(b) && enclosed(out[len(out)-1].text) == "" {
			out[len(out)-1].text += "　" + b
			continue
		}
		out = append(out, l)
	}
	return append(out, lines[end:]...)
}

// below is s where it is a bracket, and no more than a note behind it: （公募）※遅れて参加.
func below(s string) string {
	if b := enclosed(s); b != "" {
		return b
	}
	if i := strings.Index(s, "※"); i > 0 && enclosed(textutil.Trim(s[:i])) != "" {
		return s
	}
	return ""
}

// enclosed is s where one pair of round brackets encloses it, else "".
func enclosed(s string) string {
	if s == "" || !strings.ContainsRune("(（〔", textutil.FirstRune(s)) || !strings.ContainsRune(")）〕", textutil.LastRune(s)) {
		return ""
	}
	if b, rest := bracketed(s); rest == "" {
		return b
	}
	return ""
}

// filled reports whether a line is the first half of a word that filled its column,
// and goes on in the column's next line: 薄衣市社会福祉協議 / 会会長　　　伊集　幸子.
func filled(a, b line) bool {
	wa, wb := wordsOf(a), wordsOf(b)
	if len(wa) != 1 || len(wb) < 2 || a.indent != b.indent || b.gap > 0 || a.cell != noCell || b.cell != noCell || strings.ContainsAny(a.text, "、，:：()（）") {
		return false
	}
	wide, short := columns(a.text), columns(wb[0].text)
	gap := wb[1].at - wb[0].at
	return wide >= 12 && wide > short && wide >= gap-6 && wide <= gap && gap-short > 2
}

// holds reports whether every word of s outside of brackets is of the kinds a or b,
// and one is of a.
func (r *roster) holds(s string, a, b kind) bool {
	found := false
	if textutil.Longer(s, 80) || strings.ContainsAny(s, ":：") && !strings.ContainsAny(s, "(（") {
		return false
	}
	ps := pieces(s)
	if len(ps) != 1 || isGroup(s) {
		return false
	}
	for i, k := range r.segment(tokens(ps[0])) {
		if k != a && k != b && !tokens(ps[0])[i].note {
			return false
		}
		found = found || k == a
	}
	return found
}
