package facet

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"

	"github.com/toshin-archive/toshin/internal/record"
)

// Chart says what a picture of counts counts: a facet of one kind of records, of
// either kind where Kind is "".
type Chart struct {
	Key, Facet, Kind string
	Ordered          bool // values stand by themselves (年度), not by how often they come
	Years            bool // by 年度 as well
}

// Charts are those of the page of counts; each has a file of the same key.
var Charts = []Chart{
	{"replies-years", "年度", "答申", true, false},
	{"replies-outcomes", "結論", "答申", false, true},
	{"replies-agencies", "実施機関", "答申", false, true},
	{"replies-articles", "条文", "答申", false, true},
	{"types", "類型", "", false, true},
	{"minutes-years", "年度", "会議録", true, false},
	{"minutes-departments", "所管課", "会議録", false, true},
	{"minutes-outcomes", "結論", "会議録", false, true},
}

// Count is how many records have a value, and of which 年度.
type Count struct {
	Value string
	N     int
	Years map[string]int // of those whose 年度 is known
}

// All are the [Values] of each record.
func All(rs []*record.Record) []map[string][]string {
	all := make([]map[string][]string, len(rs))
	for i, r := range rs {
		all[i] = Values(r)
	}
	return all
}

// Of counts the records of a chart, each given by its values: ordered ones by
// value, else the most frequent first.
func (c Chart) Of(records []map[string][]string) []Count {
	by := map[string]*Count{}
	for _, vs := range records {
		if c.Kind != "" && !slices.Contains(vs["種別"], c.Kind) {
			continue
		}
		for _, v := range vs[c.Facet] {
			x := by[v]
			if x == nil {
				x = &Count{Value: v, Years: map[string]int{}}
				by[v] = x
			}
			x.N++
			for _, y := range vs["年度"] {
				x.Years[y]++
			}
		}
	}
	var all []Count
	for _, x := range by {
		all = append(all, *x)
	}
	if c.Ordered {
		all = append(all, between(by)...)
	}
	slices.SortFunc(all, func(x, y Count) int {
		if !c.Ordered && x.N != y.N {
			return y.N - x.N
		}
		return cmp.Compare(x.Value, y.Value)
	})
	return all
}

// between are the 年度 without a record that lie between those with one: left out,
// they would look as if nothing were missing.
func between(by map[string]*Count) (none []Count) {
	var years []int
	for v := range by {
		if y, err := strconv.Atoi(v); err == nil {
			years = append(years, y)
		}
	}
	if years == nil || slices.Max(years)-slices.Min(years) > 200 { // one of them is no year
		return nil
	}
	for y := slices.Min(years); y < slices.Max(years); y++ {
		if v := strconv.Itoa(y); by[v] == nil {
			none = append(none, Count{Value: v, Years: map[string]int{}})
		}
	}
	return none
}

// Search is the query string of the search that finds what is counted, of one
// 年度 where year is not "".
func (c Chart) Search(value, year string) string {
	var f []string
	if c.Kind != "" {
		f = append(f, "種別:"+c.Kind)
	}
	f = append(f, c.Facet+":"+value)
	if year != "" {
		f = append(f, "年度:"+year)
	}
	return url.Values{"f": f}.Encode()
}
