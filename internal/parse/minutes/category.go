package minutes

import (
	"strings"

	"github.com/toshin-archive/toshin/internal/textutil"
)

// categoryTails end what a council's law calls its members by.
var categoryTails = strings.Fields("のある者 経験者 有する者 する者 する委員 の代表 代表者 の職員 関係者 関係団体 行政機関 有識者 選出 公募 公募市民 市民 町民 村民 区民 県民 住民 被保険者 事業者 医療機関 学識")

// sectors are whole words for whom a member speaks (産官学金労言).
var sectors = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("産業界 産業 経済界 経済 行政 官公庁 学界 学術 学識 教育 教育界 教育機関 金融 金融界 金融機関 労働 労働界 労働団体 言論 言論界 報道 報道機関 メディア マスコミ 士業 住民 住民代表 市民代表 町民代表 福祉 医療 農業 商業 工業") {
		m[w] = true
	}
	return m
}()

// categoryAt parts the category that a line of a roster begins with from the names
// behind it: 学識経験のある者　　赤羽　弘志（会長）. strong tells that it is nothing
// else.
func categoryAt(s string) (category, rest string, strong bool) {
	end, gap := -1, 0
	for i, r := range s {
		if !textutil.IsBlank(r) {
			if end >= 0 {
				rest = s[i:]
				break
			}
			continue
		}
		if end < 0 {
			end = i
		}
		if gap++; r > 0x7f || r == '\t' {
			gap++
		}
	}
	if end <= 0 || rest == "" {
		return "", s, false
	}
	key := textutil.Key(s[:end])
	if textutil.Longer(key, 24) || textutil.Longer(key, 16) && !strings.HasSuffix(key, "委員") || strings.ContainsAny(key, "、()") {
		return "", s, false
	}
	if gap > 1 && sectors[key] {
		return key, rest, true
	}
	for _, t := range categoryTails {
		if strings.HasSuffix(key, t) && (gap > 2 || gap > 1 && textutil.Longer(key, 4)) {
			return key, rest, true
		}
	}
	if strings.HasSuffix(key, "代表") && (gap > 2 || gap > 1 && textutil.Longer(key, 4)) { // of several people, or it is what one of them is
		return key, rest, len(strings.FieldsFunc(rest, textutil.IsBlank)) > 3
	}
	if gap < 3 {
		return "", s, false
	}
	if strings.HasSuffix(key, "議会議員") || key == "議員" {
		return key, rest, false
	}
	return "", s, false
}

// categorized reports whether the lines of a roster begin with categories: two
// do, one of them surely.
func categorized(lines []line) bool {
	n, sure := 0, false
	for _, l := range lines {
		if c, _, strong := categoryAt(l.text); c != "" {
			n++
			sure = sure || strong
		}
	}
	return sure && (n > 1 || len(lines) == 1)
}

// categoryOf is the category that a roster begins with, "" for none.
func categoryOf(lines []line) string {
	if len(lines) == 0 {
		return ""
	}
	c, _, _ := categoryAt(lines[0].text)
	return c
}
