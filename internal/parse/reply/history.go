package reply

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/record"
)

var (
	// rowDate begins a row of what was done when, behind a mark or a number.
	rowDate = regexp.MustCompile(`^(?:[①-⑳]|[(〔\[]?\d{1,2}[)〕\]]|[・○●]|-|\d{1,2})?(第[\d一二三四五六七八九十]{1,3}回)?(` +
		`(?:(?:明治|大正|昭和|平成|令和)(?:\d{1,2}|元|[一二三四五六七八九十]{1,3})年|(?:19|20)\d\d年|同年)(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})?日|` +
		`同月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日|同日|` +
		`(?:[HRS]|平|令|昭)?(?:\d{1,2}|元)\.\d{1,2}\.\d{1,2}|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2})(?:\([月火水木金土日]\))?:?`)
	// bareRow goes on in the year of the row above.
	bareRow = regexp.MustCompile(`^(?:[①-⑳]|\(?\d{1,2}\)|[・○●])?(第[\d一二三四五六七八九十]{1,3}回)?(\d{1,2}月\d{1,2}日)(?:\([月火水木金土日]\))?`)
	// damagedRow begins with a day that has lost digits.
	damagedRow = regexp.MustCompile(`^(?:平成|令和|昭和)(?:\d{1,2}|元)?年\d{0,2}月?\d{0,2}日?`)
	// rowTable is the head of such a table.
	rowTable = regexp.MustCompile(`^(?:回数?|回次|番号|年月日|月日|開催(?:年月)?日|期日|日付|(?:審査会|審議会|委員会)?の?(?:主な)?(?:調査審議|処理|審査|審議)?の?(?:内容|経過|経緯)|事項|備考)+$`)
	// prose is what goes on from a date in a sentence.
	prose = regexp.MustCompile(`^(?:[、,]|に|は|の|付|から|まで|で|を|が|及び|と)`)
)

// andDay tells that s goes on from a row's day with another one: 及び同年5月2日　諮問.
func andDay(s string) bool {
	rest, ok := strings.CutPrefix(s, "及び")
	m := rowDate.FindString(rest)
	return ok && m != "" && len(m) < len(rest) && !prose.MatchString(rest[len(m):])
}

// longRow is the most characters that a row of a table has; more is prose.
const longRow = 160

// lineRows reads a section whose lines say what was done when: a line begins
// with a date, and lines without one go on from the row above. Sentences before
// the first row stay prose; where a row reads like a sentence all of it does.
func (p *parser) lineRows(label string, sp span) {
	type cell struct {
		date jadate.Date
		mark span // (1) before the round
		when span
		text []span
		n    int
	}
	if cameTo.MatchString(folded(label)) { // what was done before the board was asked
		return
	}
	var rows []cell
	var heads []span
	var prev jadate.Date
	for _, l := range p.rowLines(sp) {
		if pageTail.MatchString(p.s[l.from:l.to]) {
			break
		}
		if !p.free(l.span) {
			continue // the members, at its end
		}
		s := p.s[l.from:l.to]
		m := rowDate.FindStringSubmatchIndex(s)
		year := ""
		if m == nil && len(rows) > 0 {
			if m = bareRow.FindStringSubmatchIndex(s); m != nil {
				year = "同年"
			}
		}
		if m == nil && len(rows) > 0 {
			if d := damagedRow.FindString(s); d != "" && len(d) < len(s) && p.gap(l.from+len(d)) { // 平成27年 月17日: digits are lost
				rows = append(rows, cell{when: span{l.from, l.from + len(d)}, text: []span{{l.from + len(d), l.to}}, n: l.n})
				continue
			}
		}
		switch {
		case endOfReply.MatchString(s), furniture.MatchString(s), bareNumber.MatchString(s):
			continue
		case m != nil && (!prose.MatchString(s[m[1]:]) || andDay(s[m[1]:])):
			r := cell{when: span{l.from, l.from + m[1]}, n: l.n}
			if m[2] >= 0 { // the round stands before its day
				r.mark = span{l.from, l.from + m[2]}
				r.text = append(r.text, span{l.from + m[2], l.from + m[3]})
				r.when.from = l.from + m[3]
			}
			day := year + s[m[4]:m[5]]
			if n := eraless.FindStringSubmatch(day); n != nil {
				y := 1 // 元
				if n[1] != "元" {
					y, _ = strconv.Atoi(n[1])
				}
				day = fmt.Sprintf("%d年%s月%s日", jadate.YearNear(y, p.yearBefore(l.from)), n[2], n[3])
			}
			if ds := jadate.FindAfter(day, prev); len(ds) > 0 {
				prev, r.date = ds[0], ds[0]
			}
			if m[1] < len(s) {
				r.text = append(r.text, span{l.from + m[1], l.to})
			}
			rows = append(rows, r)
		case len(rows) > 0:
			rows[len(rows)-1].text = append(rows[len(rows)-1].text, l.span)
		case rowTable.MatchString(s):
			heads = append(heads, l.span)
		}
	}
	if n := len(rows); n > 0 && len(rows[n-1].text) == 0 { // the day below the table
		rows = rows[:n-1]
	}
	for _, r := range rows {
		n := 0
		for _, t := range r.text {
			s := p.s[t.from:t.to]
			if body, _ := strings.CutSuffix(s, "。"); strings.Contains(body, "。") || body != s && (of.MatchString(folded(label)) || !p.gap(r.when.to)) {
				return
			}
			n += utf8.RuneCountInString(s)
		}
		if n == 0 || n > longRow {
			return
		}
	}
	if len(rows) == 0 {
		return
	}
	p.notCites = append(p.notCites, sp)
	for _, h := range heads {
		p.discard(h, record.WhyBoilerplate)
	}
	for _, r := range rows {
		p.rec.Progress = append(p.rec.Progress, record.Progress{Date: r.date.ISO(), When: p.takeAll(r.mark, r.when), Text: p.takeAll(r.text...), Line: r.n})
	}
}

