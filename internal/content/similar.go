package content

import "github.com/toshin-archive/toshin/internal/record"

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

func (a *atlas) similarTo(id record.ID) (vs []similarView) {
	for _, m := range a.similar[id] {
		r := a.byID[m.ID]
		v := similarView{Link: linkTo(r), Outcome: r.Outcome, Date: r.Date, Leans: m.Leans, Articles: m.Articles, Terms: m.Terms}
		for _, c := range m.Cites {
			if to := a.byID[c]; to != nil {
				v.Cites = append(v.Cites, numberOf(to))
			}
		}
		vs = append(vs, v)
	}
	return vs
}
