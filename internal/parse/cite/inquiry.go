package cite

import (
	"regexp"
	"strings"
)

// inquiryMention reads 諮問第64号, 平成28年(行情)諮問第642号, 諮問案件3, 諮問番号12 and
// 平成29年8月28日付け諮問.
var inquiryMention = regexp.MustCompile(dated + year + `諮問(?:案件(\d{1,3})|番号:?第?(\d{1,5})号?|[情個公]?第?(` + serial + `)号?|[情個公]?\(?第(` + numeral + `)号)?`)

const inquiryWord = "諮問"

// notAnInquiry is what makes another word of 諮問.
var notAnInquiry = regexp.MustCompile(`^(?:[書庁日者権]|事項|実施機関|機関|番号|案件|の受理|の報告|の説明|する|し[たてま]|さ|いた|致|が|を(?:行|受|す))`)

func inquiries(s string) []Mention {
	var ms []Mention
	done := 0
	for at := 0; ; {
		i := strings.Index(s[at:], inquiryWord)
		if i < 0 {
			return ms
		}
		i += at
		at = i + len(inquiryWord)
		part, base := window(s, i, at, 90, 40)
		if !worth(part[:i-base], s[at:], numberStarts+"案番") {
			continue
		}
		if base < done {
			part, base = s[done:base+len(part)], done
		}
		for _, m := range inquiryMention.FindAllStringSubmatchIndex(part, -1) {
			if base+m[1] < at || base+m[0] > i {
				continue
			}
			x := Mention{From: base + m[0], To: base + m[1], Kind: Inquiry}
			if d := group(part, m, 1); d != "" {
				x.Date = isoOf(d)
			}
			x.Number = numberOf(group(part, m, 2) + group(part, m, 3) + group(part, m, 4) + group(part, m, 5))
			if x.Number == "" {
				rest, _ := window(s, x.To, x.To, 0, 18)
				if x.Date == "" || notAnInquiry.MatchString(rest) {
					break
				}
			}
			ms = append(ms, x)
			ms = append(ms, others(s, &x)...)
			at, done = max(at, x.To), x.To
			break
		}
	}
}