// eraless is a row's day whose era only the text above tells: 30.8.6.
var eraless = regexp.MustCompile(`^(\d{1,2}|元)\.(\d{1,2})\.(\d{1,2})$`)

// yearBefore is the year of the last whole date before off; 0 where there is none.
func (p *parser) yearBefore(off int) int {
	const most = 20000 // bytes looked at
	ms := letterDate.FindAllString(p.s[max(0, off-most):off], -1)
	for i := len(ms) - 1; i >= 0; i-- {
		if d, ok := jadate.First(ms[i]); ok && d.Year > 0 {
			return d.Year
		}
	}
	return 0
}

// cameTo names a section of what led to the request.
var cameTo = regexp.MustCompile(`(?:審査請求|異議申立て|不服申立て|処分|決定)(?:等)?に至る(?:までの)?(?:経過|経緯)等?$`)

// of names a history that is told, not listed: 審査請求に至る経過.
var of = regexp.MustCompile(`に至る|(?:請求|申立て)の(?:経過|経緯)`)

// rowLines are the lines of sp; one that runs several rows together is cut before
// each of their days.
func (p *parser) rowLines(sp span) []line {
	var out []line
	for _, l := range p.within(sp) {
		s := p.s[l.from:l.to]
		if rowDate.MatchString(s) {
			from := l.from
			days := append(gluedRow.FindAllStringIndex(s, -1), letterDates(s)...)
			slices.SortFunc(days, func(a, b []int) int { return a[0] - b[0] })
			for _, m := range days {
				at := l.from + m[0]
				at -= len(roundBefore.FindString(p.s[from:at])) // 第2回 平成31年2月13日
				if at > from && !circled.MatchString(p.s[from:at]) && !strings.HasSuffix(p.s[:at], "(") && m[0] > len(rowDate.FindString(s)) {
					out = append(out, line{span{from, at}, l.n})
					from = at
				}
			}
			l.from = from
		}
		out = append(out, l)
	}
	return out
}

// roundBefore is the round that stands before its day.
var roundBefore = regexp.MustCompile(`第[\d一二三四五六七八九十]{1,3}回$`)

// circled is the mark of a row, whose day follows.
var circled = regexp.MustCompile(`^[①-⑳]$`)

// rowsBelow tells that the line below l is a row or the head of a table.
func (p *parser) rowsBelow(l line) bool {
	i := p.lineIndex(l.from) + 1
	if i >= len(p.lines) {
		return false
	}
	s := p.s[p.lines[i].from:p.lines[i].to]
	m := rowDate.FindString(s)
	return m != "" && !prose.MatchString(s[len(m):]) || rowTable.MatchString(s)
}

// rowsOnly tells that an annex has nothing but such rows and their head.
func (p *parser) rowsOnly(sp span) bool {
	ls := p.within(sp)
	if len(ls) > 1 && rowTable.MatchString(p.s[ls[0].from:ls[0].to]) && p.rowsBelow(ls[0]) {
		return true // what has no day goes on from the row above
	}
	for _, l := range ls {
		s := p.s[l.from:l.to]
		if m := rowDate.FindString(s); m != "" && documentHere.MatchString(s[len(m):]) {
			return false // a list of documents
		}
		if !rowDate.MatchString(s) && !bareRow.MatchString(s) && !rowTable.MatchString(s) && !endOfReply.MatchString(s) {
			return false
		}
	}
	return !sp.empty()
}
