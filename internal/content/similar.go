package content

import (
	"maps"
	"slices"

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
	replies := similar.Replies(a.replies)
	a.similar = similar.Of(replies, nil)
	if len(a.set.Cases) == 0 {
		return
	}
	byID := map[record.ID]*similar.Thing{}
	var others []*similar.Thing
	for _, t := range replies {
		byID[t.ID] = t
		if len(a.set.OfReply(t.ID)) == 0 {
			others = append(others, t)
		}
	}
	for _, c := range a.set.Cases {
		t := similar.New(record.ID(c.ID), c.Title)
		for _, s := range c.Steps {
			r := a.byID[s.Meeting]
			t.Name(ArticlesOfItem(r, s.Item))
			t.Say(r.Items[s.Item].Sections)
		}
		for _, id := range c.Replies {
			t.Answer(byID[id])
		}
		others = append(others, t)
	}
	maps.Copy(a.similar, similar.Of(others, func(id record.ID) bool { return a.byID[id] != nil }))
}

// ArticlesOfItem are those of the meeting's articles that the speeches on one
// item name in full.
func ArticlesOfItem(r *record.Record, item int) (as []string) {
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
