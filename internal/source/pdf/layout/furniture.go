package layout

import (
	"regexp"
	"strings"

	"github.com/toshin-archive/toshin/internal/record"
	"github.com/toshin-archive/toshin/internal/textutil"
)

var (
	pageNumber = regexp.MustCompile(`^(?:[-−－‐―–(（<〈\[【P.pＰ]*)(?:ページ)?[0-9]{1,4}(?:(?:/|／|of)[0-9]{1,4})?(?:[-−－‐―–)）>〉\]】]*|ページ|頁|/)$`)
	figures    = regexp.MustCompile(`[0-9]+`)
)

// furniture marks page numbers, and running heads and feet: what stands at the
// edge of several pages in the same words, figures aside.
func furniture(rows []*row, pages []Page) {
	byPage := make([][]*row, len(pages)+1)
	for _, r := range rows {
		byPage[r.page] = append(byPage[r.page], r)
	}
	const depth = 3
	type key struct {
		top  bool
		text string
	}
	seen := map[key]map[int]float64{} // by page: the height
	edges := func(visit func(r *row, k key)) {
		for p := 1; p <= len(pages); p++ {
			own := byPage[p]
			for i, r := range own {
				fromTop, fromEnd := i < depth, i >= len(own)-depth
				if r.vertical || !fromTop && !fromEnd {
					continue
				}
				// a page with three lines has no edges: by height then
				h := pages[p-1].Height
				top := fromTop && (len(own) > 2*depth || r.y > 0.88*h)
				end := fromEnd && (len(own) > 2*depth || r.y < 0.1*h)
				if top {
					visit(r, key{true, shape(r.text)})
				}
				if end {
					visit(r, key{false, shape(r.text)})
				}
			}
		}
	}
	edges(func(r *row, k key) {
		if seen[k] == nil {
			seen[k] = map[int]float64{}
		}
		seen[k][r.page] = r.y
	})
	edges(func(r *row, k key) {
		n := 0
		for _, y := range seen[k] {
			if abs(y-r.y) < 4 { // text that merely recurs does not stand in one place
				n++
			}
		}
		text := textutil.Key(r.text)
		switch {
		case pageNumber.MatchString(text) && (n > 1 || r.y < 0.1*pages[r.page-1].Height || r.y > 0.93*pages[r.page-1].Height):
			r.why = record.WhyFurniture
		case n >= 2 && n*5 >= len(pages)*2 && // left and right pages may have heads of their own
			!textutil.Longer(r.text, 60) && !strings.HasSuffix(text, "。"):
			r.why = record.WhyFurniture
		}
	})
	title(rows, seenOnce(rows))
}

// seenOnce gives the first line of every text that is furniture.
func seenOnce(rows []*row) map[string]*row {
	first := map[string]*row{}
	for _, r := range rows {
		if r.why != "" && first[shape(r.text)] == nil {
			first[shape(r.text)] = r
		}
	}
	return first
}

// title lets a running head stand where it is the only title: on the first page,
// above all else, and larger than the text or named a record.
func title(rows []*row, first map[string]*row) {
	for _, r := range rows {
		if r.page > 1 || r.why == "" {
			continue
		}
		if first[shape(r.text)] == r && !pageNumber.MatchString(textutil.Key(r.text)) && r.em > 1.15*bodyOf(rows) {
			r.why = ""
		}
	}
}

func bodyOf(rows []*row) float64 {
	var ems []float64
	for _, r := range rows {
		ems = append(ems, r.em)
	}
	if len(ems) == 0 {
		return 10
	}
	return median(ems)
}

func shape(s string) string { return figures.ReplaceAllString(textutil.Key(s), "#") }
