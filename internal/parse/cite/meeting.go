package cite

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// meetingMention reads 第86回第二部会, 平成30年度第2回見晴市審議会, 第276回審査会 with the day
// before or behind it. An assembly's 定例会 is none of a council's meetings.
var meetingMention = regexp.MustCompile(
	`(?:(` + day + `)(?:\([月火水木金土日]\))?(?:に)?(?:付け?|開催)?の?)?(?:` + year + `)第(` + numeral + `)回((?:[\p{Han}・]{0,24}?(?:審査会|審議会|懇話会|協議会|委員会)?(?:第[\d一二三四五六七八九]部会|[\p{Han}]{1,8}部会)|[\p{Han}・]{0,24}?(?:審査会|審議会|懇話会|協議会|委員会)|会議))(?:\((` + day + `)(?:開催)?\))?`)

func meetings(s string) []Mention {
	var ms []Mention
	done := 0
	for at := 0; ; {
		i := strings.Index(s[at:], "回")
		if i < 0 {
			return ms
		}
		i += at
		at = i + len("回")
		if r, _ := utf8.DecodeLastRuneInString(s[:i]); (r < '0' || r > '9') && !strings.ContainsRune("一二三四五六七八九十", r) {
			continue
		}
		part, base := window(s, i, at, 100, 120)
		if !strings.Contains(part[i-base:], "会") {
			continue
		}
		if base < done {
			part, base = s[done:max(done, base+len(part))], done
		}
		for _, m := range meetingMention.FindAllStringSubmatchIndex(part, -1) {
			if base+m[1] < at || base+m[0] > i {
				continue
			}
			x := Mention{From: base + m[0], To: base + m[1], Kind: Meeting, Number: numberOf(group(part, m, 2)), Council: bodyOf(group(part, m, 3))}
			if d := group(part, m, 1) + group(part, m, 4); d != "" {
				x.Date = isoOf(d)
			}
			ms = append(ms, x)
			at, done = max(at, x.To), x.To
			break
		}
	}
}
