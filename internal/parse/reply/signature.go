package reply

import (
	"regexp"
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
)

// signed is the line of who decides, below the date at the end of a ruling.
var signed = regexp.MustCompile(`^(?:審査庁|裁決庁)|(?:市長|町長|村長|区長|知事|大臣|委員会|会長)`)

// chairLine names the chair below the body's name.
var chairLine = regexp.MustCompile(`^(?:会長|委員長|座長)(?:職務代理者)?[^、。\d]{2,10}$`)

// signature reads date and name at the end of a ruling (裁決書), which has no
// letter: a line that is only a date, and the next one; or a date under its label.
func (p *parser) signature(sp span) {
	ls := p.within(sp)
	for i := len(ls) - 2; i >= 0; i-- {
		s := p.s[ls[i].from:ls[i].to]
		if name, size, ok := p.labelAt(ls[i]); ok && name == "date" && size == len(s) && letterDate.MatchString(p.s[ls[i+1].from:ls[i+1].to]) {
			p.labelledField(name, ls[i].span, ls[i+1].span)
			return
		}
		below := p.s[ls[i+1].from:ls[i+1].to]
		if m := letterDate.FindString(s); m != s || !signed.MatchString(below) && !namesBody(below) || !p.free(ls[i].span) {
			continue
		}
		p.field("date", ls[i].span)
		p.dates = append(p.dates, ls[i].span)
		p.field("sender", ls[i+1].span)
		if namesBody(below) && (!p.ruling || strings.HasSuffix(below, "審査会")) && p.rec.Council == "" {
			p.bodyAndDivision(below)
		}
		if i+2 < len(ls) && chairLine.MatchString(p.s[ls[i+2].from:ls[i+2].to]) {
			p.field("sender", ls[i+2].span)
		}
		return
	}
}

// foldedLines folds s, its lines kept.
func foldedLines(s string) string {
	ls := strings.Split(s, "\n")
	for i, l := range ls {
		ls[i] = folded(l)
	}
	return strings.Join(ls, "\n")
}

// decided is the row of the table that tells when the reply was given.
var decided = regexp.MustCompile(`(?m)^(?:・|.{0,30}[、・])?答申(?:書?の?(?:決定|交付|提出))?$`)

// decidedOn is the day of the reply by its table, for one that has no letter.
func decidedOn(rows []record.Progress) string {
	for i := len(rows) - 1; i >= 0; i-- {
		if decided.MatchString(foldedLines(rows[i].Text)) {
			return rows[i].Date
		}
	}
	return ""
}

// closingSender reads body and chair that sign below the last section.
func (p *parser) closingSender(sp span) {
	ls := p.within(sp)
	for i := len(ls) - 2; i >= 0; i-- {
		body, chair := p.s[ls[i].from:ls[i].to], p.s[ls[i+1].from:ls[i+1].to]
		if namesBody(body) && chairLine.MatchString(chair) && p.free(ls[i].span) && p.free(ls[i+1].span) {
			p.bodyAndDivision(body)
			p.field("sender", ls[i].span)
			p.field("sender", ls[i+1].span)
			return
		}
	}
}
