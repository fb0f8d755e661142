package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// abreast cuts a line of the agenda on which entries stand side by side, in two
// columns: 日程第１　…　　　　日程第２　…. Wide blanks part them, and each begins
// as the first does, with a higher number.
func abreast(s string) []string {
	kind, n := entryAt(s)
	if kind == "" {
		return []string{s}
	}
	var parts []string
	from, blanks := 0, 0
	for i, r := range s {
		if textutil.IsBlank(r) {
			if blanks++; r > 0x7f || r == '\t' {
				blanks++
			}
			continue
		}
		if blanks > 0 && i > from {
			if k, m := entryAt(s[i:]); k == kind && (blanks > 2 && m > n || kind == "議題" && m == n+1) {
				parts = append(parts, textutil.Trim(s[from:i]))
				from, n = i, m
			}
		}
		blanks = 0
	}
	return append(parts, s[from:])
}

// entryAt tells how an entry of the agenda begins, and its number: 日程第１, (1), 議案第3号.
func entryAt(s string) (kind string, n int) {
	if num, ok := numbered(s); ok && num.rest != "" {
		return num.style, num.n
	}
	if t, _, ok := topic(s); ok {
		return "議題", atoi(t)
	}
	if id, _, _, ok := caseAt(s); ok {
		word := strings.TrimRight(strings.TrimSuffix(id, "号"), "0123456789")
		return word, atoi(strings.TrimSuffix(strings.TrimPrefix(id, word), "号"))
	}
	return "", 0
}

func atoi(s string) int {
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' || n > 1<<20 {
			break
		}
		n = n*10 + int(r-'0')
	}
	return n
}
