package content

import (
	"fmt"
	"regexp"
	"sort"
	"strings"

	"github.com/toshin-archive/toshin/internal/jadate"
	"github.com/toshin-archive/toshin/internal/record"
)

// Case is one 諮問案件 or 報告案件 through the meetings that dealt with it, with
// the replies given to it.
type Case struct {
	ID         string // cases/h29-shimon-3
	Label      string // 諮問案件3
	Kind       string
	Title      string
	Council    string
	Department string
	FiscalYear int
	Steps      []Step
	Replies    []Link
	Outcome    string // of the last meeting
}

// URL is the case's page, relative to the site's root.
func (c *Case) URL() string { return c.ID + "/" }

// Open reports that the case was carried over and not taken up since.
func (c *Case) Open() bool { return c.Outcome == "継続" && len(c.Replies) == 0 }

// Step is one meeting that dealt with a case.
type Step struct {
	Meeting Link
	Date    string
	Anchor  string
	Outcome string
	Number  string // 平成29年度第2回
	council string
}

// kindSlugs are the kinds of items as IDs have them.
var kindSlugs = map[string]string{"諮問": "shimon", "報告": "hokoku", "議案": "gian", "協議": "kyogi", "審議": "shingi"}

var caseNumber = regexp.MustCompile(`[0-9]+`)

// tie finds the cases in the meetings, oldest first, and the replies that
// answer them. Only certain ties are made:
//
//   - an item goes on with a case that has the same label (諮問案件3) in the same
//     body and 年度, if the titles agree or the case had been carried over;
//   - in another 年度 only a case carried over goes on, and only if the titles agree
//     or the item names the 年度 that the case is of;
//   - a reply answers a case if it says that it answers 諮問第N号 and the case goes
//     by that number in the same body, or if it has the case's very title and was
//     given by the same body on or after the day of a meeting that dealt with it.
func (a *atlas) tie() {
	a.itemCase = map[itemKey]*Case{}
	a.replyCase = map[record.ID][]*Case{}
	used := map[string]bool{}
	for i := len(a.minutes) - 1; i >= 0; i-- {
		r := a.minutes[i]
		for k := range r.Items {
			it := &r.Items[k]
			t := tagOf(it)
			slug := kindSlugs[t.kind]
			if t.number == "" || slug == "" {
				continue
			}
			c := a.goesOn(r, t)
			if c == nil {
				c = &Case{ID: a.caseID(r, slug, t.number, used), Label: t.label, Kind: t.kind, Title: t.title,
					Council: r.Council, Department: it.Department, FiscalYear: r.FiscalYear}
				a.cases = append(a.cases, c)
			}
			if c.Department == "" {
				c.Department = it.Department
			}
			c.Outcome = it.Outcome
			c.Steps = append(c.Steps, Step{Meeting: linkTo(r), Date: r.Date, Anchor: itemAnchor(k),
				Outcome: it.Outcome, Number: numberOf(r), council: r.Council})
			a.itemCase[itemKey{r.ID, k}] = c
		}
	}
	for i := len(a.replies) - 1; i >= 0; i-- {
		a.answer(a.replies[i])
	}
	sort.SliceStable(a.cases, func(i, j int) bool { return a.cases[i].last() > a.cases[j].last() })
}

func (c *Case) last() string { return c.Steps[len(c.Steps)-1].Date }

// goesOn is the case that an item of r goes on with, nil where it begins a new
// one.
func (a *atlas) goesOn(r *record.Record, t caseTag) *Case {
	for i := len(a.cases) - 1; i >= 0; i-- {
		c := a.cases[i]
		if c.Council != r.Council || c.Kind != t.kind {
			continue
		}
		label, title := half(c.Label) == half(t.label), alike(c.Title, t.title)
		open := c.Outcome == "継続"
		switch {
		case t.year > 0 && t.year != r.FiscalYear:
			if c.FiscalYear == t.year && label && (open || title) {
				return c
			}
		case c.FiscalYear == r.FiscalYear && label && (title || open):
			return c
		case c.FiscalYear != r.FiscalYear && open && title:
			return c
		}
	}
	return nil
}

// caseID is made from body, 年度 and number; the round of the meeting comes in
// where a body counts its cases anew at each.
func (a *atlas) caseID(r *record.Record, kind, n string, used map[string]bool) string {
	year := fmt.Sprint(r.FiscalYear)
	if e, ok := jadate.EraOfFiscalYear(r.FiscalYear); ok {
		year = fmt.Sprintf("%s%d", e.Letter, e.Number(r.FiscalYear))
	}
	if key := a.cfg.CouncilKey(r.Council); key != "" {
		year = key + "-" + year
	}
	id := fmt.Sprintf("cases/%s-%s-%s", year, kind, n)
	if used[id] && r.Ordinal > 0 {
		id = fmt.Sprintf("cases/%s-%d-%s-%s", year, r.Ordinal, kind, n)
	}
	for i, base := 2, id; used[id]; i++ {
		id = fmt.Sprintf("%s-%d", base, i)
	}
	used[id] = true
	return id
}

// answer ties the reply r to the cases it answers.
func (a *atlas) answer(r *record.Record) {
	for _, c := range a.cases {
		if c.Kind != "諮問" || !sameBody(c.Council, r.Council) || r.Date < c.Steps[0].Date {
			continue
		}
		if answersNumber(c, r) || len([]rune(plain(c.Title))) >= 8 && plain(c.Title) == plain(r.Title) {
			c.Replies = append(c.Replies, linkTo(r))
			a.replyCase[r.ID] = append(a.replyCase[r.ID], c)
		}
	}
}

func answersNumber(c *Case, r *record.Record) bool {
	if !strings.Contains(c.Label, "第") {
		return false // 諮問案件3 counts the cases of a year, not the inquiries
	}
	n := caseNumber.FindString(half(c.Label))
	for _, q := range r.Inquiries {
		if strings.Contains(q.Number, "諮問") && caseNumber.FindString(half(q.Number)) == n {
			return true
		}
	}
	return false
}

// sameBody compares bodies, one of which may go with the city's name before it.
func sameBody(a, b string) bool {
	return a != "" && b != "" && (strings.HasSuffix(a, b) || strings.HasSuffix(b, a))
}

// alike compares titles by their words: blanks, brackets and width aside. One
// may be the beginning of the other, as in an agenda that cuts them short.
func alike(a, b string) bool {
	a, b = plain(a), plain(b)
	if a == "" || b == "" {
		return false
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	return a == b || len([]rune(a)) >= 8 && strings.HasPrefix(b, a)
}

var plainer = strings.NewReplacer("「", "", "」", "", "『", "", "』", "", "(答申)", "", "、", "", "，", "", "・", "", "\n", "")

// plain is a title's words for comparison.
func plain(s string) string {
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

// Cases are the cases that the public records of in are tied into, the one
// dealt with last first.
func Cases(in Input) []*Case { return newAtlas(in).cases }

func (a *atlas) casePages() []page {
	var ps []page
	for _, c := range a.cases {
		ps = append(ps, page{URL: c.URL(), Body: "case", Data: map[string]any{"Root": root(c.URL()), "Case": c},
			Front: front{Title: strings.TrimSpace(c.Label + " " + c.Title), URL: c.URL(), Date: c.last(), Layout: "page", Type: "case",
				Description: clip(oneLine(nendoShort(c.FiscalYear)+" "+c.Council+" "+c.Label+" "+c.Title), 120),
				Params:      params{Root: root(c.URL()), Nav: "cases", JSONLD: a.pageLD(c.URL(), c.Label+" "+c.Title)}}})
	}
	return ps
}
