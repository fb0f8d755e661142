package cite

import (
	"regexp"
	"strings"
)

// word finds the mentions that stand around a word of the text, 答申 or 諮問: an
// expression is asked only where the word stands, and only about its
// surroundings.
type word struct {
	text          string
	before, after int    // bytes looked at around it
	starts        string // what a number behind the word begins with
	mention       *regexp.Regexp
	// read makes a mention of m, a match of the expression in part, which stands at
	// base in s; ok is false where the words name nothing.
	read func(s, part string, base int, m []int) (x Mention, ok bool)
}

func (w word) find(s string) []Mention {
	var ms []Mention
	done := 0 // where the last mention ended
	for at := 0; ; {
		i := strings.Index(s[at:], w.text)
		if i < 0 {
			return ms
		}
		i += at
		at = i + len(w.text)
		part, base := window(s, i, at, w.before, w.after)
		if !worth(part[:i-base], s[at:], w.starts) {
			continue
		}
		if base < done {
			part, base = s[done:base+len(part)], done
		}
		for _, m := range w.mention.FindAllStringSubmatchIndex(part, -1) {
			if base+m[1] < at || base+m[0] > i {
				continue
			}
			x, ok := w.read(s, part, base, m)
			if !ok {
				break
			}
			ms = append(ms, x)
			ms = append(ms, others(s, &x)...)
			at, done = max(at, x.To), x.To
			break
		}
	}
}
