package personal

import (
	"regexp"
	"strings"
)

const day = `(?:(?:明治|大正|昭和|平成|令和|西暦|[MTSHR])?[ .]?(?:[0-9]{1,4}|元)[年./-] ?[0-9]{1,2}[月./-] ?[0-9]{1,2}日?)`

var (
	bornOn    = regexp.MustCompile(day + `(?:\([^()]{1,8}\))?(?:生まれ|生れ|生(?:$|[)）\]、。,\s])|に?(?:出生し|誕生し|生まれ))`)
	birthWord = regexp.MustCompile(`(?:生年月日|誕生日|出生年月日|出生日)[^0-9。]{0,8}?(` + day + `)`)
)

// births are days on which somebody was born.
func births(x *line) []hit {
	if len(x.figs) == 0 || !strings.Contains(x.folded, "生") {
		return nil
	}
	var hs []hit
	if strings.Contains(x.folded, "生年月日") || strings.Contains(x.folded, "誕生日") || strings.Contains(x.folded, "出生") {
		for _, m := range birthWord.FindAllStringSubmatchIndex(x.folded, -1) {
			hs = append(hs, hit{m[2], m[3], true})
		}
	}
	for _, w := range []string{"日生", "日に生", "日に出生", "日に誕生", "日出生", ")生", "生まれ", "生れ", "生"} {
		if i := strings.Index(x.folded, w); i < 0 || w == "生" && (i == 0 || !isDigit(x.folded[i-1])) {
			continue
		}
		for _, m := range bornOn.FindAllStringIndex(x.folded, -1) {
			if h := (hit{m[0], m[1], true}); !overlaps(hs, h) {
				hs = append(hs, h)
			}
		}
		break
	}
	return hs
}
