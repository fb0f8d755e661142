package reply

import (
	"regexp"
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/record"
)

var (
	dateHere      = regexp.MustCompile(`^(?:` + letterDate.String() + `|同日)(?:付け?(?:の|で)?)?`)
	documentHere  = regexp.MustCompile(`^(\d{0,2}[^\d、,。「」第による]{1,16}?(?:\d{1,3}第|第?)\d+(?:の\d+)?号(?:の\d+)?)`)
	inquiryNumber = regexp.MustCompile(`^((?:(?:平成|令和)(?:\d+|元)年度?)?(?:\(\p{Han}{1,4}\))?諮問(?:\p{Han}{0,2})第?[\d-]+号|諮問案件[\d-]+)`)
	inBrackets    = regexp.MustCompile(`\([^()]{0,30}$`)
	connector     = regexp.MustCompile(`^(?:及び|並びに|または|又は|、|,|・|ほか)`)
)

// inquiries reads the documents that an inquiry came by from the sentence that
// names them: 平成30年1月22日鶴高第1917号、同日… 及び 中保護第45号による次の諮問について. A date
// holds for the documents up to the next one. Quoted titles are passed over:
// they name documents of their own.
func inquiries(s string) []record.Inquiry {
	var qs []record.Inquiry
	date := ""
	closing := quotations(s)
	for i := 0; i < len(s); {
		rest := s[i:]
		switch {
		case strings.HasPrefix(rest, "「"):
			i = closing[i]
			continue
		case connector.MatchString(rest):
			i += len(connector.FindString(rest))
			continue
		}
		if m := dateHere.FindString(rest); m != "" {
			if d, ok := jadate.First(m); ok {
				date = d.ISO()
			}
			i += len(m)
			continue
		}
		if m := inquiryNumber.FindString(rest); m != "" {
			if n := len(qs); n > 0 && qs[n-1].Number == "" && inBrackets.MatchString(s[max(0, i-90):i]) {
				qs[n-1].Number = m
			} else {
				qs = append(qs, record.Inquiry{Number: m, Date: date})
			}
			i += len(m)
			continue
		}
		if m := documentHere.FindString(rest); m != "" && date != "" {
			qs = append(qs, record.Inquiry{Document: m, Date: date})
			i += len(m)
			continue
		}
		// What follows is the sentence's other words: on to the next date.
		i += next(rest)
	}
	return qs
}

// next is the way from the start of s, one character at least, to the next date,
// connector or quotation.
func next(s string) int {
	for i := range s {
		if i > 0 && (strings.HasPrefix(s[i:], "「") || dateHere.MatchString(s[i:]) || connector.MatchString(s[i:]) || inquiryNumber.MatchString(s[i:])) {
			return i
		}
	}
	return len(s)
}

// quotations tells for each 「 of s where its quotation ends, behind the matching
// 」; where that is lost, behind the 「.
func quotations(s string) map[int]int {
	ends := map[int]int{}
	var open []int
	for i, r := range s {
		switch r {
		case '「':
			ends[i] = i + len("「")
			open = append(open, i)
		case '」':
			if n := len(open); n > 0 {
				ends[open[n-1]] = i + len("」")
				open = open[:n-1]
			}
		}
	}
	return ends
}
