package content

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/toshin-archive/toshin/internal/cases"
	"github.com/toshin-archive/toshin/internal/record"
)

// caseView is a case as pages show it.
type caseView struct {
	*cases.Case
	Steps    []stepView
	Replies  []replyView
	Tied     []tieView
	Standing *standingView // where it stands now
	Articles []Link
	Graph    *graphView // about its replies
	Left     int
}

// stepView is what happened to a case on a day: in a meeting, or that a reply was
// given.
type stepView struct {
	Stage    string // names its words in the templates: inquiry, again, report, reply
	Meeting  Link   // or the reply
	Date     string
	Anchor   string
	Outcome  string
	Number   string // 平成29年度第2回
	Sections []sectionView
}

// sectionView leads to the very speeches of a step.
type sectionView struct {
	Label string
	First string // passage
	Begin string // how it begins, and who speaks
	Count int
}

type replyView struct {
	Link
	Date, Outcome string
	Conclusion    string
	Conditions    []conditionView
}

// conditionView is a condition with what came of it.
type conditionView struct {
	record.Condition
	Follow []followView
}

type followView struct {
	Kept, Date string
	Source     *Link
}

type tieView struct{ Reason string }

// tie takes over how package cases ties the public records, or lets it do so, and
// prepares what pages show.
func (a *atlas) tie(reg *cases.Register, tied *cases.Set) {
	if a.set = tied; tied == nil {
		var rs []*record.Record
		rs = append(append(rs, a.minutes...), a.replies...)
		a.set = cases.Tied(rs, reg, a.cfg.CouncilKey)
	}
	a.follow = map[string][]followView{}
	if reg != nil {
		for _, f := range reg.Follows {
			v := followView{Kept: f.Kept, Date: f.Day(), Source: a.passageLink(f.Source)}
			a.follow[f.Condition] = append(a.follow[f.Condition], v)
		}
	}
	a.views = map[*cases.Case]*caseView{}
	for _, c := range a.set.Cases {
		v := a.caseView(c)
		a.views[c] = v
		a.cases = append(a.cases, v)
	}
}

func (a *atlas) caseView(c *cases.Case) *caseView {
	v := &caseView{Case: c}
	for i, s := range c.Steps {
		r := a.byID[s.Meeting]
		it := r.Items[s.Item]
		step := stepView{Stage: stageOf(c, i, it.Kind), Meeting: linkTo(r), Date: s.Date, Anchor: ItemAnchor(s.Item), Outcome: s.Outcome, Number: Number(r)}
		for _, sec := range it.Sections {
			if n := len(sec.Passages); n > 0 {
				label := sec.Label
				if label == "" {
					label = record.Japanese(record.SectionKinds, sec.Kind)
				}
				step.Sections = append(step.Sections, sectionView{label, sec.Passages[0].ID, beginning(&sec.Passages[0]), n})
			}
		}
		v.Steps = append(v.Steps, step)
	}
	var articles []string
	for _, s := range c.Steps {
		articles = append(articles, cases.ArticlesOf(a.byID[s.Meeting], s.Item)...)
	}
	for _, id := range c.Replies {
		r := a.byID[id]
		rv := replyView{Link: linkTo(r), Date: r.Date, Outcome: r.Outcome, Conclusion: r.Conclusion}
		for _, k := range r.Conditions {
			rv.Conditions = append(rv.Conditions, conditionView{k, a.follow[string(id)+"#"+k.ID]})
		}
		v.Replies = append(v.Replies, rv)
		v.Steps = append(v.Steps, stepView{Stage: "reply", Meeting: rv.Link, Date: r.Date, Outcome: r.Outcome, Number: rv.Note})
		articles = append(articles, r.Articles...)
	}
	v.Articles = lawsOf(articles)
	slices.SortStableFunc(v.Steps, func(x, y stepView) int { return cmp.Compare(x.Date, y.Date) })
	for _, t := range c.ByStaff {
		v.Tied = append(v.Tied, tieView{t.Reason})
	}
	v.Standing = standing(c, v)
	v.Graph, v.Left = a.near(c.Replies...)
	return v
}

// beginning tells one stretch of speeches from another that is called the same.
func beginning(p *record.Passage) string {
	s := oneLine(p.Text)
	if p.Speaker != nil && p.Speaker.Label != "" {
		s = p.Speaker.Label + " " + s
	}
	return clip(s, 36)
}

