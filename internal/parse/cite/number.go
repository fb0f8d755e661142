package cite

import (
	"strconv"
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
)

// numberOf is a number as records have it: 222 of 0222 or 二百二十二, 5の2; a
// serial number (29-1, 令2-6) stays as it is.
func numberOf(s string) string {
	if s == "" || strings.Contains(s, "-") {
		return s
	}
	head, branch, has := strings.Cut(s, "の")
	n, ok := jadate.Int(head)
	if !ok {
		return s
	}
	if has {
		return strconv.Itoa(n) + "の" + branch
	}
	return strconv.Itoa(n)
}
