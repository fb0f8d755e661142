package export

import (
	"sort"
	"strconv"

	"github.com/toshin-archive/toshin/internal/facet"
	"github.com/toshin-archive/toshin/internal/record"
)

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
