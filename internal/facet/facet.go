// Package facet says which values a record has for the filters of the search,
// the counts beside them, and whatever else counts records by what they are.
package facet

import (
	"slices"
	"strconv"

	"github.com/toshin-archive/toshin/internal/record"
)

// Values are what the filters ask for, by the filter's Japanese name.
func Values(r *record.Record) map[string][]string {
	var outcomes, departments, sections, speakers values
	outcomes.add(r.Outcome)
	var last *record.Speaker
	of := func(ss []record.Section) {
		for _, s := range ss {
			sections.add(record.Japanese(record.SectionKinds, s.Kind))
			for _, p := range s.Passages {
				if sp := p.Speaker; sp != nil && (last == nil || *sp != *last) {
					speakers.add(record.Japanese(record.Roles, sp.Role), sp.Label)
					last = sp
				}
			}
		}
	}
	of(r.Sections)
	for _, it := range r.Items {
		outcomes.add(it.Outcome)
		departments.add(it.Department)
		of(it.Sections)
	}
	f := map[string][]string{}
	put := func(name string, all ...string) {
		var vs values
		if vs.add(all...); vs != nil {
			f[name] = vs
		}
	}
	switch r.Kind {
	case record.KindMinutes:
		put("種別", "会議録")
	case record.KindReply:
		put("種別", "答申")
	}
	if r.FiscalYear > 0 {
		put("年度", strconv.Itoa(r.FiscalYear))
	}
	put("結論", outcomes...)
	put("実施機関", r.Addressee...)
	put("番号", r.Numbers...)
	put("条文", r.Articles...)
	put("類型", r.Types...)
	put("期間", r.Date)
	put("所管課", departments...)
	put("節", sections...)
	put("発言", speakers...)
	return f
}

// values are in the order in which the record first has them.
type values []string

func (vs *values) add(more ...string) {
	for _, v := range more {
		if v != "" && !slices.Contains(*vs, v) {
			*vs = append(*vs, v)
		}
	}
}
