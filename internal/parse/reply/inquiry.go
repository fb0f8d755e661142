package reply

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/record"
)

var (
	dateHere = regexp.MustCompile(`^(?:` + letterDate.String() + `|同年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日|同月[\d一二三四五六七八九十]{1,3}日|同日)(?:付け?(?:の|で)?)?`)
	// lostDate is a date of which glyphs are lost: 平成14年□月8日.
	lostDate      = regexp.MustCompile(`^(?:平成|令和|昭和)[^、。「」第号]{1,10}?日(?:付け?(?:の|で)?)?`)
	documentHere  = regexp.MustCompile(`^(\d{0,2}[^\d、,。「」()第による]{1,16}?(?:\(\p{Han}{1,4}\))?(?:(?:\d{1,3}第|第?)\d+|第[一二三四五六七八九十百千]+|第[■●○〇*]{1,8})(?:の\d+)?号(?:の\d+)?)`)
	inquiryNumber = regexp.MustCompile(`^((?:(?:(?:平成|令和)(?:\d+|元)|\d{4})年度?)?(?:\(\p{Han}{1,4}\))?諮問(?:\p{Han}{0,2})第?[\d-]+号|諮問第[一二三四五六七八九十百]+号|諮問案件(?:(?:平成|令和|平|令|[HR])?(?:\d{1,2}|元)-\d+|[\d-]+)|諮問(?:平成|令和|平|令|[HR])?(?:\d{1,2}|元)-\d+)`)
	inBrackets    = regexp.MustCompile(`\([^()]{0,30}$`)
	connector     = regexp.MustCompile(`^(?:及び|並びに|または|又は|、|,|・|ほか)`)
	// goesOn is a further number of the same series: 第201号から第205号まで, 及び同第192号.
	goesOn    = regexp.MustCompile(`^(及び|並びに|、|,|・|から|ないし|乃至|~)(?:同)?第(\d+)号(?:まで)?`)
	lastDigit = regexp.MustCompile(`^(.*?)(\d+)(号)$`)
)

// inquiries reads the documents that an inquiry came by from the sentence that
// names them: 平成30年1月22日鶴高第1917号、同日… 及び 中保護第45号による次の諮問について. A date
// holds for the documents up to the next one. Quoted titles are passed over:
// they name documents of their own.
func inquiries(s string) []record.Inquiry {
	var qs []record.Inquiry
	var prev jadate.Date
	date, dated := "", false
	closing := quotations(s)
	for i := 0; i < len(s); {
		rest := s[i:]
		switch {
		case strings.HasPrefix(rest, "「"):
			if m := inquiryNumber.FindString(rest[len("「"):]); m != "" && dated && len(qs) > 0 && qs[len(qs)-1].Number == "" { // 「諮問令3-6　…」
				all, _ := series(inDigits(m), "")
				qs[len(qs)-1].Number = all[0]
			}
			i = closing[i]
			continue
		case connector.MatchString(rest):
			i += len(connector.FindString(rest))
			continue
		}
		if m := dateHere.FindString(rest); m != "" {
			date, dated = "", true
			if ds := jadate.FindAfter(m, prev); len(ds) > 0 {
				prev, date = ds[0], ds[0].ISO()
			}
			i += len(m)
			continue
		}
		if m := lostDate.FindString(rest); m != "" {
			date, dated = "", true
			i += len(m)
			continue
		}
		if m := sameSeries.FindStringSubmatch(rest); m != nil && dated && len(qs) > 0 { // …及び同年8月1日(同第344号)
			if n := lastDigit.FindStringSubmatch(qs[len(qs)-1].Number); n != nil {
				qs = append(qs, record.Inquiry{Number: n[1] + m[1] + n[3], Date: date})
				i += len(m[0])
				continue
			}
		}
		m := inquiryNumber.FindString(rest)
		word := 0
		if m == "" && i > 0 && (s[i-1] == '(' || toldOf.MatchString(s[max(0, i-30):i])) { // (令3-1)
			if m = eraSerial.FindString(rest); m != "" {
				word = len(inquiryWord)
				m, rest = inquiryWord+m, inquiryWord+rest
			}
		}
		if m != "" {
			all, size := series(inDigits(m), rest[len(m):])
			if d := receivedOn.FindStringSubmatch(rest[len(m)+size:]); d != nil && !dated { // 諮問第15号(平成31年4月26日諮問)
				if ds := jadate.FindAfter(d[1], prev); len(ds) > 0 {
					qs = append(qs, record.Inquiry{Number: all[0], Date: ds[0].ISO()})
					i += len(m) + size - word + len(d[0])
					continue
				}
			}
			for _, number := range all {
				switch k, n := unnumbered(qs), len(qs)-1; {
				case k >= 0 && (dated && qs[k].Date == date || inBrackets.MatchString(s[max(0, i-90):i])):
					qs[k].Number = number
				case n >= 0 && dated && qs[n].Date == date: // one document for several inquiries
					qs = append(qs, record.Inquiry{Number: number, Document: qs[n].Document, Date: date})
				default:
					qs = append(qs, record.Inquiry{Number: number, Date: date})
				}
			}
			i += len(m) + size - word
			continue
		}
		if m := documentHere.FindString(rest); m != "" && dated {
			all, size := series(m, rest[len(m):])
			for _, document := range all {
				qs = append(qs, record.Inquiry{Document: document, Date: date})
			}
			i += len(m) + size
			continue
		}
		// What follows is the sentence's other words: on to the next date.
		i += next(rest)
	}
	if len(qs) == 0 { // named by its day alone
		if m := byDay.FindStringSubmatch(s); m != nil {
			if d, ok := jadate.First(m[1]); ok {
				qs = append(qs, record.Inquiry{Date: d.ISO()})
			}
		}
	}
	return qs
}

