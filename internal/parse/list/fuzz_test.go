package list_test

import (
	"testing"

	"github.com/toshin-archive/toshin/internal/parse"
	"github.com/toshin-archive/toshin/internal/source"
	"github.com/toshin-archive/toshin/internal/source/sheet"
)

// Whatever a list says, every row of it is a record that holds each character of
// the row once.
func FuzzRows(f *testing.F) {
	f.Add(replies)
	f.Add("番号,答申日,件名,備考\n第1号から第9999999号まで,令和99年99月99日,〃,\"一\n二\"\n〃,同上,,\n")
	f.Fuzz(func(t *testing.T, text string) {
		for _, d := range source.NewReader(sheet.CSV{}).Bytes([]byte(text), "data/records/a.csv") {
			if d.Failed() || d.Cells == nil {
				continue
			}
			r, ds := parse.Document(d)
			if r == nil {
				t.Fatalf("%q: %+v", text, ds)
			}
			if faults := r.Account(d.Text()); faults != nil {
				t.Fatalf("%q: %v", text, faults)
			}
		}
	})
}
