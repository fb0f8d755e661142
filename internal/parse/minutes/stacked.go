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
		if n := len(out); n > 0 && l.indent > out[n-1].indent && l.gap == 0 && l.cell == noCell && out[n-1].cell == noCell && r.holds(out[n-1].text, post, body) && r.holds(l.text, name, given) {
			out[n-1].text += "　" + l.text
			continue
		}
		out = append(out, l)
	}
	return out
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
