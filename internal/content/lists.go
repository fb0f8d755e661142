package content

import (
	"fmt"
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
)

// shown is how many records a list page holds before it leaves the older ones
// to the pages by 年度: about 60 KB of HTML.
const shown = 300

// pageTitles are the titles of the pages that are no record's, by their URL.
var pageTitles = map[string]string{
	"search":    "検索",
	"coverage":  "収録状況",
	"data":      "データ",
	"changes":   "訂正・取下げの記録",
	"types":     "類型",
	"compare":   "比べる",
	"counts":    "数で見る",
	"citations": "引用の図",
	"words":     "五十音から探す",
	"minutes":   "会議録",
	"replies":   "答申",
	"cases":     "案件",
	"browse":    "一覧から探す",
	"years":     "年度から探す",
	"agencies":  "実施機関・所管課から探す",
	"outcomes":  "結論から探す",
	"articles":  "条文から探す",
}

func (a *atlas) homePage() page {
	passages := 0
	for _, rs := range [][]*record.Record{a.minutes, a.replies} {
		for _, r := range rs {
			passages += countPassages(r)
		}
	}
	first, last := a.span()
	desc := a.cfg.Description
	return page{URL: "", Body: "home",
		Data: map[string]any{"Root": "", "Title": a.cfg.Title, "Description": desc, "City": a.cfg.City,
			"Minutes": len(a.minutes), "Replies": len(a.replies), "Cases": len(a.cases), "Passages": passages,
			"Withheld": a.withheld(), "First": first, "Last": last,
			"NewMinutes": rows(a.minutes, 4), "NewReplies": rows(a.replies, 4), "Open": a.openCases(3),
			"Shelves": a.summaries(10)},
		Front: front{Title: a.cfg.Title, Description: desc, Type: "home",
			Params: params{Root: "", Nav: "home", JSONLD: a.siteLD()}}}
}

func (a *atlas) searchPage() page {
	const url = "search/"
	f := a.listFront(url, "search", "", "search")
	f.Type = "search"
	return page{URL: url, Body: "search", Front: f,
		Data: map[string]any{"Root": root(url), "Minutes": len(a.minutes), "Replies": len(a.replies)}}
}

// span is the first and the last 年度 of the records, 0 where there is none.
func (a *atlas) span() (first, last int) {
	for _, rs := range [][]*record.Record{a.minutes, a.replies} {
		for _, r := range rs {
			if y := r.FiscalYear; y > 0 {
				if first == 0 || y < first {
					first = y
				}
				last = max(last, y)
			}
		}
	}
	return first, last
}

func countPassages(r *record.Record) int {
	n := 0
	for _, s := range r.Sections {
		n += len(s.Passages)
	}
	for _, it := range r.Items {
		for _, s := range it.Sections {
			n += len(s.Passages)
		}
	}
	return n
}

// rows lists up to n records; all where n is 0.
func rows(rs []*record.Record, n int) []row {
	if n > 0 && len(rs) > n {
		rs = rs[:n]
	}
	ws := make([]row, len(rs))
	for i, r := range rs {
		ws[i] = rowOf(r, term{})
	}
	return ws
}

func (a *atlas) openCases(n int) []*caseView {
	var cs []*caseView
	for _, c := range a.cases {
		if c.Open() && len(cs) < n {
			cs = append(cs, c)
		}
	}
	return cs
}

// summaries are the shelves with up to n terms each.
func (a *atlas) summaries(n int) []map[string]any {
	var ms []map[string]any
	for _, s := range a.shelves {
		if len(s.Terms) == 0 {
			continue
		}
		ts := s.Terms
		if len(ts) > n {
			ts = ts[:n]
		}
		var terms []map[string]any
		for _, t := range ts {
			terms = append(terms, map[string]any{"Slug": t.Slug, "Label": t.Label, "Count": t.Count(), "Group": t.Group})
		}
		ms = append(ms, map[string]any{"Key": s.Key, "Terms": terms, "More": len(s.Terms) - len(ts), "All": len(s.Terms)})
	}
	return ms
}

