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
	f := map[string][]string{}
	add := func(name string, values ...string) {
		for _, v := range values {
			if v != "" && !slices.Contains(f[name], v) {
				f[name] = append(f[name], v)
			}
		}
	}
	switch r.Kind {
	case record.KindMinutes:
		add("種別", "会議録")
	case record.KindReply:
		add("種別", "答申")
	}
	if r.FiscalYear > 0 {
		add("年度", strconv.Itoa(r.FiscalYear))
	}
	add("結論", r.Outcome)
	add("実施機関", r.Addressee...)
	add("番号", r.Numbers...)
	add("条文", r.Articles...)
	add("類型", r.Types...)
	add("期間", r.Date)
	sections := r.Sections
	for _, it := range r.Items {
		add("結論", it.Outcome)
		add("所管課", it.Department)
		sections = append(sections[:len(sections):len(sections)], it.Sections...)
	}
	for _, s := range sections {
		add("節", record.Japanese(record.SectionKinds, s.Kind))
		for _, p := range s.Passages {
			if p.Speaker != nil {
				add("発言", record.Japanese(record.Roles, p.Speaker.Role), p.Speaker.Label)
			}
		}
	}
	return f
}
