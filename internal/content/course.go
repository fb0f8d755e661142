package content

import "github.com/toshin-archive/toshin/internal/facet"

// course is the picture of how often the most frequent values came in each 年度
// (移り変わり): a strip of columns for each value, one column a year. Columns are
// wide enough for a finger, so the picture may be wider than a phone, and scrolls.
// All places are pixels.
type course struct {
	Width, Height int
	Years         []yearMark
	Strips        []strip
}

type yearMark struct {
	Label string // 平成29年度
	Short string // 29, over the column; "" where there is no room
	X     int    // its middle
}

type strip struct {
	Label   string
	Y       int // of the line with the label
	Columns []column
	Total   int
}

type column struct {
	Year, URL               string
	Count                   int // 0: no column is drawn
	X, Y, Width, Tall, Back int // Back: top of the part that can be chosen
}

const (
	columnWidth = 26
	stripHeight = 76 // 24 for the label, the rest for columns
	columnRoom  = 44
	mostStrips  = 6
)

func courseOf(def facet.Chart, counts []facet.Count, years []string) *course {
	counts = counts[:min(len(counts), mostStrips)]
	g := &course{Width: max(len(years)*columnWidth, 300), Height: len(counts)*stripHeight + 24}
	for i, y := range years {
		g.Years = append(g.Years, yearMark{yearLabel(y), y[len(y)-2:], i*columnWidth + columnWidth/2})
	}
	for i, x := range counts {
		most := 1
		for _, n := range x.Years {
			most = max(most, n)
		}
		s := strip{Label: x.Value, Y: i * stripHeight, Total: x.N}
		base := s.Y + stripHeight - 4
		for k, y := range years {
			c := column{Year: yearLabel(y), Count: x.Years[y], X: k*columnWidth + 1, Width: columnWidth - 2, Back: base - columnRoom}
			if c.Count > 0 {
				c.URL = "search/?" + def.Search(x.Value, y)
				c.Tall = max(2, c.Count*(columnRoom-14)/most)
				c.Y = base - c.Tall
			}
			s.Columns = append(s.Columns, c)
		}
		g.Strips = append(g.Strips, s)
	}
	return g
}