// listPages are the lists by kind, and the page that leads to all lists.
func (a *atlas) listPages() []page {
	var ps []page
	for _, k := range []struct {
		url string
		rs  []*record.Record
	}{{"minutes/", a.minutes}, {"replies/", a.replies}} {
		f := a.listFront(k.url, trimSlash(k.url), "", "section")
		f.Params.Feed = k.url
		f.Outputs = []string{"html", "feed"}
		n := 0
		if len(k.rs) > shown {
			n = 100
		}
		ps = append(ps, page{URL: k.url, Body: "kind", Front: f,
			Data: map[string]any{"Root": root(k.url), "Kind": trimSlash(k.url), "Title": f.Title, "Total": len(k.rs),
				"Years": yearsOf(k.rs, n), "Short": n, "ByYear": a.counts(k.url), "Notices": a.noticesOf(trimSlash(k.url))}})
	}
	ps = append(ps, a.caseLists()...)
	ps = append(ps, page{URL: "browse/", Body: "browse", Front: a.listFront("browse/", "browse", "", "page"),
		Data: map[string]any{"Root": "../", "Shelves": a.summaries(24), "Minutes": len(a.minutes), "Replies": len(a.replies), "Cases": len(a.cases)}})
	return ps
}

func trimSlash(url string) string { return url[:len(url)-1] }

// yearRows are the records of one 年度, newest first.
type yearRows struct {
	Year int
	Rows []row
}

func yearsOf(rs []*record.Record, n int) []yearRows {
	if n > 0 && len(rs) > n {
		rs = rs[:n]
	}
	var ys []yearRows
	for _, r := range rs {
		if k := len(ys); k == 0 || ys[k-1].Year != r.FiscalYear {
			ys = append(ys, yearRows{Year: r.FiscalYear})
		}
		y := &ys[len(ys)-1]
		y.Rows = append(y.Rows, rowOf(r, term{}))
	}
	return ys
}

// counts says how many records of a kind each 年度 has.
func (a *atlas) counts(url string) []map[string]any {
	var ms []map[string]any
	for _, s := range a.shelves {
		if s.Key != "years" {
			continue
		}
		for _, t := range s.Terms {
			n := len(t.Replies)
			if url == "minutes/" {
				n = len(t.Minutes)
			}
			if n > 0 {
				ms = append(ms, map[string]any{"Slug": t.Slug, "Label": t.Label, "Count": n})
			}
		}
	}
	return ms
}

// shelfPages are each shelf's list of terms, and each term's list of records.
func (a *atlas) shelfPages() []page {
	var ps []page
	for _, s := range a.shelves {
		url := s.Key + "/"
		ps = append(ps, page{URL: url, Body: "shelf", Front: a.listFront(url, "browse", "", "section"),
			Data: map[string]any{"Root": root(url), "Shelf": a.summary(s)}})
		for _, t := range s.Terms {
			u := fmt.Sprintf("%s/%s/", s.Key, t.Slug)
			label := t.Label
			if label == "" {
				label = "年度不明"
			}
			// 答申 is a kind of record, too: the title says which list this is.
			f := a.listFront(u, "browse", label+"（"+strings.TrimSuffix(pageTitles[s.Key], "から探す")+"）", "page")
			ps = append(ps, page{URL: u, Body: "term", Front: f,
				Data: map[string]any{"Root": root(u), "Key": s.Key, "Shelf": pageTitles[s.Key], "Title": label, "Term": t, "Count": t.Count()}})
		}
	}
	return ps
}

func (a *atlas) summary(s shelf) map[string]any {
	var groups []map[string]any
	for _, t := range s.Terms {
		if k := len(groups); k == 0 || groups[k-1]["Group"] != t.Group {
			groups = append(groups, map[string]any{"Group": t.Group, "Terms": []map[string]any{}})
		}
		g := groups[len(groups)-1]
		g["Terms"] = append(g["Terms"].([]map[string]any), map[string]any{"Slug": t.Slug, "Label": t.Label, "Count": t.Count()})
	}
	return map[string]any{"Key": s.Key, "Title": pageTitles[s.Key], "Groups": groups}
}
