package reply

import (
	"regexp"
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/record"
)

// A reply without a letter tells of its inquiry in the body: in the preface of a
// report, or as the last step of how the case came (諮問経緯).
var (
	prefaceInquiry = regexp.MustCompile(`(` + letterDate.String() + `)(?:付け?)?(?:で|に|、)?[^。]{0,80}?諮問(?:\((諮問第\d+号)\))?(?:を受け|が?あ[りっ]|され)`)
	cameBy         = regexp.MustCompile(`諮問|経緯|経過`)
	inquired       = regexp.MustCompile(`(?:審査会|審議会|協議会|委員会)(?:に|へ)(?:対し、?)?諮問(?:し|を行|され)|諮問(?:を受けた|があった|がなされた|が行われた)|諮問(?:した|を行った|された)。`)
)

// toldInquiries reads the inquiry from the sections, where no letter names it.
func (p *parser) toldInquiries() {
	if len(p.rec.Inquiries) > 0 {
		return
	}
	for i, s := range p.rec.Sections {
		label := folded(s.Label)
		switch {
		case i == 0 && around.MatchString(label):
			for _, x := range s.Passages {
				if m := prefaceInquiry.FindStringSubmatch(folded(x.Text)); m != nil {
					d, _ := jadate.First(m[1])
					p.rec.Inquiries = append(p.rec.Inquiries, record.Inquiry{Number: m[2], Date: d.ISO()})
					return
				}
			}
		case (s.Kind == "history" || s.Kind == "text") && cameBy.MatchString(label):
			if day := inquiredOn(s.Passages); day != "" {
				p.rec.Inquiries = append(p.rec.Inquiries, record.Inquiry{Date: day})
				return
			}
		}
	}
}

// titleNumber gives the letter's inquiry the number that stands behind the case's name:
// …に対する審査請求(諮問第166号).
func (p *parser) titleNumber() {
	if len(p.rec.Inquiries) != 1 || p.rec.Inquiries[0].Number != "" || p.title.empty() {
		return
	}
	if m := numberBehind.FindStringSubmatch(p.s[p.title.from:p.title.to]); m != nil {
		p.rec.Inquiries[0].Number = m[1]
	}
}

var numberBehind = regexp.MustCompile(`\(((?:(?:平成|令和)[\d元]{1,2}年度?)?諮問第\d+号)\)$`)

// inquiredOn is the day that begins the sentence which says that the council was
// asked.
func inquiredOn(ps []record.Passage) string {
	var prev jadate.Date
	for _, x := range ps {
		for said := range strings.SplitAfterSeq(folded(x.Text), "。") {
			ds := jadate.FindAfter(said, prev)
			if len(ds) == 0 {
				continue
			}
			if inquired.MatchString(said) && ds[0].ISO() != "" && ds[0].Start < strings.LastIndex(said, "諮問") {
				return ds[0].ISO()
			}
			prev = ds[len(ds)-1]
		}
	}
	return ""
}
