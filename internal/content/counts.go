package content

import (
	"fmt"
	"maps"
	"slices"

	"github.com/toshin-archive/toshin/internal/facet"
	"github.com/toshin-archive/toshin/internal/record"
)

// chart is one picture of the page of counts (数で見る), with its table. Of each
// bar the address is the search that it counts. Letters keep their size whatever
// the width, so it has no view box.
type chart struct {
	Key    string // heads it in the template, and names its file
	Height int    // of the picture in pixels; it is as wide as the page
	Bars   []bar
	Others int     // values that the picture leaves out
	Left   int     // values that the table leaves out; the file has all
	Course *course // through the years; nil where there is none
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
	mostRows  = 100 // of a table
)

// charts draws what [facet.Charts] lists.
func (a *atlas) charts() (cs []chart) {
	all := append(a.replies[:len(a.replies):len(a.replies)], a.minutes...)
	years, values := yearsSpanned(all), facet.All(all)
	for _, def := range facet.Charts {
		counts := def.Of(values)
		if len(counts) == 0 {
			continue
		}
		c := chart{Key: def.Key}
		for _, x := range counts {
			label := x.Value
			if def.Facet == "年度" {
				label = yearLabel(x.Value)
			}
			c.Bars = append(c.Bars, bar{Label: label, Count: x.N, URL: "search/?" + def.Search(x.Value, "")})
		}
		c.draw(def.Ordered)
		if def.Years && len(years) > 1 {
			c.Course = courseOf(def, counts, years)
		}
		cs = append(cs, c)
	}
	return cs
}

// yearsSpanned are the 年度 from the first to the last that a record has.
func yearsSpanned(rs []*record.Record) (years []string) {
	in := map[int]bool{}
	for _, r := range rs {
		if r.FiscalYear > 0 {
			in[r.FiscalYear] = true
		}
	}
	if len(in) == 0 {
		return nil
	}
	all := slices.Sorted(maps.Keys(in))
	for y := all[0]; y <= all[len(all)-1]; y++ {
		years = append(years, fmt.Sprint(y))
	}
	return years
}

func yearLabel(v string) string {
	var y int
	if _, err := fmt.Sscan(v, &y); err != nil {
		return v
	}
	return nendoShort(y)
}

// draw gives each bar its place. Years stand in their order and none is left out;
// of the others the picture shows the most frequent.
func (c *chart) draw(ordered bool) {
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
		b.Length = max(min(1, b.Count), b.Count*100/most)
		c.Height = b.Y + barHeight
	}
	if n := len(c.Bars); !ordered && n > mostRows {
		c.Bars, c.Left = c.Bars[:mostRows], n-mostRows
	}
}

func (a *atlas) countsPage() page {
	const url = "counts/"
	return page{URL: url, Body: "counts", Front: a.listFront(url, "counts", "", "page"),
		Data: map[string]any{"Root": root(url), "Charts": a.charts(),
			"Minutes": len(a.minutes), "Replies": len(a.replies)}}
}