var byDay = regexp.MustCompile(`(` + letterDate.String() + `)(?:付け?)?(?:で|に|の|、)?(?:貴職から|市長から|貴殿から)?(?:当審議会に)?諮問の?(?:あ|され|を受け)`)

// sameSeries is a number that leaves out the words of the one before.
var sameSeries = regexp.MustCompile(`^\(同第(\d+)号\)`)

// unnumbered is the first inquiry of the last run that has a document and no
// number yet; -1 where there is none.
func unnumbered(qs []record.Inquiry) int {
	k := -1
	for i := len(qs) - 1; i >= 0 && qs[i].Number == "" && qs[i].Document != ""; i-- {
		k = i
	}
	return k
}

// series reads what goes on behind a number: the others of its series, each
// spelt out, and how long that is in rest.
func series(number, rest string) (all []string, size int) {
	if m := serialInquiry.FindStringSubmatch(number); m != nil {
		return serials(m[1], m[2], rest)
	}
	if n, ok := strings.CutPrefix(number, caseWord); ok && isDigits(n) {
		return caseSeries(n, rest)
	}
	all = []string{number}
	m := lastDigit.FindStringSubmatch(number)
	if m == nil {
		return all, 0
	}
	last, _ := strconv.Atoi(m[2])
	for {
		g := goesOn.FindStringSubmatch(rest[size:])
		if g == nil {
			return all, size
		}
		n, err := strconv.Atoi(g[2])
		if err != nil {
			return all, size
		}
		from := n
		switch g[1] {
		case "から", "ないし", "乃至", "~":
			if from = last + 1; n < from || n-from > mostNumbers {
				from = n
			}
		}
		for k := from; k <= n; k++ {
			all = append(all, m[1]+strconv.Itoa(k)+m[3])
		}
		last = n
		size += len(g[0])
	}
}

// inDigits writes the numeral of 諮問第百九十八号 with digits.
func inDigits(number string) string {
	const before = "諮問第"
	if n, ok := strings.CutPrefix(number, before); ok {
		if i, size := jadate.Leading(n); size > 0 && n[size:] == "号" {
			return before + strconv.Itoa(i) + "号"
		}
	}
	return number
}

// receivedOn is the day of an inquiry behind its number.
var receivedOn = regexp.MustCompile(`^\((` + letterDate.String() + `)(?:付け?)?(?:諮問|受理|受付)?\)`)

const inquiryWord = "諮問"

// toldOf comes before an inquiry's number without the word: 諮問のあった令4-5「…」.
var toldOf = regexp.MustCompile(`諮問の?(?:あった|ありました|された|した)$`)

// eraSerial is an inquiry's number in brackets, without the word.
var eraSerial = regexp.MustCompile(`^(?:平成|令和|平|令|[HR])(?:\d{1,2}|元)-\d+`)

// pair brings numbers that stand on the cover together with the documents that
// the letter names, where there are as many of both.
func pair(qs []record.Inquiry) []record.Inquiry {
	var numbers, others []record.Inquiry
	for _, q := range qs {
		if q.Number != "" && q.Document == "" && q.Date == "" {
			numbers = append(numbers, q)
		} else {
			others = append(others, q)
		}
	}
	if len(numbers) > 1 && len(others) == 1 && others[0].Number == "" && others[0].Document != "" { // one document for all
		for i := range numbers {
			numbers[i].Document, numbers[i].Date = others[0].Document, others[0].Date
		}
		return numbers
	}
	if len(numbers) != len(others) {
		return qs
	}
	for i := range others {
		if others[i].Number != "" {
			return qs
		}
	}
	for i := range others {
		others[i].Number = numbers[i].Number
	}
	return others
}

// next is the way from the start of s, one character at least, to the next date,
// connector or quotation.
func next(s string) int {
	for i := range s {
		if i > 0 && (strings.HasPrefix(s[i:], "「") || dateHere.MatchString(s[i:]) || connector.MatchString(s[i:]) || inquiryNumber.MatchString(s[i:]) || (s[i-1] == '(' || toldOf.MatchString(s[max(0, i-30):i])) && eraSerial.MatchString(s[i:]) || lostDate.MatchString(s[i:]) || sameSeries.MatchString(s[i:])) {
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

// caseNumbers gives the document that several inquiries came by the numbers under
// which the reply deals with them.
func (p *parser) caseNumbers() {
	if !p.cases || len(p.rec.Inquiries) != 1 || p.rec.Inquiries[0].Number != "" {
		return
	}
	var qs []record.Inquiry
	for _, s := range p.rec.Sections {
		if label := folded(s.Label); s.Kind == "text" && caseLine.MatchString(label) {
			for _, q := range inquiries(label) {
				if q.Number != "" {
					q.Document, q.Date = p.rec.Inquiries[0].Document, p.rec.Inquiries[0].Date
					qs = append(qs, q)
				}
			}
		}
	}
	if len(qs) > 0 {
		p.rec.Inquiries = qs
	}
}
