package content

import (
	"slices"

	"github.com/toshin-archive/toshin/internal/cases"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/similar"
	"github.com/toshin-archive/toshin/internal/textutil"
)

// similarView is a neighbour with what the two have in common.
type similarView struct {
	Link
	Outcome  string
	Date     string
	Leans    bool
	Articles []string
	Cites    []string
	Terms    []string
}

// alike finds the neighbours of every reply among the replies, and those of every
// case among the other cases and the replies that answer none.
func (a *atlas) alike() {
	var replies, others []similar.Thing
	for _, r := range a.replies {
		t := similar.Reply(r)
		replies = append(replies, t)
		if len(a.set.OfReply(r.ID)) == 0 {
			others = append(others, t)
		}
	}
	a.similar = similar.Of(replies, nil)
	if len(a.set.Cases) == 0 {
		return
	}
	for _, c := range a.set.Cases {
		others = append(others, a.caseThing(c))
	}
	ofCases := similar.Of(others, func(id record.ID) bool { return a.byID[id] != nil })
	for id, ms := range ofCases {
		a.similar[id] = ms
	}
}

func (a *atlas) caseThing(c *cases.Case) similar.Thing {
	t := similar.Thing{ID: record.ID(c.ID), Titles: []string{c.Title}}
	for _, s := range c.Steps {
		r := a.byID[s.Meeting]
		t.Articles = append(t.Articles, articlesOfItem(r, s.Item)...)
		for _, sec := range r.Items[s.Item].Sections {
			t.AddSection(sec)
		}
	}
	for _, id := range c.Replies {
		t.Add(a.byID[id])
	}
	return t
}

// articlesOfItem are those of the meeting's articles that the speeches on one
// item name in full.
func articlesOfItem(r *record.Record, item int) (as []string) {
	if len(r.Articles) == 0 {
		return nil
	}
	for _, s := range r.Items[item].Sections {
		for _, p := range s.Passages {
			text := textutil.Key(p.Text)
			for _, x := range r.Articles {
				if namesArticle(text, x) && !slices.Contains(as, x) {
					as = append(as, x)
				}
			}
		}
	}
	return as
}

func (a *atlas) similarTo(id record.ID) (vs []similarView) {
	for _, m := range a.similar[id] {
		v := similarView{Leans: m.Leans, Articles: m.Articles, Terms: m.Terms}
		if r := a.byID[m.ID]; r != nil {
			v.Link, v.Outcome, v.Date = linkTo(r), r.Outcome, r.Date
		} else {
			c := a.set.Get(string(m.ID))
			v.Link, v.Outcome, v.Date = Link{URL: c.URL(), Title: c.Title, Note: nendoShort(c.FiscalYear) + " " + c.Label}, c.Outcome, c.Last()
		}
		for _, c := range m.Cites {
			if to := a.byID[c]; to != nil {
				v.Cites = append(v.Cites, numberOf(to))
			}
		}
		vs = append(vs, v)
	}
	return vs
}
