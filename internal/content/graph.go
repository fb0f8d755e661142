package content

import (
	"fmt"
	"math"
	"sort"

	"github.com/toshin-archive/toshin/internal/record"
)

// graphView is a picture of who cites whom, read from top to bottom: records in
// the order of their dates, one a row, and a curve in the margin from each to
// those that it cites. All places are pixels; there is no view box, so letters
// keep their size on a phone, and titles are there in two lengths.
type graphView struct {
	Height int
	Margin int // where the records' text begins
	Nodes  []graphNode
	Arcs   []graphArc
}

type graphNode struct {
	Link
	Short string // title for a narrow screen
	Long  string
	Year  string // heads the row where the 年度 changes
	Top   int    // of the row
	Tall  int
	Y     int    // its middle
	Tip   string // where a record of the picture cites it: the path of what points at it
	Self  bool   // the record whose page it is
}

type graphArc struct {
	Path string
	From Link // cites To
	To   Link
	Self bool // begins or ends at the page's own record
}

const (
	graphMargin = 76
	graphRow    = 46
	graphYear   = 30 // room for a heading
	graphMost   = 48 // rows of a picture
	graphNear   = 14 // rows about one record
	graphShort  = 15 // characters
	graphLong   = 46
)

// picture draws the records ids and the citations among them.
func (a *atlas) picture(ids []record.ID, self map[record.ID]bool) *graphView {
	rs := make([]*record.Record, 0, len(ids))
	for _, id := range ids {
		rs = append(rs, a.byID[id])
	}
	newestFirst(rs)
	g := &graphView{Margin: graphMargin}
	row := map[record.ID]int{}
	year := 0
	for i := len(rs) - 1; i >= 0; i-- {
		r := rs[i]
		n := graphNode{Link: linkTo(r), Short: clip(titleOf(r), graphShort), Long: clip(titleOf(r), graphLong), Self: self[r.ID]}
		if r.FiscalYear != year && r.FiscalYear > 0 {
			year = r.FiscalYear
			n.Year = nendo(year)
			g.Height += graphYear
		}
		n.Top, n.Tall, n.Y = g.Height, graphRow, g.Height+graphRow/2
		g.Height += graphRow
		row[r.ID] = len(g.Nodes)
		g.Nodes = append(g.Nodes, n)
	}
	most := 1
	type edge struct{ from, to int }
	var es []edge
	for i := len(rs) - 1; i >= 0; i-- {
		from := row[rs[i].ID]
		for _, id := range a.cites[rs[i].ID] {
			if to, ok := row[id]; ok {
				es = append(es, edge{from, to})
				most = max(most, apart(from, to))
				g.Nodes[to].Tip = tip(g.Nodes[to].Y - 5)
			}
		}
	}
	for _, e := range es {
		f, t := &g.Nodes[e.from], &g.Nodes[e.to]
		g.Arcs = append(g.Arcs, graphArc{arc(f.Y+5, t.Y-5, apart(e.from, e.to), most), f.Link, t.Link, f.Self || t.Self})
	}
	return g
}

func apart(a, b int) int { return max(a, b) - min(a, b) }

// arc is the curve from y1 to y2 at the margin; the more rows it passes, the
// further out it goes, so that curves do not run along each other.
func arc(y1, y2, rows, most int) string {
	const x = graphMargin - 16
	out := 10 + int(float64(x-14)*math.Sqrt(float64(rows)/float64(most)))
	out = min(out*4/3, (x-2)*4/3) // a cubic curve goes three quarters of the way to its handles
	return fmt.Sprintf("M%d %dC%d %d %d %d %d %d", x, y1, x-out, y1, x-out, y2, x, y2)
}

// tip is the triangle at the end of the curves that come in at y.
func tip(y int) string {
	const x = graphMargin - 16
	return fmt.Sprintf("M%d %dl-9 -5v10z", x+8, y)
}

