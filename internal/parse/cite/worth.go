package cite

import (
	"strings"
	"unicode/utf8"
)

// worth tells, before an expression is asked, that a word may be a mention: a
// number may follow it, behind a section's letter (starts are what one begins
// with), or a day stand before it.
func worth(before, after, starts string) bool {
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, "情個公"))
	return strings.ContainsRune(starts, next) || strings.ContainsAny(before, "月.")
}

// numberStarts begin a number: 第5号, (第5号), 29-1, 令2-6, 元-1.
const numberStarts = "第(0123456789平令HR元"
