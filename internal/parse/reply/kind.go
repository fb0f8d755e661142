package reply

import "regexp"

// nouns tell what a heading of other words than those of headingWords opens: who
// speaks, and of what. Earlier rows win.
var nouns = []struct {
	kind string
	said *regexp.Regexp
}{
	{"conditions", regexp.MustCompile(`[付附]言|[付附]帯(?:意見|事項|条件|決議)|(?:審査会|審議会)(?:から)?の(?:意見|要望|付帯意見)$`)},
	{"request", regexp.MustCompile(`(?:審査請求|異議申立て|不服申立て|訂正請求|開示請求)(?:等)?の(?:趣旨|内容|概要)$`)},
	{"applicant", regexp.MustCompile(`(?:請求人|申立人|申出人|申請者)(?:ら|等)?(?:の|による)[^。]*(?:主張|意見|反論|理由|陳述)`)},
	{"agency", regexp.MustCompile(`(?:実施機関|処分庁|諮問庁|審査庁|事業所管課|市長|町長|村長|区長|知事|委員会|管理者|公社|法人)(?:等)?(?:の|による)[^。]*(?:主張|説明|弁明|見解|考え方|意見|理由)`)},
	{"judgement", regexp.MustCompile(`(?:審査会|審議会)(?:の|による)[^。]*(?:判断|検討|考え方)`)},
	{"history", regexp.MustCompile(`(?:経過|経緯)$`)},
}

// both joins two parts of a heading.
var both = regexp.MustCompile(`及び|並びに|と`)

// kindOf is the kind of section that the words s of a heading open; "text" where
// they do not tell.
func kindOf(s string) string {
	if told, held := nouns[2].said, nouns[3].said; told.MatchString(s) && held.MatchString(s) && both.MatchString(s) {
		return "text" // what either side adds
	}
	for _, row := range nouns {
		if row.said.MatchString(s) {
			return row.kind
		}
	}
	return "text"
}
