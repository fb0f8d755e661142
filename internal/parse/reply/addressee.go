package reply

import (
	"regexp"
	"strings"
)

// chairNext is a sender glued to the addressee before it.
var chairNext = regexp.MustCompile(`^[\p{Han}\p{Hiragana}\p{Katakana}ー・]{2,30}?(?:審査会|審議会|協議会|懇話会|委員会)(?:会長|委員長|座長)`)

// addressees finds the run of addressees (…様…様) in s, as offsets in s, and
// records their offices. It is empty, at the front's end, where there is none.
func (p *parser) addressees(s string, base, subjectEnd int) span {
	limit := len(s)
	if subjectEnd > 0 {
		limit = subjectEnd
	}
	var ends []int
	for _, m := range honorific.FindAllStringIndex(s[:limit], -1) {
		at := base + m[1]
		if m[1] == limit || p.starts(at) || p.gap(at) || cityOf.MatchString(s[m[1]:limit]) || chairNext.MatchString(s[m[1]:limit]) || honorific.MatchString(first(s[m[1]:], 1)) {
			ends = append(ends, m[1])
		}
	}
	// A subject (仕様について) is no addressee: those come one after the other.
	for i := 1; i < len(ends); i++ {
		if letterSubject.MatchString(s[ends[i-1]:ends[i]]) || answers.MatchString(s[ends[i-1]:ends[i]]) {
			ends = ends[:i]
			break
		}
	}
	if len(ends) == 0 || strings.Contains(s[:ends[0]], "答申します") || p.ruling && party.MatchString(s[:ends[0]]) {
		return p.noAddressee(s, base, limit)
	}
	from := 0
	for _, m := range letterDate.FindAllStringIndex(s[:ends[0]], -1) {
		from = m[1]
	}
	if m := numberField.FindStringIndex(s[from:ends[0]]); m != nil && m[0] == 0 && from > 0 { // the number below the day
		from += m[1]
	}
	if from == 0 { // a letter without a date before it: the line of the first 様
		from = max(p.lines[p.lineIndex(base+ends[0]-1)].from-base, 0)
		if m := numberField.FindStringIndex(s[from:ends[0]]); m != nil {
			from += m[1]
		}
	}
	sp := span{from, ends[len(ends)-1]}
	p.field("addressee", span{base + sp.from, base + sp.to})
	p.rec.Addressee = offices(s[sp.from:sp.to])
	return sp
}

// party is whom a ruling is about: 審査請求人　○○　様 is no addressee of a reply.
var party = regexp.MustCompile(`(?:請求人|申立人|申出人)[^。]{0,40}$`)

// noAddressee ends the front behind its last date before the subject.
func (p *parser) noAddressee(s string, base, limit int) span {
	end := 0
	for _, m := range letterDates(s[:limit]) {
		if l := p.lines[p.lineIndex(base+m[0])]; base+m[1] == l.to || end == 0 {
			end = m[1]
		}
		if len(s[:m[1]]) > 400 {
			break
		}
	}
	if m := numberField.FindStringIndex(s[:limit]); m != nil && m[1] > end {
		end = m[1]
	}
	if end > 0 {
		end = p.coverEnd(base, base+end, base+limit) - base
	}
	return span{end, end}
}

// coverEnd goes on from off over what a cover has, number, day, council, the case
// in brackets, to the end of its last line.
func (p *parser) coverEnd(base, off, limit int) int {
	for _, l := range p.within(span{off, limit}) {
		s := p.s[l.from:l.to]
		if coverCase.MatchString(s) {
			off = l.to
			continue
		}
		for _, re := range coverParts {
			s = re.ReplaceAllString(s, "")
		}
		if s != "" || l.from > off && formal.MatchString(p.s[l.from:l.to]) {
			break
		}
		off = l.to
	}
	return off
}

// coverParts are what the lines of a cover are made of.
var coverParts = []*regexp.Regexp{dayLabelled, numberField, letterDate, regexp.MustCompile(`[\p{Han}\p{Hiragana}\p{Katakana}ー・]{2,30}(?:審査会|審議会)(?:答申書?)?`), regexp.MustCompile(`[()〔〕【】\[\]]`)}

var dayLabelled = regexp.MustCompile(`答申(?:年月)?日:?`)

// office is an addressee's office as letters write it before the name, longest
// first: 横浜市長 林 様, ○区選挙管理委員会委員長 … 様, 教育委員会 様.
var office = regexp.MustCompile(
	`^(?:.{0,40}?(?:[市区町村]長職務代理者.{0,8}?副[市区町村]長|知事職務代理者.{0,8}?副知事|委員会委員長|委員会会長|委員会教育長|委員会|監査委員|管理者|理事長|議会議長|市会議長|議長|組合長|企業長|局長|学長|教育長|消防長|` +
		`連合長|区長|市長|町長|村長|知事|理事会))`)

// officeLabel is what a letter calls the addressee in the proceedings.
var officeLabel = regexp.MustCompile(`^\(?(?:審査庁|諮問庁|(?:諮問)?実施機関)\)?:?`)

// corporation is what may stand before the city's name in a body's own.
var corporation = regexp.MustCompile(`(?:公立大学法人|地方独立行政法人|公益財団法人|社会福祉法人)$`)

// offices cuts a run of addressees (…様…様) into their offices, folded and
// without the persons' names. Where two columns are woven (office, name, office,
// 様, 様) the offices still begin with the city's name.
func offices(s string) []string {
	var os []string
	city := cityOf.FindString(s)
	for _, part := range honorific.Split(s, -1) {
		for _, one := range splitBefore(part, city) {
			// the rest of a name that the page had beside the office before
			if i := strings.Index(one, city); i > 0 && i <= len("二文字名前") && corporation.FindString(one[:i]) == "" && city != "" {
				one = one[i:]
			}
			if o := office.FindString(officeLabel.ReplaceAllString(one, "")); o != "" {
				os = append(os, o)
			}
		}
	}
	if os == nil {
		for _, part := range honorific.Split(s, -1) {
			if part != "" {
				os = append(os, part)
			}
		}
	}
	return os
}

// longestOffice is how far an office's words may go, in bytes.
const longestOffice = 240

// splitBefore cuts s before each later occurrence of word that begins an office.
func splitBefore(s, word string) []string {
	if word == "" {
		return []string{s}
	}
	var parts []string
	from := 0
	for i := len(word); i+len(word) <= len(s); i++ {
		if s[i:i+len(word)] == word && !strings.HasSuffix(s[:i], "職務代理者") && office.MatchString(s[from:min(i, from+longestOffice)]) && office.MatchString(s[i:min(len(s), i+longestOffice)]) {
			at := i - len(corporation.FindString(s[from:i]))
			parts = append(parts, s[from:at])
			from = at
		}
	}
	return append(parts, s[from:])
}
