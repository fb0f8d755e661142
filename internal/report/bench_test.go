package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/toshin-archive/toshin/internal/gate"
	"github.com/toshin-archive/toshin/internal/record"
)

// What the report adds to a build of ten thousand records.
func BenchmarkReport(b *testing.B) {
	var rs []*record.Record
	text := strings.Repeat("灯台の点検記録について検討した。", 29)
	for i := range 10_000 {
		x := &record.Record{Kind: record.KindMinutes, ID: record.ID(fmt.Sprintf("minutes/%d", i)), Title: "見晴市記録審議会 会議録", Notation: "（役職）",
			Source: record.Source{File: fmt.Sprintf("data/records/%d.txt", i), Format: "text", Encoding: "UTF-8", Confidence: 0.99}}
		it := record.Item{Title: "灯台"}
		for range 10 {
			it.Sections = append(it.Sections, record.Section{Passages: []record.Passage{{ID: "s0001", Text: text, Speaker: &record.Speaker{Label: "会長"}}}})
		}
		x.Items = []record.Item{it}
		x.Diagnostics = []record.Diagnostic{{Code: "P103", Severity: record.Warning, Message: "曜日が合いません。", Hint: "原文のまま載せます。", Line: 3}}
		rs = append(rs, x)
	}
	for b.Loop() {
		r := New(len(rs), rs, nil, &gate.Result{})
		h, err := r.HTML()
		if err != nil {
			b.Fatal(err)
		}
		j, err := r.JSON()
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(len(h)+len(j))/1e6, "MB")
	}
}
