package cases

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/record"
)

// kindSlugs are the kinds of items as IDs have them.
var kindSlugs = map[string]string{"諮問": "shimon", "報告": "hokoku", "議案": "gian", "協議": "kyogi", "審議": "shingi"}

var caseNumber = regexp.MustCompile(`[0-9]+`)

// tier makes the ties. Those that staff did not make are certain by these rules:
//
//   - an item goes on with a case that has the same label (諮問案件3) in the same
//     body and 年度, if the titles agree or the case had been carried over;
//   - in another 年度 only a case carried over goes on, and only if the titles agree
//     or the item names the 年度 that the case is of;
//   - a reply answers a case if it says that it answers 諮問第N号 and the case goes
//     by that number in the same body, or if it has the case's very title and was
//     given by the same body on or after the day of a meeting that dealt with it.
type tier struct {
	*Set
	reg   *Register
	key   func(council string) string
	used  map[string]bool
	found *finder
}

// meeting takes up the items of one meeting; meetings come the oldest first.
func (t *tier) meeting(r *record.Record) {
	for k := range r.Items {
		it := &r.Items[k]
		tag := tagOf(it)
		slug := kindSlugs[tag.kind]
		ref := itemRef(r.ID, tag.label)
		c, tie := t.said(ref)
		if c == nil && tag.number != "" && slug != "" {
			c = t.goesOn(r, tag)
			if c != nil && t.reg.parted(c.ID, ref) {
				c = nil
			}
			if c == nil {
				c = &Case{ID: t.caseID(r, slug, tag.number), Label: tag.label, Kind: tag.kind, Title: tag.title,
					Council: r.Council, Department: it.Department, FiscalYear: r.FiscalYear}
				t.Cases, t.byID[c.ID] = append(t.Cases, c), c
				t.found.add(c)
			}
		}
		if c == nil {
			continue
		}
		if tie != nil {
			c.ByStaff = append(c.ByStaff, *tie)
		}
		if c.Department == "" {
			c.Department = it.Department
		}
		if it.Outcome != "" || c.Outcome == "" {
			c.Outcome = it.Outcome
		}
		if c.Outcome == "継続" {
			t.found.carriedOver(c)
		}
		c.Steps = append(c.Steps, Step{Meeting: r.ID, Item: k, Date: r.Date, Outcome: it.Outcome})
		t.byItem[item{r.ID, k}] = c
	}
}

// said is the case to which staff tied the record or item.
func (t *tier) said(ref string) (*Case, *Tie) {
	for i := range t.reg.Ties {
		tie := &t.reg.Ties[i]
		for _, r := range tie.Records {
			if c := t.Get(tie.Case); c != nil && half(r) == ref {
				return c, tie
			}
		}
	}
	return nil, nil
}

// goesOn is the case that an item of r goes on with, nil where it begins a new
// one.
func (t *tier) goesOn(r *record.Record, tag caseTag) *Case {
	for _, c := range t.found.goingOn(r, tag) {
		label, open := half(c.Label) == half(tag.label), c.Outcome == "継続"
		title := func() bool { return Alike(c.Title, tag.title) }
		switch {
		case tag.year > 0 && tag.year != r.FiscalYear:
			if c.FiscalYear == tag.year && label && (open || title()) {
				return c
			}
		case c.FiscalYear == r.FiscalYear && label && (open || title()):
			return c
		case c.FiscalYear != r.FiscalYear && open && title():
			return c
		}
	}
	return nil
}

// caseID is made from body, 年度 and number; the round of the meeting comes in
// where a body counts its cases anew at each.
func (t *tier) caseID(r *record.Record, kind, n string) string {
	year := fmt.Sprint(r.FiscalYear)
	if e, ok := jadate.EraOfFiscalYear(r.FiscalYear); ok {
		year = fmt.Sprintf("%s%d", e.Letter, e.Number(r.FiscalYear))
	}
	if key := t.key(r.Council); key != "" {
		year = key + "-" + year
	}
	id := fmt.Sprintf("cases/%s-%s-%s", year, kind, n)
	if t.used[id] && r.Ordinal > 0 {
		id = fmt.Sprintf("cases/%s-%d-%s-%s", year, r.Ordinal, kind, n)
	}
	for i, base := 2, id; t.used[id]; i++ {
		id = fmt.Sprintf("%s-%d", base, i)
	}
	t.used[id] = true
	return id
}

// answer ties the reply r to the cases it answers.
func (t *tier) answer(r *record.Record) {
	said, tie := t.said(string(r.ID))
	for _, c := range t.found.answered(r, said) {
		if c == said {
			c.ByStaff = append(c.ByStaff, *tie)
		} else if !certain(c, r) || t.reg.parted(c.ID, string(r.ID)) {
			continue
		}
		c.Replies = append(c.Replies, r.ID)
		t.byReply[r.ID] = append(t.byReply[r.ID], c)
	}
}

// certain reports that r answers c, by its number or by its very title.
func certain(c *Case, r *record.Record) bool {
	if c.Kind != "諮問" || !sameBody(c.Council, r.Council) || r.Date < c.Steps[0].Date {
		return false
	}
	return answersNumber(c, r) || telling(c.Title) != "" && telling(c.Title) == telling(r.Title)
}

func answersNumber(c *Case, r *record.Record) bool {
	n := inquiryNumber(c)
	if n == "" {
		return false
	}
	for _, q := range r.Inquiries {
		if inquiryAnswered(q) == n {
			return true
		}
	}
	return false
}

// inquiryNumber is the number of the inquiry by which a case goes; "" where its
// label (諮問案件3) counts the cases of a year.
func inquiryNumber(c *Case) string {
	if !strings.Contains(c.Label, "第") {
		return ""
	}
	return caseNumber.FindString(half(c.Label))
}

// inquiryAnswered is the number of 諮問第N号 that a reply says it answers, or "".
func inquiryAnswered(q record.Inquiry) string {
	if !strings.Contains(q.Number, "諮問") {
		return ""
	}
	return caseNumber.FindString(half(q.Number))
}

// telling is a title's words where they are enough to tell a case by, else "".
func telling(title string) string {
	if p := Plain(title); utf8.RuneCountInString(p) >= 8 {
		return p
	}
	return ""
}

// sameBody compares bodies, one of which may go with the city's name before it.
func sameBody(a, b string) bool {
	return a != "" && b != "" && (strings.HasSuffix(a, b) || strings.HasSuffix(b, a))
}

// Alike compares titles by their words: blanks, brackets and width aside. One
// may be the beginning of the other, as in an agenda that cuts them short.
func Alike(a, b string) bool {
	a, b = Plain(a), Plain(b)
	if a == "" || b == "" {
		return false
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	return a == b || len([]rune(a)) >= 8 && strings.HasPrefix(b, a)
}

var plainer = strings.NewReplacer("「", "", "」", "", "『", "", "』", "", "(答申)", "", "、", "", "，", "", "・", "", "\n", "")

// Plain is a title's words for comparison.
func Plain(s string) string {
	s = strings.Map(func(c rune) rune {
		if record.IsBlank(c) {
			return -1
		}
		return c
	}, half(s))
	return strings.TrimSuffix(plainer.Replace(s), "について")
}

// half turns full-width ASCII into half width.
func half(s string) string {
	return strings.Map(func(c rune) rune {
		if '！' <= c && c <= '～' {
			return c - '！' + '!'
		}
		return c
	}, s)
}
