package index

import (
	"testing"

	"github.com/toshin-archive/toshin/internal/kana"
	"github.com/toshin-archive/toshin/internal/record"
)

// Every segment of a passage knows its speaker and section; titles and headings
// are of no place.
func TestPlaces(t *testing.T) {
	chair := &record.Speaker{Label: "新美会長", Role: "chair"}
	e := NewEntry(kana.Default(), &record.Record{Kind: record.KindMinutes, ID: "minutes/h29-2", Title: "会議", Minutes: record.Minutes{
		Items: []record.Item{{Title: "案件", Sections: []record.Section{{Kind: "questions", Label: "イ 質疑", Passages: []record.Passage{
			{ID: "s0001", Speaker: chair, Text: "類型としてよいか。"}, {ID: "s0002", Text: "よい。"}, {ID: "s0003", Speaker: chair, Text: "では。"}}}}}}}})
	want := map[string]int{"会議": 0, "案件": 0, "イ 質疑": 0, "新美会長": 1, "類型としてよいか。": 1, "よい。": 2, "では。": 1}
	for _, s := range e.Segments {
		if s.Place != want[s.Text()] {
			t.Errorf("%s: place %d, want %d", s.Text(), s.Place, want[s.Text()])
		}
	}
	if len(e.Places) != 2 || e.Places[0] != (Place{"新美会長", "会長", "質疑"}) || e.Places[1] != (Place{Section: "質疑"}) {
		t.Errorf("%+v", e.Places)
	}
}
