package personal

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

const (
	spelt = `[〇零一二三四五六七八九十]`
	day   = `(?:(?:明治|大正|昭和|平成|令和|西暦|[MTSHR])?[ .]?(?:(?:[0-9]{1,4}|元)[年./-] ?[0-9]{1,2}[月./-] ?[0-9]{1,2}日?|(?:` + spelt + `{1,4}|元)年` + spelt + `{1,3}月` + spelt + `{1,3}日))`
)

var (
	bornOn    = regexp.MustCompile(day + `(?:\([^()]{1,8}\))?(?:生まれ|生れ|生(?:$|[)）\]、。,\s])|に?(?:出生し|誕生し|生まれ))`)
	birthWord = regexp.MustCompile(`(?:生年月日|誕生日|出生年月日|出生日)[^0-9。〇零一二三四五六七八九十]{0,8}?(` + day + `)`)
)

// births are days on which somebody was born.
func births(x *line) []hit {
	called, born := false, false
	for _, s := range x.spots {
		if s.c != '生' {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(x.folded[:s.at])
		called = called || before == '誕' || before == '出' || strings.HasPrefix(x.folded[s.at:], "生年月日")
		born = born || strings.ContainsRune("日に出誕)0123456789", before)
	}
	var hs []hit
	if called {
		for _, m := range birthWord.FindAllStringSubmatchIndex(x.folded, -1) {
			hs = append(hs, hit{m[2], m[3], true})
		}
	}
	if born {
		for _, m := range bornOn.FindAllStringIndex(x.folded, -1) {
			if h := (hit{m[0], m[1], true}); !overlaps(hs, h) {
				hs = append(hs, h)
			}
		}
	}
	return hs
}
