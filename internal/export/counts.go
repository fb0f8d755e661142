package export

import (
	"maps"
	"slices"
	"sort"
	"strconv"

	"github.com/toshin-archive/toshin/internal/facet"
	"github.com/toshin-archive/toshin/internal/record"
)

// charts writes a file for each picture of the page of counts, and one for its
// course through the years.
func (w *writer) charts(d *data) {
	values := facet.All(d.records)
	for _, def := range facet.Charts {
		counts := def.Of(values)
		if len(counts) == 0 {
			continue
		}
		rows, course := [][]string{{"値", "件数"}}, [][]string{{"値", "年度", "件数"}}
		for _, x := range counts {
			rows = append(rows, []string{x.Value, strconv.Itoa(x.N)})
			for _, y := range slices.Sorted(maps.Keys(x.Years)) {
				course = append(course, []string{x.Value, y, strconv.Itoa(x.Years[y])})
			}
		}
		w.put("counts/"+def.Key+".csv", toCSV(rows))
		if def.Years {
			w.put("counts/"+def.Key+"-course.csv", toCSV(course))
		}
	}
}

// counts says how many records have each value of each facet, as the page of
// counts and the search do.
func (d *data) counts() []byte {
	type key struct{ kind, facet, value string }
	n := map[key]int{}
	for _, r := range d.records {
		kind := "答申"
		if r.Kind == record.KindMinutes {
			kind = "会議録"
		}
		for name, values := range facet.Values(r) {
			switch name {
			case "番号", "期間", "種別": // each has its own
				continue
			}
			for _, v := range values {
				n[key{kind, name, v}]++
			}
		}
	}
	rows := make([][]string, 0, len(n))
	for k, c := range n {
		rows = append(rows, []string{k.kind, k.facet, k.value, strconv.Itoa(c)})
	}
	sort.Slice(rows, func(i, j int) bool {
		for k := range 3 {
			if rows[i][k] != rows[j][k] {
				return rows[i][k] < rows[j][k]
			}
		}
		return false
	})
	return toCSV(append([][]string{{"種別", "項目", "値", "件数"}}, rows...))
}