// stageOf is what the i-th meeting was to a case, by the kind of its item.
func stageOf(c *cases.Case, i int, kind string) string {
	switch {
	case kind == "報告" && c.Kind != "報告":
		return "report" // 事後報告
	case i == 0:
		return "inquiry"
	}
	return "again"
}

// standingView is where a case stands now; parts.html has its words.
type standingView struct {
	Stage                string // replied, continued, decided (to reply), handled; "": not known
	Outcome              string // of the last reply, or what was made of it in the meeting
	Conditions, Followed int    // of all replies, and those of which something is told
	Reported             bool   // the last that a meeting did was to hear a report
	ReportOutcome        string
}

// standing is nil where there is nothing to say.
func standing(c *cases.Case, v *caseView) *standingView {
	s := &standingView{}
	for _, r := range v.Replies {
		s.Conditions += len(r.Conditions)
		for _, k := range r.Conditions {
			if len(k.Follow) > 0 {
				s.Followed++
			}
		}
	}
	switch {
	case len(v.Replies) > 0:
		s.Stage, s.Outcome = "replied", v.Replies[len(v.Replies)-1].Outcome
	case c.Outcome == "継続":
		s.Stage = "continued"
	case slices.ContainsFunc(c.Steps, func(x cases.Step) bool { return x.Outcome == "答申" }):
		s.Stage = "decided"
	case c.Outcome != "":
		s.Stage, s.Outcome = "handled", c.Outcome
	}
	if last := v.Steps[len(v.Steps)-1]; last.Stage == "report" {
		s.Reported, s.ReportOutcome = true, last.Outcome
	}
	if *s == (standingView{}) {
		return nil
	}
	return s
}

// passageLink leads to a passage written as in a register (minutes/h30-1#s0003);
// nil where no public record has it.
func (a *atlas) passageLink(ref string) *Link {
	id, passage, _ := strings.Cut(ref, "#")
	r := a.byID[record.ID(id)]
	if r == nil {
		return nil
	}
	return &Link{URL: r.ID.PassageURL(passage), Title: titleOf(r), Note: Number(r)}
}

// ofItem and ofReply are the cases of a record's parts, for its page.
func (a *atlas) ofItem(id record.ID, n int) *caseView { return a.views[a.set.OfItem(id, n)] }

func (a *atlas) ofReply(id record.ID) (vs []*caseView) {
	for _, c := range a.set.OfReply(id) {
		vs = append(vs, a.views[c])
	}
	return vs
}

func (a *atlas) casePages() []page {
	var ps []page
	for _, v := range a.cases {
		c := v.Case
		ps = append(ps, page{URL: c.URL(), Body: "case", Data: map[string]any{"Root": root(c.URL()), "Case": v, "Types": a.typesOf(c)},
			Front: front{Title: strings.TrimSpace(c.Label + " " + c.Title), URL: c.URL(), Date: c.Last(), Layout: "page", Type: "case",
				Description: clip(oneLine(nendoShort(c.FiscalYear)+" "+c.Council+" "+c.Label+" "+c.Title), 120),
				Params:      params{Root: root(c.URL()), Nav: "cases", JSONLD: a.pageLD(c.URL(), c.Label+" "+c.Title)}}})
	}
	return ps
}

// caseLists are the list of all cases and, where it has no room for them, one for
// each 年度.
func (a *atlas) caseLists() []page {
	const url = "cases/"
	list := func(url, title, layout string, cs []*caseView, years []map[string]any) page {
		return page{URL: url, Body: "cases", Front: a.listFront(url, "cases", title, layout),
			Data: map[string]any{"Root": root(url), "Cases": cs, "All": len(a.cases), "Years": years, "Title": title}}
	}
	if len(a.cases) <= shown {
		return []page{list(url, "", "section", a.cases, nil)}
	}
	byYear := map[int][]*caseView{}
	for _, c := range a.cases {
		byYear[c.FiscalYear] = append(byYear[c.FiscalYear], c)
	}
	var ps []page
	var years []map[string]any
	for _, y := range slices.Backward(slices.Sorted(maps.Keys(byYear))) {
		title := "年度不明"
		if y > 0 {
			title = nendo(y)
		}
		years = append(years, map[string]any{"Year": y, "Label": title, "Count": len(byYear[y])})
		ps = append(ps, list(fmt.Sprintf("cases/years/%d/", y), title+"の案件", "page", byYear[y], nil))
	}
	return append(ps, list(url, "", "section", a.cases[:100], years))
}
