package cite

import "regexp"

// inquiryMention reads 諮問第64号, 平成28年(行情)諮問第642号, 諮問案件3, 諮問番号12 and
// 平成29年8月28日付け諮問.
var inquiryMention = regexp.MustCompile(dated + year + `諮問(?:案件(\d{1,3})|番号:?第?(\d{1,5})号?|[情個公]?第?(` + serial + `)号?|[情個公]?\(?第(` + numeral + `)号)?`)

// notAnInquiry is what makes another word of 諮問.
var notAnInquiry = regexp.MustCompile(`^(?:[書庁日者権]|事項|実施機関|機関|番号|案件|の受理|の報告|の説明|する|し[たてま]|さ|いた|致|が|を(?:行|受|す))`)

var inquiryWord = word{"諮問", 90, 40, numberStarts + "案番", inquiryMention, readInquiry}

func inquiries(s string) []Mention { return inquiryWord.find(s) }

func readInquiry(s, part string, base int, m []int) (Mention, bool) {
	x := Mention{From: base + m[0], To: base + m[1], Kind: Inquiry}
	if d := group(part, m, 1); d != "" {
		x.Date = isoOf(d)
	}
	x.Number = numberOf(group(part, m, 2) + group(part, m, 3) + group(part, m, 4) + group(part, m, 5))
	if x.Number == "" {
		rest, _ := window(s, x.To, x.To, 0, 18)
		if x.Date == "" || notAnInquiry.MatchString(rest) {
			return x, false
		}
	}
	return x, true
}
