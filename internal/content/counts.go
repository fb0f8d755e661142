package content

import (
	"fmt"
	"net/url"
	"sort"

	"github.com/toshin-archive/toshin/internal/facet"
	"github.com/toshin-archive/toshin/internal/record"
)

// chart is one picture of the page of counts (数で見る), with its table. Of each
// bar the address is the search that it counts. Letters keep their size whatever
// the width, so it has no view box.
type chart struct {
	Key    string // heads it in the template
	Height int    // of the picture in pixels; it is as wide as the page
	Bars   []bar
	Others int // values that the picture leaves out; the table has all
}

type bar struct {
	Label  string
	URL    string // search of the records that are counted
	Count  int
	Y      int // of its top: a line with the label, below it the bar
	Bar    int // top of the bar itself
	Length int // in hundredths of the picture's width
	Drawn  bool
}

const (
	barHeight = 44
	mostBars  = 15
)

// chartTable says what is counted: a facet, of which kind of record, and
// whether its values stand by themselves (年度) or by how often they come.
var chartTable = []struct {
	key, facet, kind string // kind "": of either
	ordered          bool
}{
	{"replies-years", "年度", "答申", true},
	{"replies-outcomes", "結論", "答申", false},
	{"replies-agencies", "実施機関", "答申", false},
	{"replies-articles", "条文", "答申", false},
	{"types", "類型", "", false},
	{"minutes-years", "年度", "会議録", true},
	{"minutes-departments", "所管課", "会議録", false},
	{"minutes-outcomes", "結論", "会議録", false},
}

func (a *atlas) charts() (cs []chart) {
	counts := make([]map[string]int, len(chartTable))
	for i := range counts {
		counts[i] = map[string]int{}
	}
	for _, of := range []struct {
		kind    string
		records []*record.Record
	}{{"答申", a.replies}, {"会議録", a.minutes}} {
		for _, r := range of.records {
			values := facet.Values(r)
			for i, def := range chartTable {
				if def.kind == "" || def.kind == of.kind {
					for _, v := range values[def.facet] {
						counts[i][v]++
					}
				}
			}
		}
	}
	for i, def := range chartTable {
		c := chart{Key: def.key}
		for v, n := range counts[i] {
			label := v
			if def.facet == "年度" {
				label = yearLabel(v)
			}
			f := []string{def.facet + ":" + v}
			if def.kind != "" {
				f = append([]string{"種別:" + def.kind}, f...)
			}
			q := url.Values{"f": f}
			c.Bars = append(c.Bars, bar{Label: label, Count: n, URL: "search/?" + q.Encode()})
		}
		c.draw(def.ordered)
		if len(c.Bars) > 0 {
			cs = append(cs, c)
		}
	}
	return cs
}

func yearLabel(v string) string {
	var y int
	if _, err := fmt.Sscan(v, &y); err != nil {
		return v
	}
	return nendoShort(y)
}

// draw orders the bars and gives each its place. Years stand in their order and
// none is left out; of the others the picture shows the most frequent.
func (c *chart) draw(ordered bool) {
	sort.Slice(c.Bars, func(i, j int) bool {
		x, y := c.Bars[i], c.Bars[j]
		if !ordered && x.Count != y.Count {
			return x.Count > y.Count
		}
		return x.URL < y.URL
	})
	most := 0
	for _, b := range c.Bars {
		most = max(most, b.Count)
	}
	for i := range c.Bars {
		b := &c.Bars[i]
		if !ordered && i >= mostBars {
			c.Others++
			continue
		}
		b.Drawn, b.Y, b.Bar = true, i*barHeight, i*barHeight+23
		b.Length = max(1, b.Count*100/most)
		c.Height = b.Y + barHeight
	}
}

func (a *atlas) countsPage() page {
	const url = "counts/"
	return page{URL: url, Body: "counts", Front: a.listFront(url, "counts", "", "page"),
		Data: map[string]any{"Root": root(url), "Charts": a.charts(),
			"Minutes": len(a.minutes), "Replies": len(a.replies)}}
}