// neighbours are the citations both ways, each pair once: cites by the citing
// record, in the order of its text; citing by the cited one, the newest first.
func (a *atlas) neighbours() {
	a.cites, a.citing = map[record.ID][]record.ID{}, map[record.ID][]record.ID{}
	var rs []*record.Record
	rs = append(append(rs, a.replies...), a.minutes...)
	newestFirst(rs)
	for _, r := range rs {
		seen := map[record.ID]bool{r.ID: true}
		for _, c := range r.Cites {
			if a.byID[c.To] != nil && !seen[c.To] {
				seen[c.To] = true
				a.cites[r.ID] = append(a.cites[r.ID], c.To)
				a.citing[c.To] = append(a.citing[c.To], r.ID)
			}
		}
	}
}

// mostCited are the cited records, the most cited first, of equals the newer.
func (a *atlas) mostCited() []record.ID {
	var rs []*record.Record
	for id := range a.citing {
		rs = append(rs, a.byID[id])
	}
	newestFirst(rs)
	sort.SliceStable(rs, func(i, j int) bool { return len(a.citing[rs[i].ID]) > len(a.citing[rs[j].ID]) })
	ids := make([]record.ID, len(rs))
	for i, r := range rs {
		ids[i] = r.ID
	}
	return ids
}

// near is the picture about some records (a reply, or those of a case): what
// they cite and what cites them. nil where that is less than two citations,
// which the lists beside it tell as well. left counts what it has no room for.
func (a *atlas) near(own ...record.ID) (g *graphView, left int) {
	var ids []record.ID
	self, in := map[record.ID]bool{}, map[record.ID]bool{}
	for _, id := range own {
		self[id], in[id] = true, true
		ids = append(ids, id)
	}
	for _, id := range own {
		for _, ns := range [][]record.ID{a.cites[id], a.citing[id]} {
			for _, n := range ns {
				switch {
				case in[n]:
				case len(ids) >= graphNear:
					left++
				default:
					in[n] = true
					ids = append(ids, n)
				}
			}
		}
	}
	if len(ids)+left < len(own)+2 {
		return nil, 0
	}
	return a.picture(ids, self), left
}

// graphTable bounds the rows of the table; the files for researchers have all.
const graphTable = 300

// citedRow is a cited record with those that cite it.
type citedRow struct {
	Link
	Date   string
	Count  int
	Citing []Link
}

// graphPage is the picture of the whole archive (引用の図): the most cited
// records with those that cite them, as many as can be read, and a table.
func (a *atlas) graphPage() page {
	const url = "citations/"
	cited := a.mostCited()
	var ids []record.ID
	in := map[record.ID]bool{}
	put := func(id record.ID) {
		if !in[id] && len(ids) < graphMost {
			in[id] = true
			ids = append(ids, id)
		}
	}
	for _, id := range cited {
		if !in[id] && len(ids)+2 > graphMost {
			break // a record without those that cite it tells nothing
		}
		put(id)
		for _, c := range a.citing[id] {
			put(c)
		}
	}
	all := map[record.ID]bool{}
	pairs := 0
	var rows []citedRow
	for _, id := range cited {
		all[id] = true
		row := citedRow{Link: linkTo(a.byID[id]), Date: a.byID[id].Date, Count: len(a.citing[id])}
		pairs += row.Count
		for _, c := range a.citing[id] {
			all[c] = true
			row.Citing = append(row.Citing, linkTo(a.byID[c]))
		}
		if len(rows) < graphTable {
			rows = append(rows, row)
		}
	}
	return page{URL: url, Body: "citations", Front: a.listFront(url, "citations", "", "page"),
		Data: map[string]any{"Root": root(url), "Graph": a.picture(ids, nil), "Rows": rows, "Left": len(all) - len(ids), "LeftRows": len(cited) - len(rows),
			"Records": len(all), "Pairs": pairs}}
}
