package content

import (
	"fmt"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/gate"
	"github.com/toshin-archive/toshin/internal/record"
)

// citing is a reply of the year that cites others.
func citing(n, year int, to ...int) *record.Record {
	r := reply(fmt.Sprint(n), "本文")
	r.FiscalYear, r.Date = year, fmt.Sprintf("%d-06-01", year)
	for _, t := range to {
		r.Cites = append(r.Cites, record.Cite{Text: fmt.Sprintf("答申第%d号", t), To: record.ID(fmt.Sprintf("replies/%d", t))})
	}
	return r
}

// The picture has who cites and who is cited, in the order of years, one curve
// a pair; a record that stays in is nowhere, though others cite it.
func TestGraphOfTheArchive(t *testing.T) {
	in := input(citing(1, 2018), citing(2, 2019, 1, 1, 9), citing(3, 2020, 1, 2, 3), citing(4, 2020))
	in.Result.Verdicts = append(in.Result.Verdicts, gate.Verdict{ID: "replies/9", Kind: record.KindReply})
	p := newAtlas(in).graphPage()
	d := p.Data.(map[string]any)
	g := d["Graph"].(*graphView)
	var nodes []string
	for _, n := range g.Nodes {
		nodes = append(nodes, n.Year+n.Note)
	}
	if got, want := strings.Join(nodes, " "), "平成30年度（2018年度）答申第1号 令和元年度（2019年度）答申第2号 令和2年度（2020年度）答申第3号"; got != want {
		t.Errorf("nodes %s, want %s", got, want)
	}
	var arcs []string
	for _, a := range g.Arcs {
		arcs = append(arcs, a.From.Note+"→"+a.To.Note)
	}
	if got, want := strings.Join(arcs, " "), "答申第2号→答申第1号 答申第3号→答申第1号 答申第3号→答申第2号"; got != want {
		t.Errorf("arcs %s, want %s", got, want)
	}
	rows := d["Rows"].([]citedRow)
	if len(rows) != 2 || rows[0].Note != "答申第1号" || rows[0].Count != 2 || d["Pairs"] != 3 || d["Records"] != 3 {
		t.Errorf("%+v %v %v", rows, d["Pairs"], d["Records"])
	}
}

// However many records there are, the picture has a bounded number of rows, the
// most cited first, none without a curve, and says how many it leaves out.
func TestGraphIsBounded(t *testing.T) {
	var rs []*record.Record
	for n := 1; n <= 400; n++ {
		var to []int
		if n > 1 {
			to = append(to, max(1, n/3))
		}
		if n > 200 {
			to = append(to, 7)
		}
		rs = append(rs, citing(n, 2000+n/20, to...))
	}
	d := newAtlas(input(rs...)).graphPage().Data.(map[string]any)
	g := d["Graph"].(*graphView)
	if len(g.Nodes) > graphMost || len(g.Nodes) < graphMost/2 || d["Left"] != 400-len(g.Nodes) {
		t.Errorf("%d rows, %v left out", len(g.Nodes), d["Left"])
	}
	tied := map[string]bool{}
	for _, a := range g.Arcs {
		tied[a.From.URL], tied[a.To.URL] = true, true
	}
	for _, n := range g.Nodes {
		if !tied[n.URL] {
			t.Errorf("%s has no curve", n.Note)
		}
		if n.Y < 0 || n.Y > g.Height {
			t.Errorf("%s stands at %d of %d", n.Note, n.Y, g.Height)
		}
	}
	if !strings.Contains(fmt.Sprint(g.Nodes), "答申第7号") {
		t.Error("the most cited record is not in the picture")
	}
}

// The picture about a record is there where it tells more than a line of text.
func TestGraphAboutARecord(t *testing.T) {
	rs := []*record.Record{citing(1, 2018), citing(2, 2019, 1), citing(3, 2020, 2)}
	for n := 10; n < 30; n++ {
		rs = append(rs, citing(n, 2021, 3))
	}
	a := newAtlas(input(rs...))
	if g, _ := a.near("replies/1"); g != nil {
		t.Error("a picture of one citation")
	}
	g, left := a.near("replies/2")
	if g == nil || len(g.Nodes) != 3 || len(g.Arcs) != 2 || left != 0 || !g.Nodes[1].Self || g.Nodes[0].Self {
		t.Errorf("%+v, %d left", g, left)
	}
	if g, left = a.near("replies/3"); len(g.Nodes) != graphNear || left != 21-(graphNear-1) {
		t.Errorf("%d rows, %d left", len(g.Nodes), left)
	}
}
