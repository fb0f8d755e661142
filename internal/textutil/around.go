package textutil

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// Around is re.FindAllStringSubmatchIndex(s, -1) for an expression without
// anchors whose matches all have the word in them and are at most reach bytes
// long: it looks only where the word stands, which in a long text is seldom.
func Around(re *regexp.Regexp, s, word string, reach int) [][]int {
	var found [][]int
	for at := 0; ; {
		i := strings.Index(s[at:], word)
		if i < 0 {
			return found
		}
		from := max(at, at+i-reach)
		to := at + i + len(word) + reach
		for { // words near each other share a stretch
			next := strings.Index(s[min(to-reach, len(s)):min(to+reach, len(s))], word)
			if next < 0 {
				break
			}
			to += next + len(word)
		}
		to = min(to, len(s))
		for from > at && !utf8.RuneStart(s[from]) {
			from--
		}
		for to < len(s) && !utf8.RuneStart(s[to]) {
			to++
		}
		for _, m := range re.FindAllStringSubmatchIndex(s[from:to], -1) {
			for k := range m {
				if m[k] >= 0 {
					m[k] += from
				}
			}
			found = append(found, m)
		}
		at = to
	}
}
