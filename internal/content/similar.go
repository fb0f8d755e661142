package content

import (
	"encoding/json"

	"github.com/toshin-archive/toshin/internal/cases"
	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/similar"
)

// similarHere marks, in the text of a page, where its similar ones stand: they are
// known only from the index, which is made after the pages were written. The layout
// puts them there (layouts/_partials/similar.html).
const similarHere = "<!--similar-->"

// similarView is a neighbour with what the two have in common, as the layout reads
// it. URLs are relative to the site's root.
type similarView struct {
	URL      string   `json:"url"`
	Number   string   `json:"number"`
	Title    string   `json:"title"`
	Date     string   `json:"date,omitempty"`
	Day      string   `json:"day,omitempty"` // the date as people read it
	Outcome  string   `json:"outcome,omitempty"`
	Tone     string   `json:"tone,omitempty"`
	Leans    bool     `json:"leans,omitempty"`
	Articles []string `json:"articles,omitempty"`
	Cites    []string `json:"cites,omitempty"`
	Terms    []string `json:"terms,omitempty"`
}

// Similar is what the pages of replies and cases show of those that are like them,
// as JSON, by the file of the page in the content folder. found is of the public
// records and set, their cases; it says nothing of anything else.
func Similar(found map[record.ID][]similar.Match, public []*record.Record, set *cases.Set) (map[string]json.RawMessage, error) {
	byID := make(map[record.ID]*record.Record, len(public))
	for _, r := range public {
		byID[r.ID] = r
	}
	pages := make(map[string]json.RawMessage, len(found))
	for id, ms := range found {
		var vs []similarView
		for _, m := range ms {
			v := similarView{Leans: m.Leans, Articles: m.Articles, Terms: m.Terms}
			if r := byID[m.ID]; r != nil {
				v.URL, v.Number, v.Title, v.Outcome, v.Date = r.ID.URL(), Number(r), titleOf(r), r.Outcome, r.Date
			} else if c := set.Get(string(m.ID)); c != nil {
				v.URL, v.Number, v.Title, v.Outcome, v.Date = c.URL(), nendoShort(c.FiscalYear)+" "+c.Label, c.Title, c.Outcome, c.Last()
			} else {
				continue
			}
			v.Day, v.Tone = seireki(v.Date), tone(v.Outcome)
			for _, x := range m.Cites {
				if to := byID[x]; to != nil {
					v.Cites = append(v.Cites, Number(to))
				}
			}
			vs = append(vs, v)
		}
		if vs == nil {
			continue
		}
		b, err := json.Marshal(vs)
		if err != nil {
			return nil, err
		}
		p := page{URL: id.URL()}
		pages[p.file()] = b
	}
	return pages, nil
}
