package difftest

import (
	"slices"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/search"
)

// The count beside a value is what a reader gets who chooses that value alone,
// whatever else the query says.
func TestFacetsCountWhatChoosingFinds(t *testing.T) {
	b := sampleArchive()
	s := b.open(t)
	qs := append(newQueries(3, b).many(30), "見晴市", "条例 -図書館", `結論:="妥当"`, `見晴市 結論:="妥当" 年度:2018..2020`, `-結論:="妥当" 種別:答申`,
		`結論:="一部" 結論:="妥当" 実施機関:教育委員会`, "発言:委員 類型", "条例 公開 同じ発言:はい")
	counted := 0
	for _, q := range qs {
		all, err := s.Search(q, search.Options{Facets: true})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range all.Facets {
			for _, v := range f.Values {
				// The same query with its own choices of the facet taken out.
				alone := f.Name + `:="` + v.Value + `" ` + without(q, f.Name)
				got, err := s.Search(alone, search.Options{})
				if err != nil {
					t.Fatal(err)
				}
				if got.Total != v.Count {
					t.Errorf("%s: %s %s counts %d, %s finds %d", q, f.Name, v.Value, v.Count, alone, got.Total)
				}
				counted++
			}
		}
	}
	if counted < 500 {
		t.Errorf("only %d values counted", counted)
	}
}

func without(q, name string) string {
	return strings.Join(slices.DeleteFunc(strings.Fields(q), func(w string) bool { return strings.HasPrefix(w, name+":") }), " ")
}
