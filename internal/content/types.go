package content

import (
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"github.com/toshin-archive/toshin/internal/cases"
	"github.com/toshin-archive/toshin/internal/record"
)

// typeView is a type (類型) as pages show it.
type typeView struct {
	*cases.Type
	Founding *Link // nil where the reply is not public
	Ended    string
	Applied  []appliedView
	Missing  int // cases that no meeting was told of
}

type appliedView struct {
	cases.Applied
	Date     string
	Case     *Link
	Reported *Link
	Told     bool   // the register names a meeting, public or not
	Verdict  string // of the meeting: unreported, reported, accepted, rejected; the template has the words
}

func (a *atlas) typeViews(types []*cases.Type) {
	for _, t := range types {
		v := &typeView{Type: t, Ended: day(t.Ended), Missing: len(t.Unreported())}
		ref := t.Founding
		if t.Passage != "" {
			ref += "#" + t.Passage
		}
		v.Founding = a.passageLink(ref)
		for _, x := range t.Applied {
			av := appliedView{Applied: x, Date: day(x.Date), Reported: a.passageLink(x.Reported), Told: x.Reported != "", Verdict: "unreported"}
			if c := a.set.Get(x.Case); c != nil {
				av.Case = &Link{URL: c.URL(), Title: c.Title, Note: c.Label}
			}
			switch {
			case x.Accepted != nil && *x.Accepted:
				av.Verdict = "accepted"
			case x.Accepted != nil:
				av.Verdict = "rejected"
			case av.Told:
				av.Verdict = "reported"
			}
			v.Applied = append(v.Applied, av)
		}
		a.types = append(a.types, v)
	}
}

func day(d toml.LocalDate) string {
	if d.Year == 0 {
		return ""
	}
	return d.String()
}

// typesOf are the types that a case has to do with: it was handled under them, or
// its reply approved them.
func (a *atlas) typesOf(c *cases.Case) (ts []caseType) {
	for _, t := range a.types {
		if slices.ContainsFunc(t.Type.Applied, func(x cases.Applied) bool { return x.Case == c.ID }) {
			ts = append(ts, caseType{t, false})
		}
		if slices.Contains(c.Replies, record.ID(t.Type.Founding)) {
			ts = append(ts, caseType{t, true})
		}
	}
	return ts
}

// caseType is a type as a case's page names it.
type caseType struct {
	*typeView
	Founded bool // by the case's reply
}

// typesFoundedBy are the types that a reply approved.
func (a *atlas) typesFoundedBy(id record.ID) (ts []*typeView) {
	for _, t := range a.types {
		if t.Type.Founding == string(id) {
			ts = append(ts, t)
		}
	}
	return ts
}

func (a *atlas) typePages() []page {
	const list, report = "types/", "types/report/"
	unreported := 0
	for _, t := range a.types {
		unreported += t.Missing
	}
	f := a.listFront(report, "types", "次の会議への報告", "page")
	f.Params.Nav = "types"
	ps := []page{
		{URL: list, Body: "types", Front: a.listFront(list, "types", "", "section"),
			Data: map[string]any{"Root": root(list), "Types": a.types, "Unreported": unreported}},
		{URL: report, Body: "types-report", Front: f, Data: map[string]any{"Root": root(report), "Types": a.types, "Unreported": unreported}},
	}
	for _, t := range a.types {
		url := t.URL()
		ps = append(ps, page{URL: url, Body: "type", Data: map[string]any{"Root": root(url), "Type": t},
			Front: front{Title: t.Name, URL: url, Layout: "page", Type: "type", Description: clip(oneLine(strings.TrimSpace(t.Definition+" "+t.Scope)), 120),
				Params: params{Root: root(url), Nav: "types", JSONLD: a.pageLD(url, t.Name)}}})
	}
	return ps
}
