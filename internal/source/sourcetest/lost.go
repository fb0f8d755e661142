package sourcetest

import (
	"fmt"
	"sort"
	"strings"
	"unicode"
)

// Lost names the characters that are no layout and stand in want more often than
// in got; "" where there is none.
func Lost(want, got string) string {
	n := map[rune]int{}
	for _, r := range want {
		if !unicode.IsSpace(r) && !unicode.IsControl(r) && r != '\ufeff' && r != '\u200b' {
			n[r]++
		}
	}
	for _, r := range got {
		n[r]--
	}
	var lost []string
	for r, k := range n {
		if k > 0 {
			lost = append(lost, fmt.Sprintf("%q×%d", r, k))
		}
	}
	sort.Strings(lost)
	return strings.Join(lost, " ")
}
